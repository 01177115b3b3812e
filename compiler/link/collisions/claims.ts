import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic, Label } from '../../diagnostics/diagnostic.ts';
import { spanOf } from '../../text/origin.ts';
import type { Sourced } from '../../text/sourced.ts';
import type { Span } from '../../text/span.ts';
import type { LinkedEnvironment, LinkedService, Project } from '../project.ts';

/** Something of a spec that becomes a name which must be there once. */
export interface Claim {
  /** What it becomes, in the form in which names are compared. */
  readonly key: string;
  /** How a message calls it, such as `test \`smoke\``. */
  readonly what: string;
  readonly name: Sourced<string>;
}

/** Returns a finding for every claim on a name that an earlier one has taken. */
export function collisions(
  claims: Iterable<Claim>,
  report: (
    claim: Claim,
    first: Claim,
    extras: { span: Span | undefined; labels: readonly Label[] },
  ) => Diagnostic,
): Diagnostic[] {
  const taken = new Map<string, Claim>();
  const diagnostics: Diagnostic[] = [];
  for (const claim of claims) {
    const first = taken.get(claim.key);
    if (first === undefined) {
      taken.set(claim.key, claim);
      continue;
    }
    // The same thing twice is a duplicate name, which is reported as such.
    if (first.what === claim.what) continue;
    const label = spanOf(first.name.origin);
    const labels = label === undefined ? [] : [{ span: label, text: 'the first one' }];
    diagnostics.push(report(claim, first, { span: spanOf(claim.name.origin), labels }));
  }
  return diagnostics;
}

/**
 * Returns a finding for every two services on one host, be they of one environment or of two: every route is at the path
 * `/`, and an Ingress controller serves all namespaces.
 */
export function hostCollisions({ environments }: Project): Diagnostic[] {
  const found = environments.flatMap((environment) => collisions(hostsOf(environment), sharedHost));
  const firsts = environments.flatMap((environment) => {
    const inside = ` of environment \`${environment.spec.name.value}\``;
    const hosts = new Map([...hostsOf(environment)].reverse().map((host) => [host.key, host] as const));
    return [...hosts.values()].map((host) => ({ ...host, what: host.what + inside }));
  });
  return [...found, ...collisions(firsts, sharedHost)];
}

function sharedHost(
  { what, key }: Claim,
  { what: other }: Claim,
  { span, labels }: { readonly span: Span | undefined; readonly labels: readonly Label[] },
): Diagnostic {
  const help = 'give each service a host of its own, in each environment';
  return diagnose('collision/host', { what, other, host: key }, span, { labels, help });
}

/** Yields every host of an environment's services, each with what is reached under it. */
export function* hostsOf({ services }: LinkedEnvironment): Generator<Claim> {
  for (const service of services) {
    if (service.kind !== 'workload') continue;
    for (const host of service.spec.external_url) yield claim(service, '', host);
    if (service.deployment.method.value !== 'bluegreen') continue;
    const { blue, green } = service.deployment.customUrls;
    for (const host of blue) yield claim(service, 'colour blue of ', host);
    for (const host of green) yield claim(service, 'colour green of ', host);
  }
}

function claim({ spec }: LinkedService, part: string, host: Sourced<string>): Claim {
  return { key: host.value.toLowerCase(), what: `${part}service \`${spec.name.value}\``, name: host };
}
