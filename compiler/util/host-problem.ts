/**
 * Returns what is wrong with a host name, or undefined for a good one: labels of RFC 1123 in lower case, at most 253
 * characters, perhaps a wildcard as the first label. Follows the validation of Kubernetes Ingress hosts, which
 * refuses IP addresses.
 */
export function hostProblem(host: string): string | undefined {
  if (host === '') return 'it is empty';
  const found = tests.find(([pattern]) => pattern.test(host));
  if (found !== undefined) return found[1];
  if (host.length > 253) return 'it has more than 253 characters';
  const labels = (host.startsWith('*.') ? host.slice(2) : host).split('.');
  const wrong = labels.find((label) => !LABEL.test(label));
  if (wrong === undefined) return undefined;
  if (wrong === '') return 'a part between dots is empty';
  return wrong.length > 63
    ? `\`${wrong}\` has more than 63 characters`
    : `\`${wrong}\` must start and end with a letter or digit`;
}

const LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

/** From the outside in, so that the most telling comes first. */
const tests: readonly (readonly [RegExp, string])[] = [
  [/^[a-z][a-z0-9+.-]*:\/\//i, 'it has a scheme'],
  [/,/, 'it is several hosts'],
  [/\//, 'it has a path'],
  [/:\d*$/, 'it has a port'],
  [/\s/, 'it has a space'],
  [/^\d+\.\d+\.\d+\.\d+$/, 'it is an IP address'],
  [/_/, 'it has an underscore'],
  [/.\*|^\*[^.]|^\*$/, 'a wildcard stands for the whole first part only'],
  [/[^-a-zA-Z0-9.*]/, 'only letters, digits, `-` and `.` may stand in it'],
  [/[A-Z]/, 'it has upper-case letters'],
];

/** Returns the host name that was most likely meant by a wrong one, or undefined. */
export function meantHost(host: string): string | undefined {
  const meant = host
    .trim()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
    .replace(/[:/][\s\S]*$/, '')
    .toLowerCase();
  return meant !== host && hostProblem(meant) === undefined ? meant : undefined;
}
