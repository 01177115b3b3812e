import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Sourced } from '../../text/sourced.ts';
import { annotationKeyProblem, labelKeyProblem, labelValueProblem } from '../../util/kubernetes-label.ts';
import { type Specs, settingsOf } from '../check-spec.ts';
import { at, type Rule } from './rule.ts';
import { eachService } from './support/each-service.ts';

/** What becomes a label, a label to select by, or the key of an annotation, is one. */
export const kubernetesLabelsRule: Rule = {
  name: 'kubernetes-labels',
  *check(specs) {
    for (const labels of labelMaps(specs)) {
      for (const [key, value] of Object.entries(labels)) {
        yield* report('key of a label', key, labelKeyProblem(key), value);
        yield* report('value of a label', value.value, labelValueProblem(value.value), value);
      }
    }
    const { ingress, tolerations } = settingsOf(specs).kubernetes;
    for (const [key, value] of Object.entries(ingress?.annotations ?? {})) {
      yield* report('key of an annotation', key, annotationKeyProblem(key), value);
    }
    for (const { key, value } of tolerations) {
      if (key !== undefined && key.value !== '') {
        yield* report('key of a label', key.value, labelKeyProblem(key.value), key);
      }
      yield* report('value of a label', value.value, labelValueProblem(value.value), value);
    }
  },
};

type Labels = Readonly<Record<string, Sourced<string>>>;

function* labelMaps(specs: Specs): Generator<Labels> {
  const { kubernetes, environments } = settingsOf(specs);
  yield kubernetes.node_selector;
  yield environments.node_selector;
  yield environments.mesh_selector;
  for (const { service } of eachService(specs)) {
    for (const { labels } of service.endpoints) yield labels;
  }
}

function* report(
  what: string,
  text: string,
  problem: string | undefined,
  place: Sourced<string>,
): Generator<Diagnostic> {
  if (problem === undefined) return;
  yield diagnose('check/kubernetes-label', { what, text, problem }, at(place), {
    help: 'write it like `example.com/pool: builds`',
  });
}
