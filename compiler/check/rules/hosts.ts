import type { Service } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic, Fix } from '../../diagnostics/diagnostic.ts';
import type { Sourced } from '../../text/sourced.ts';
import { settingsOf } from '../check-spec.ts';
import { at, type Rule } from './rule.ts';
import { eachOwnService } from './support/each-service.ts';

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
function meantHost(host: string): string | undefined {
  const meant = host
    .trim()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
    .replace(/[:/][\s\S]*$/, '')
    .toLowerCase();
  return meant !== host && hostProblem(meant) === undefined ? meant : undefined;
}

/** Everything that becomes the host of an Ingress is a host name and no URL. */
export const hostsRule: Rule = {
  name: 'hosts',
  *check(specs) {
    for (const { service } of eachOwnService(specs)) {
      for (const host of hostsOf(service)) yield* checkHost(host);
    }
    const ingress = settingsOf(specs).kubernetes.ingress;
    if (ingress !== undefined) yield* checkHost(ingress.host);
  },
};

function hostsOf({ external_url, deployment }: Service): readonly Sourced<string>[] {
  const custom = deployment?.custom_urls;
  return [...external_url, ...(custom?.blue ?? []), ...(custom?.green ?? [])];
}

function* checkHost(host: Sourced<string>): Generator<Diagnostic> {
  const problem = hostProblem(host.value);
  if (problem === undefined) return;
  const severalHosts = host.value.includes(',');
  const fix = severalHosts ? listFix(host) : hostFix(host);
  yield diagnose('check/host', { host: host.value, problem }, at(host), {
    help: severalHosts ? 'write a list: `[a.example.com, b.example.com]`' : 'write it like `web.example.com`',
    fixes: fix === undefined ? [] : [fix],
  });
}

/** Nothing is lost with a scheme, a `/` at the end, or upper case; a path or a port is another matter. */
function hostFix(host: Sourced<string>): Fix | undefined {
  const meant = meantHost(host.value);
  const span = at(host);
  if (meant === undefined || span === undefined) return undefined;
  const safe =
    meant ===
    host.value
      .toLowerCase()
      .replace(/^https?:\/\//, '')
      .replace(/\/$/, '');
  return { title: `write \`${meant}\``, edits: [{ span, text: meant }], safe };
}

function listFix(host: Sourced<string>): Fix | undefined {
  const span = at(host);
  const hosts = host.value.split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));
  if (span === undefined || hosts.some((part) => hostProblem(part) !== undefined)) return undefined;
  return { title: 'write a list', edits: [{ span, text: `[${hosts.join(', ')}]` }], safe: true };
}
