import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { type CustomKind, customKinds } from '../../model/kubernetes/custom-kinds.ts';
import type { EnvironmentIr } from '../../model/kubernetes/environment.ts';
import { spanOf } from '../../text/origin.ts';
import type { Sourced } from '../../text/sourced.ts';
import { compareText } from '../../util/compare-text.ts';
import { groupBy } from '../../util/group-by.ts';

/** Other kinds of a group whose places are shown. */
const MOST_LABELS = 5;

/**
 * Reports kinds that no cluster knows by itself, unless the settings say that this one does. Kinds of one version of
 * an API group come together and are declared together, so they are told about once.
 */
export function checkCustomResources(
  environments: readonly EnvironmentIr[],
  declared: readonly Sourced<string>[],
  report: (diagnostic: Diagnostic) => void,
): void {
  const known = new Set(declared.map(({ value }) => value.toLowerCase()));
  const missing = customKinds(environments).filter(
    ({ kind, group }) => !known.has(group) && !known.has(`${kind}.${group}`.toLowerCase()),
  );
  for (const kinds of groupBy(missing, ({ version }) => version).values()) reportKinds(kinds, report);
}

function reportKinds(kinds: readonly CustomKind[], report: (diagnostic: Diagnostic) => void): void {
  const [first, ...others] = kinds.toSorted((a, b) => startOf(a) - startOf(b));
  if (first === undefined) return;
  const { group, version, publisher } = first;
  const services = [...new Set(kinds.flatMap((kind) => kind.services))].sort(compareText);
  const parameters = {
    kinds: kinds.map(({ kind }) => kind),
    version,
    services: services.map((name) => `\`${name}\``).join(', '),
  };
  report(
    diagnose('kubernetes/custom-resource', parameters, spanOf(first.origin), {
      labels: others.slice(0, MOST_LABELS).flatMap(({ kind, origin }) => {
        const span = spanOf(origin);
        return span === undefined ? [] : [{ span, text: `\`${kind}\`` }];
      }),
      help: [
        ...(publisher === undefined ? [] : [`the definition comes with ${publisher}`]),
        `where the cluster has it, say so: \`environments.custom_resources: [${group}]\` in jenkins.bitesize`,
      ],
    }),
  );
}

function startOf({ origin }: CustomKind): number {
  return spanOf(origin)?.start ?? 0;
}
