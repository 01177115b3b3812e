import type { Valued } from '../../compiler/text/traced-text.ts';
import type { ItemNode } from '../shared/node.ts';
import { use } from '../shared/plugin-use.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf } from '../shared/xml.ts';

/** How many executors a build takes. */
export interface WeightProperty extends ItemNode {
  readonly kind: 'weight';
  readonly weight: Valued<number>;
}

/** How many executors a build takes, by the Heavy Job plugin. */
export const weight: Thing<WeightProperty> = {
  kind: 'weight',
  needs: use('Project', 'weight', 'jobs take several executors'),
  xml: (property) => element('hudson.plugins.heavy__job.HeavyJobProperty', [leaf('weight', property.weight)]),
  dsl: (property, dsl) => dsl.call('weight', property.weight),
};
