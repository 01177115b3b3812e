/** A line of a known_hosts file: which hosts its key is of, or what is wrong with it. */
export type KnownHost =
  | {
      readonly kind: 'line';
      readonly matches: (host: string, port: number | undefined) => boolean | undefined;
    }
  | { readonly kind: 'comment' }
  | { readonly kind: 'wrong'; readonly problem: string };

/** Types of keys that clients of git still take, and the number of bytes that a key has at least. */
const keyTypes: ReadonlyMap<string, number> = new Map([
  ['ssh-ed25519', 51],
  ['ecdsa-sha2-nistp256', 104],
  ['ecdsa-sha2-nistp384', 136],
  ['ecdsa-sha2-nistp521', 172],
  ['ssh-rsa', 256],
  ['sk-ssh-ed25519@openssh.com', 60],
  ['sk-ecdsa-sha2-nistp256@openssh.com', 110],
]);

/**
 * Returns what a line of a known_hosts file says. Follows sshd(8), "SSH_KNOWN_HOSTS FILE FORMAT" of OpenSSH 10: markers,
 * hosts, type of the key, key. Hosts that are hashed match nobody knows what: `undefined`.
 */
export function readKnownHost(line: string): KnownHost {
  const fields = line.trim().split(/[ \t]+/);
  if (fields[0] === '' || fields[0]?.startsWith('#')) return { kind: 'comment' };
  const marker = fields[0]?.startsWith('@') ? fields.shift() : undefined;
  if (marker !== undefined && marker !== '@cert-authority' && marker !== '@revoked')
    return wrong(`\`${marker}\` is no marker`);
  const [hosts = '', type = '', key = ''] = fields;
  if (/^(SHA256|MD5):/.test(hosts) || /^(SHA256|MD5):/.test(type))
    return wrong('it is a fingerprint, not a key');
  if (keyTypes.has(hosts)) return wrong('no host stands before the key');
  if (type === '') return wrong('it has a host and no key');
  if (/^AAAA/.test(type)) return wrong('the type of the key is missing between host and key');
  if (type === 'ssh-dss') return wrong('keys of the type `ssh-dss` are refused today');
  const bytes = keyTypes.get(type);
  if (bytes === undefined) return wrong(`\`${type}\` is no type of a key`);
  if (!isKey(type, key, bytes)) return wrong(`the key is no \`${type}\` key, or not all of it`);
  if (marker === '@revoked') return { kind: 'line', matches: () => false };
  return { kind: 'line', matches: (host, port) => matchesHost(hosts, host, port) };
}

function wrong(problem: string): KnownHost {
  return { kind: 'wrong', problem };
}

/** A key starts with its own type: four bytes of length and the name. */
function isKey(type: string, key: string, atLeast: number): boolean {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(key) || key.length % 4 !== 0) return false;
  const bytes = atob(key);
  return bytes.length >= atLeast && bytes.startsWith(`\0\0\0${String.fromCharCode(type.length)}${type}`);
}

function matchesHost(hosts: string, host: string, port: number | undefined): boolean | undefined {
  if (hosts.startsWith('|')) return undefined;
  const names = port === undefined || port === 22 ? [host, `[${host}]:22`] : [`[${host}]:${port}`];
  const patterns = hosts.toLowerCase().split(',');
  const matches = (pattern: string) => names.some((name) => asPattern(pattern).test(name));
  const denied = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1));
  return !denied.some(matches) && patterns.some(matches);
}

function asPattern(pattern: string): RegExp {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`);
}
