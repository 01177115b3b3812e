import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { customKinds } from '../../model/kubernetes/custom-kinds.ts';
import type { EnvironmentIr } from '../../model/kubernetes/environment.ts';
import { spanOf } from '../../text/origin.ts';
import type { Sourced } from '../../text/sourced.ts';

/** Reports kinds that no cluster knows by itself, once each, unless the settings say that this one does. */
export function checkCustomResources(
  environments: readonly EnvironmentIr[],
  declared: readonly Sourced<string>[],
  report: (diagnostic: Diagnostic) => void,
): void {
  const known = new Set(declared.map(({ value }) => value.toLowerCase()));
  for (const { kind, group, version, services, publisher, origin } of customKinds(environments)) {
    if (known.has(group) || known.has(`${kind}.${group}`.toLowerCase())) continue;
    const names = services.map((name) => `\`${name}\``).join(', ');
    report(
      diagnose('kubernetes/custom-resource', { kind, version, services: names }, spanOf(origin), {
        help: [
          ...(publisher === undefined ? [] : [`the definition comes with ${publisher}`]),
          `where the cluster has it, say so: \`environments.custom_resources: [${group}]\` in jenkins.bitesize`,
        ],
      }),
    );
  }
}
