import type { Toleration } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { settingsOf } from '../check-spec.ts';
import { at, keyOf, type Rule } from './rule.ts';

/** The fields of a toleration go together. Follows `ValidateTolerations` of k8s.io/kubernetes/pkg/apis/core/validation. */
export const tolerationsRule: Rule = {
  name: 'tolerations',
  *check(specs) {
    for (const toleration of settingsOf(specs).kubernetes.tolerations) yield* checkToleration(toleration);
  },
};

function* checkToleration(toleration: Toleration): Generator<Diagnostic> {
  const { key, operator, value, effect, seconds } = toleration;
  if ((key === undefined || key.value === '') && operator.value !== 'Exists') {
    const problem = 'without a `key` it is about all taints, and `operator` must be `Exists`';
    yield diagnose('check/toleration', { problem }, at(value) ?? keyOf(toleration, 'operator'), {
      help: 'add `key`, or write `operator: Exists` for all taints',
    });
  } else if (operator.value === 'Exists' && value.value !== '') {
    const problem = '`value` has no place beside `operator: Exists`, which asks for the key alone';
    yield diagnose('check/toleration', { problem }, at(value), {
      help: 'remove `value`, or write `operator: Equal`',
    });
  }
  if (seconds === undefined || effect?.value === 'NoExecute') return;
  const problem = '`seconds` has a meaning only with `effect: NoExecute`';
  yield diagnose('check/toleration', { problem }, at(seconds), {
    help: 'remove `seconds`, or write `effect: NoExecute`',
  });
}
