import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Sourced } from '../../text/sourced.ts';
import type { LinkedEnvironment, LinkedService, Project } from '../project.ts';
import { type Claim, collisions } from './claim.ts';

/** Returns a finding for every two services of an environment on one host: every route is at the path `/`. */
export function hostCollisions({ environments }: Project): Diagnostic[] {
  return environments.flatMap((environment) =>
    collisions(hostsOf(environment), ({ what, key }, first, { span, labels }) =>
      diagnose('collision/host', { what, other: first.what, host: key }, span, {
        labels,
        help: 'give each service a host of its own',
      }),
    ),
  );
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
