import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { repeats, type Sourced } from '../../text/sourced.ts';
import { type Specs, settingsOf } from '../check-spec.ts';
import { idsOfSources } from '../source-ids.ts';
import { at, type Rule } from './rule.ts';
import { eachOwnService } from './support/each-service.ts';

/** Names that Kubernetes or Jenkins knows the items of a list by stand once in it. */
export const repeatedItemsRule: Rule = {
  name: 'repeated-items',
  *check(specs) {
    for (const [field, items] of listsOf(specs)) if (items.length > 1) yield* checkRepeated(field, items);
  },
};

type Names = readonly Sourced<string>[];

function* listsOf(specs: Specs): Generator<readonly [string, Names]> {
  for (const { service } of eachOwnService(specs)) {
    yield ['external_url', service.external_url];
    const custom = service.deployment?.custom_urls;
    yield ['custom_urls.blue', custom?.blue ?? []];
    yield ['custom_urls.green', custom?.green ?? []];
  }
  const { kubernetes, environments } = settingsOf(specs);
  yield ['kubernetes.pull_secrets', kubernetes.pull_secrets];
  yield ['environments.pull_secrets', environments.pull_secrets];
  // Jenkins knows the source of a branch by its id alone.
  for (const { multibranch } of specs.jobs?.jobs ?? [])
    if (multibranch !== undefined) yield ['sources', idsOfSources(multibranch.sources)];
}

function* checkRepeated(field: string, items: Names): Generator<Diagnostic> {
  for (const { again, first } of repeats(items)) {
    const label = at(first);
    yield diagnose('check/repeated-item', { field, item: again.value }, at(again), {
      labels: label === undefined ? [] : [{ span: label, text: 'it stands here first' }],
      help: field === 'sources' ? 'give one of the two an `id` of its own' : 'remove one of the two',
    });
  }
}
