import type { HpaMetric } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { parseQuantity } from '../../util/quantity.ts';
import { at, type Rule } from './rule.ts';
import { eachOwnService } from './support/each-service.ts';

/** It is part of a path in the API of metrics. Follows `IsValidPathSegmentName` of k8s.io/apimachinery. */
function metricNameProblem(name: string): string | undefined {
  if (name === '') return 'it is empty';
  if (name === '.' || name === '..') return `it cannot be \`${name}\``;
  const wrong = /[/%]/.exec(name)?.[0];
  return wrong === undefined ? undefined : `\`${wrong}\` cannot stand in it`;
}

const LEAST = 75;
const MOST = 100;

/** Utilisation stands only with `cpu` and `memory`, from 75 to 100 percent; 0 means that none was chosen. */
export const hpaTargetRule: Rule = {
  name: 'hpa-target',
  *check(specs) {
    for (const { service } of eachOwnService(specs)) {
      if (service.hpa?.metric !== undefined) yield* checkMetric(service.hpa.metric);
    }
  },
};

function* checkMetric(metric: HpaMetric): Generator<Diagnostic> {
  const { name, target_average_utilization: target, target_average_value: value } = metric;
  const problem = metricNameProblem(name.value);
  if (problem !== undefined) {
    yield diagnose('check/metric-name', { name: name.value, problem }, at(name), {
      help: 'write `cpu`, `memory`, or the name of a metric such as `http_requests_per_second`',
    });
  }
  if (value !== undefined && parseQuantity(value.value) === 0n) {
    yield diagnose('check/metric-value', { value: value.value }, at(value), {
      help: 'write the value per pod that is aimed at, such as `100`',
    });
  }
  if (target === undefined || target.value === 0) return;
  if (name.value !== 'cpu' && name.value !== 'memory') {
    yield diagnose('check/hpa-metric', { metric: name.value }, at(target), {
      help: 'write `target_average_value`, the value per pod that is aimed at',
    });
  } else if (target.value < LEAST || target.value > MOST) {
    yield diagnose('check/hpa-target', { percent: target.value }, at(target), {
      help: `write a percentage from ${LEAST} to ${MOST}, or leave it out for 80`,
    });
  }
}
