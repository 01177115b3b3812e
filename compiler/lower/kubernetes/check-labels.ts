import { diagnose } from '../../diagnostics/diagnose.ts';
import type { LinkedService } from '../../link/project.ts';
import type { Sourced } from '../../text/sourced.ts';
import { spanOf } from '../../text/span-of.ts';
import type { Scope } from './scope.ts';

/** A label value of Kubernetes; it may also be empty. */
const value = /^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/;

/** The name of an annotation: a DNS prefix with a slash, which may be missing, and a name. */
const key = /^([a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;

/** Reports what becomes a label, and is none: the project, the application, and labels of nodes. */
export function checkLabels(scope: Scope, { applicationName }: LinkedService): void {
  const { node_selector: nodes } = scope.project.settings.environments;
  const labels: readonly Sourced<string>[] = [scope.project.name, applicationName, ...Object.values(nodes)];
  for (const label of labels) {
    if (label.value.length <= 63 && value.test(label.value)) continue;
    scope.report(
      diagnose('kubernetes/label', { value: label.value }, spanOf(label.origin), {
        help: 'use up to 63 letters, digits, `.`, `_` and `-`, with a letter or digit at both ends',
      }),
    );
  }
}

/** Reports annotations of the pods with a name that is none, or that stands twice. */
export function checkAnnotations(scope: Scope, { spec }: LinkedService): void {
  const known = new Set<string>();
  for (const { name } of spec.annotations) {
    const problem = known.has(name.value)
      ? 'it stands twice'
      : key.test(name.value)
        ? undefined
        : 'it is no name of an annotation';
    known.add(name.value);
    if (problem === undefined) continue;
    scope.report(
      diagnose('kubernetes/annotation', { name: name.value, problem }, spanOf(name.origin), {
        help: 'write each annotation once, with a name such as `prometheus.io/scrape`',
      }),
    );
  }
}
