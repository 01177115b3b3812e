import type { Hpa, Service } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { at, isWritten, keyOf, type Rule } from './rule.ts';
import { eachOwnService } from './support/each-service.ts';

/** The bounds of an autoscaler are both there and in order. The setting that limits them is checked with the others. */
export const hpaReplicasRule: Rule = {
  name: 'hpa-replicas',
  *check(specs) {
    for (const { service } of eachOwnService(specs)) {
      if (service.hpa !== undefined) yield* checkBounds(service.hpa);
      yield* checkReplicas(service);
    }
  },
};

function* checkReplicas(service: Service): Generator<Diagnostic> {
  const { hpa, replicas } = service;
  // Without a place it is the default, or was refused.
  if (hpa === undefined || hpa.min_replicas.value === 0 || at(replicas) === undefined) return;
  const place = keyOf(service, 'replicas');
  const whole = service.$.span;
  // What comes from an anchor cannot be removed here.
  if (place !== undefined && whole !== undefined && (place.start < whole.start || place.end > whole.end))
    return;
  const label = keyOf(service, 'hpa');
  yield diagnose('check/replicas-beside-hpa', { replicas: replicas.value }, place, {
    labels: label === undefined ? [] : [{ span: label, text: 'this one counts' }],
    help: 'remove it: the pods that run stay as they are until the autoscaler acts',
  });
}

function* checkBounds(hpa: Hpa): Generator<Diagnostic> {
  const { min_replicas: minimum, max_replicas: maximum } = hpa;
  if (minimum.value === 0) {
    if (isWritten(hpa, 'max_replicas') && !isRefused(hpa)) {
      yield diagnose('check/hpa-without-minimum', {}, at(minimum) ?? keyOf(hpa, 'max_replicas'), {
        help: 'write `min_replicas: 1` or more, or remove `hpa`',
      });
    }
  } else if (maximum === undefined) {
    if (isWritten(hpa, 'max_replicas') || hpa.$.hasUnknown) return;
    yield diagnose('check/hpa-incomplete', {}, keyOf(hpa, 'min_replicas'), {
      help: 'add `max_replicas`, the largest number of pods',
    });
  } else if (minimum.value > maximum.value) {
    const label = at(maximum);
    const parameters = { minimum: minimum.value, maximum: maximum.value };
    yield diagnose('check/hpa-replicas', parameters, at(minimum), {
      labels: label === undefined ? [] : [{ span: label, text: 'the most' }],
      help: 'the smaller number is `min_replicas`',
    });
  }
}

/** A minimum that the schema refused is not the default, although it counts as not written. */
function isRefused(hpa: Hpa): boolean {
  return isWritten(hpa, 'min_replicas') && hpa.min_replicas.origin.kind === 'default';
}
