import type { XmlElement } from '../../compiler/print/xml-element.ts';
import { joinTexts, type Text, type Valued } from '../../compiler/text/traced-text.ts';
import type { ItemNode } from '../shared/node.ts';
import { elementsOf, use } from '../shared/plugin-use.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf } from '../shared/xml.ts';

/** How many builds run at once. */
export interface ThrottleProperty extends ItemNode {
  readonly kind: 'throttle';
  readonly perNode?: Valued<number> | undefined;
  readonly total?: Valued<number> | undefined;
  readonly categories?: readonly Text[] | undefined;
  /** What Job DSL has no method for. */
  readonly more?: MoreThrottling | undefined;
}

/** Settings that the plugin has beside those of Job DSL. */
export interface MoreThrottling {
  readonly enabled: Valued<boolean>;
  /** `project` or `category`; by whether there are categories unless it is said. */
  readonly option?: Text | undefined;
  /** Whether two builds with the same parameters do not run at once. */
  readonly limitsSameParameters: Valued<boolean>;
  /** Names of the parameters that count for that; all of them where the list is empty. */
  readonly parameters: readonly Text[];
  /** What of a matrix is counted. */
  readonly matrix?:
    | { readonly builds: Valued<boolean>; readonly configurations: Valued<boolean> }
    | undefined;
}

const moreElementsOf = elementsOf(
  'throttle-concurrents',
  'jobs limit builds with the same parameters',
  '1.8.5',
);

/** How many builds run at once, by the Throttle Concurrent Builds plugin. */
export const throttle: Thing<ThrottleProperty> = {
  kind: 'throttle',
  needs: use('Job', 'throttleConcurrentBuilds', 'jobs limit how many builds run at once'),
  xml: ({ perNode, total, categories = [], more }) =>
    element('hudson.plugins.throttleconcurrents.ThrottleJobProperty', [
      leaf('maxConcurrentPerNode', perNode ?? 0),
      leaf('maxConcurrentTotal', total ?? 0),
      leaf('throttleEnabled', more?.enabled ?? true),
      leaf('throttleOption', more?.option ?? (categories.length === 0 ? 'project' : 'category')),
      element(
        'categories',
        categories.map((category) => leaf('string', category)),
      ),
      ...(more === undefined ? [] : moreElements(more)),
    ]),
  hasCalls: ({ more }) => more === undefined,
  inside: ({ more, origin }, needs) => {
    if (more !== undefined) needs.use(moreElementsOf, origin);
  },
  dsl: ({ perNode, total, categories }, dsl) =>
    dsl.block('throttleConcurrentBuilds', () => {
      dsl.given('maxPerNode', perNode);
      dsl.given('maxTotal', total);
      dsl.given('categories', categories);
    }),
};

function moreElements({ limitsSameParameters, matrix, parameters }: MoreThrottling): XmlElement[] {
  return [
    leaf('limitOneJobWithMatchingParams', limitsSameParameters),
    ...(matrix === undefined
      ? []
      : [
          element('matrixOptions', [
            leaf('throttleMatrixBuilds', matrix.builds),
            leaf('throttleMatrixConfigurations', matrix.configurations),
          ]),
        ]),
    leaf('paramsToUseForLimit', joinTexts(parameters, ',')),
    leaf('configVersion', 1),
  ];
}
