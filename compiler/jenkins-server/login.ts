import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host/host.ts';
import { joinPath } from '../host/path.ts';
import { netrcLogin } from './netrc.ts';
import { isLoopback, type ServerAddress } from './server-address.ts';

/** Who asks a server, and how it says so. */
export interface Login {
  readonly user: string;
  /** The value of the header `Authorization`. */
  readonly authorization: string;
}

/** A login, none, or why it cannot be read; warnings come with it. */
export interface FoundLogin {
  readonly login?: Login;
  readonly diagnostics: readonly Diagnostic[];
}

/** A netrc file is short. */
const MOST_BYTES = 1024 * 1024;

/**
 * Returns who asks: `JENKINS_USER` and `JENKINS_TOKEN`, or else the entry of the host in the file that `NETRC` names, or else in
 * `~/.netrc`. Nobody when there is none: some servers show their jobs to everyone.
 */
export function readLogin(host: Pick<Host, 'env' | 'files'>, address: ServerAddress): FoundLogin {
  const problem = (what: string, help: string): FoundLogin => ({
    diagnostics: [diagnose('server/login', { problem: what }, undefined, { help })],
  });
  const { JENKINS_USER: user = '', JENKINS_TOKEN: token = '', NETRC: named = '', HOME: home = '' } = host.env;
  if (user !== '' || token !== '') {
    if (user !== '' && token !== '') return basic(user, token, address);
    const [set, missing] =
      token === '' ? ['JENKINS_USER', 'JENKINS_TOKEN'] : ['JENKINS_TOKEN', 'JENKINS_USER'];
    return problem(`\`${set}\` is set and \`${missing}\` is not`, `set both; ${TOKEN_HELP}`);
  }
  if (named === '' && home === '') return { diagnostics: [] };
  const file = named === '' ? joinPath(home, '.netrc') : named;
  const read = host.files.read(file, { limit: MOST_BYTES });
  if (!read.ok) {
    if (named === '' && read.failure.kind === 'not-found') return { diagnostics: [] };
    return {
      diagnostics: [diagnose('file/unreadable', { path: file, reason: read.failure.reason }, undefined)],
    };
  }
  const found = netrcLogin(new TextDecoder().decode(read.value), address.host);
  return found === undefined ? { diagnostics: [] } : basic(found.login, found.password, address);
}

/** What to do to get a token. */
export const TOKEN_HELP: string =
  'a token is made in Jenkins under the name of the user, Security, API Token';

function basic(user: string, token: string, address: ServerAddress): FoundLogin {
  const problem = (what: string): FoundLogin => ({
    diagnostics: [diagnose('server/login', { problem: what }, undefined, { help: TOKEN_HELP })],
  });
  const isBroken = /[\u0000-\u001f\u007f]/;
  if (isBroken.test(user) || isBroken.test(token))
    return problem('the user or the token has a line end or another control character in it');
  if (user.includes(':')) return problem('the name of the user has a colon in it');
  const bytes = new TextEncoder().encode(`${user}:${token}`);
  const encoded = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  const isOpen = address.url.startsWith('http:') && !isLoopback(address.host);
  return {
    login: { user, authorization: `Basic ${encoded}` },
    diagnostics: isOpen
      ? [diagnose('server/plain-http', { url: address.url }, undefined, { help: PLAIN_HELP })]
      : [],
  };
}

const PLAIN_HELP = 'name the address with https, or reach the server through a tunnel to this machine';
