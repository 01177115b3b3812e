import { diagnose } from '../../diagnostics/diagnose.ts';
import type { LinkedService } from '../../link/project.ts';
import { spanOf } from '../../text/span-of.ts';
import { type Scope, workloadNamed } from './scope.ts';
import { servicePorts } from './service-ports.ts';

/** Reports a `selector` that selects no pods of the environment, or pods that do not listen on the ports. */
export function checkSelector(scope: Scope, { spec }: LinkedService): void {
  const { selector } = spec;
  if (selector === undefined || selector.value === '') return;
  const other = workloadNamed(scope, selector.value);
  if (other === undefined) {
    scope.report(
      diagnose('kubernetes/unknown-selector', { selector: selector.value }, spanOf(selector.origin), {
        help: 'name a service of the same environment that runs an image, or remove `selector`',
      }),
    );
    return;
  }
  const open = new Set(servicePorts(other.spec).map(({ value }) => value));
  for (const port of servicePorts(spec)) {
    if (open.has(port.value)) continue;
    const parameters = { port: port.value, service: other.spec.name.value };
    scope.report(
      diagnose('kubernetes/unreached-port', parameters, spanOf(port.origin) ?? spanOf(selector.origin), {
        help: `add the port to service \`${other.spec.name.value}\`, or remove it here`,
      }),
    );
  }
}
