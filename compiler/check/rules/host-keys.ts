import { diagnose } from '../../diagnostics/diagnose.ts';
import { oneLine } from '../../print/lines.ts';
import type { Sourced } from '../../text/sourced.ts';
import { readGitUrl } from '../../util/git-url.ts';
import { readKnownHost } from '../../util/known-host.ts';
import { isReservedHost } from '../../util/reserved-host.ts';
import { settingsOf } from '../check-spec.ts';
import { checkoutUrls } from './git-urls.ts';
import { at, type Rule } from './rule.ts';

/** Jenkins trusts the host keys that it knows, and no others: each host of SSH needs a line, each line a key. */
export const hostKeysRule: Rule = {
  name: 'host-keys',
  *check(specs, { settingsAreRead }) {
    const lines = settingsOf(specs).known_hosts.map((line) => ({ line, read: readKnownHost(line.value) }));
    for (const { line, read } of lines) {
      // Two lines in one are told about as such.
      if (read.kind !== 'wrong' || oneLine(line.value) !== line.value) continue;
      yield diagnose('check/known-host', { problem: read.problem }, at(line), {
        help: 'write a line as `ssh-keyscan -t ed25519 HOST` prints it: host, type of the key, key',
      });
    }
    if (!settingsAreRead) return;
    const answers = (host: string, port: number | undefined) =>
      lines.map(({ read }) => (read.kind === 'line' ? read.matches(host, port) : false));
    for (const { host, port, url } of sshHosts(checkoutUrls(specs))) {
      // A hashed line may be that of any host.
      if (answers(host, port).some((answer) => answer !== false)) continue;
      const scan = port === undefined ? host : `-p ${port} ${host}`;
      yield diagnose('check/host-key', { host: port === undefined ? host : `[${host}]:${port}` }, at(url), {
        help: [
          `put the line that \`ssh-keyscan -t ed25519 ${scan}\` prints into \`known_hosts\` of jenkins.bitesize`,
          'compare the key with the one that the owner of the host publishes first',
        ],
      });
    }
  },
};

interface SshHost {
  readonly host: string;
  readonly port: number | undefined;
  /** The first URL that names it. */
  readonly url: Sourced<string>;
}

function sshHosts(urls: Iterable<Sourced<string>>): readonly SshHost[] {
  const hosts = new Map<string, SshHost>();
  for (const url of urls) {
    const read = readGitUrl(url.value);
    if (read.kind !== 'ssh') continue;
    const { host } = read;
    // No such host has a key; that it stands for another one is a finding of its own.
    if (isReservedHost(host)) continue;
    const port = read.port === 22 ? undefined : read.port;
    const key = `${host} ${port}`;
    if (!hosts.has(key)) hosts.set(key, { host, port, url });
  }
  return [...hosts.values()];
}
