import type { HpaMetric } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { at, type Rule } from './rule.ts';

import { eachOwnService } from './support/each-service.ts';

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

function* checkMetric({ name, target_average_utilization: target }: HpaMetric): Generator<Diagnostic> {
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
