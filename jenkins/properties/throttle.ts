import type { Text, Valued } from '../../compiler/text/traced-text.ts';
import type { ItemNode } from '../shared/node.ts';
import { use } from '../shared/plugin-use.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf } from '../shared/xml.ts';

/** How many builds run at once. */
export interface ThrottleProperty extends ItemNode {
  readonly kind: 'throttle';
  readonly perNode?: Valued<number> | undefined;
  readonly total?: Valued<number> | undefined;
  readonly categories?: readonly Text[] | undefined;
}

/** How many builds run at once, by the Throttle Concurrent Builds plugin. */
export const throttle: Thing<ThrottleProperty> = {
  kind: 'throttle',
  needs: use('Job', 'throttleConcurrentBuilds', 'jobs limit how many builds run at once'),
  xml: ({ perNode, total, categories = [] }) =>
    element('hudson.plugins.throttleconcurrents.ThrottleJobProperty', [
      leaf('maxConcurrentPerNode', perNode ?? 0),
      leaf('maxConcurrentTotal', total ?? 0),
      leaf('throttleEnabled', true),
      leaf('throttleOption', categories.length === 0 ? 'project' : 'category'),
      element(
        'categories',
        categories.map((category) => leaf('string', category)),
      ),
    ]),
  dsl: ({ perNode, total, categories }, dsl) =>
    dsl.block('throttleConcurrentBuilds', () => {
      dsl.given('maxPerNode', perNode);
      dsl.given('maxTotal', total);
      dsl.given('categories', categories);
    }),
};
