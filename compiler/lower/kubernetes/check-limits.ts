import type { Service } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Sourced } from '../../text/sourced.ts';
import { spanOf } from '../../text/span-of.ts';
import { parseQuantity } from '../../util/quantity.ts';
import type { Scope } from './scope.ts';
import { written } from './written.ts';

/** Reports what is above the bounds of the settings: pods, CPU and memory. The operator had them as variables. */
export function checkLimits(scope: Scope, service: Service): void {
  const { max_replicas, max_cpu, max_memory } = scope.project.settings.limits;
  const { replicas, hpa, limits, requests } = service;
  const counts: readonly (readonly [string, Sourced<number> | undefined])[] = [
    ['replicas', written(replicas)],
    ['hpa.min_replicas', hpa?.min_replicas],
    ['hpa.max_replicas', hpa?.max_replicas],
  ];
  for (const [field, count] of counts) {
    if (count === undefined || count.value <= max_replicas.value) continue;
    report(scope, field, count, max_replicas, 'max_replicas');
  }
  const amounts: readonly (readonly [string, Sourced<string> | undefined, 'max_cpu' | 'max_memory'])[] = [
    ['limits.cpu', limits?.cpu, 'max_cpu'],
    ['requests.cpu', requests?.cpu, 'max_cpu'],
    ['limits.memory', limits?.memory, 'max_memory'],
    ['requests.memory', requests?.memory, 'max_memory'],
  ];
  const bounds = { max_cpu, max_memory };
  for (const [field, amount, setting] of amounts) {
    if (amount === undefined) continue;
    const value = parseQuantity(amount.value);
    const bound = parseQuantity(bounds[setting].value);
    if (value === undefined || bound === undefined || value <= bound) continue;
    report(scope, field, amount, bounds[setting], setting);
  }
}

function report(
  scope: Scope,
  field: string,
  { value, origin }: Sourced<string | number>,
  limit: Sourced<string | number>,
  setting: string,
): void {
  const parameters = {
    field,
    value: String(value),
    limit: String(limit.value),
    setting: `limits.${setting}`,
  };
  const span = spanOf(limit.origin);
  scope.report(
    diagnose('kubernetes/over-limit', parameters, spanOf(origin), {
      labels: span === undefined ? [] : [{ span, text: 'the limit' }],
      help: `use less, or raise \`limits.${setting}\` in jenkins.bitesize`,
    }),
  );
}
