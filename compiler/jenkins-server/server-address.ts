/** Where a Jenkins is. */
export interface ServerAddress {
  /** Its address, with no slash at its end. */
  readonly url: string;
  /** Scheme, host and port. */
  readonly origin: string;
  /** The host without a port, in small letters. */
  readonly host: string;
}

/** An address, or what is wrong with a text that should be one. */
export type ParsedAddress =
  | { readonly kind: 'address'; readonly address: ServerAddress }
  | { readonly kind: 'problem'; readonly problem: string; readonly help: string };

const EXAMPLE = 'such as `https://ci.example.com` or `https://example.com/jenkins`';

/**
 * Returns the address of a Jenkins from what a user wrote. A user or a token in it is refused: it would stand in the list of
 * processes and in the history of the shell.
 */
export function parseServerAddress(text: string): ParsedAddress {
  const problem = (what: string, help: string): ParsedAddress => ({ kind: 'problem', problem: what, help });
  if (!URL.canParse(text)) return problem('it is no URL', `name the address of Jenkins, ${EXAMPLE}`);
  const { protocol, username, password, search, hash, origin, hostname, pathname } = new URL(text);
  if (protocol !== 'http:' && protocol !== 'https:')
    return problem('it is neither http nor https', `name the address of Jenkins, ${EXAMPLE}`);
  if (username !== '' || password !== '')
    return problem(
      'it has a user or a password in it',
      'give them in the variables JENKINS_USER and JENKINS_TOKEN, or in a netrc file',
    );
  if (search !== '' || hash !== '')
    return problem('it has a `?` or a `#` in it', `name the address of Jenkins alone, ${EXAMPLE}`);
  const url = `${origin}${pathname.replace(/\/{1,200}$/, '')}`;
  return { kind: 'address', address: { url, origin, host: hostname.toLowerCase() } };
}

/** Returns the path of a job or folder below the address, such as `/job/team/job/app`; empty for the root. */
export function itemPath(fullName: string): string {
  if (fullName === '') return '';
  return fullName
    .split('/')
    .map((name) => `/job/${encodeURIComponent(name)}`)
    .join('');
}

/** Returns whether a host is this machine. */
export function isLoopback(host: string): boolean {
  return (
    host === 'localhost' || host.endsWith('.localhost') || /^127(\.\d+){3}$/.test(host) || host === '[::1]'
  );
}
