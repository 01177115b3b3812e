import type { Text, Valued } from '../../compiler/text/traced-text.ts';
import { itemThing } from '../shared/item-thing.ts';
import type { ItemBase, ItemNode } from '../shared/node.ts';
import { use } from '../shared/plugin-use.ts';
import { element, from, leaf, optional } from '../shared/xml.ts';
import { viewHead } from './view-base.ts';

/** Pipelines of jobs. */
export interface DeliveryPipelineView extends ItemBase {
  readonly kind: 'delivery-pipeline-view';
  readonly pipelineInstances?: Valued<number> | undefined;
  readonly components: readonly DeliveryComponent[];
}

/** One pipeline, from its first job on. */
export interface DeliveryComponent extends ItemNode {
  readonly name: Text;
  readonly firstJob: Text;
}

const PACKAGE = 'se.diabol.jenkins.pipeline';

/** Pipelines of jobs, by the Delivery Pipeline plugin. */
export const deliveryPipelineView = itemThing<DeliveryPipelineView>({
  kind: 'delivery-pipeline-view',
  isView: true,
  fragmentPlaces: ['', 'properties', 'componentSpecs'],
  needs: use('ViewFactory', 'deliveryPipelineView', 'views show delivery pipelines'),
  xml: (view) => {
    const components = view.components.map(({ origin, name, firstJob }) =>
      from(
        origin,
        element(`${PACKAGE}.DeliveryPipelineView_-ComponentSpec`, [
          leaf('name', name),
          leaf('firstJob', firstJob),
        ]),
      ),
    );
    return element(`${PACKAGE}.DeliveryPipelineView`, [
      ...viewHead({}),
      leaf('noOfPipelines', view.pipelineInstances ?? 3),
      leaf('showAggregatedPipeline', false),
      leaf('noOfColumns', 1),
      leaf('sorting', 'none'),
      leaf('showAvatars', false),
      leaf('updateInterval', 2),
      leaf('showChanges', false),
      leaf('allowManualTriggers', false),
      ...optional('description', view.description),
      ...(components.length === 0 ? [] : [element('componentSpecs', components)]),
    ]);
  },
  method: 'deliveryPipelineView',
  dsl: (view, dsl) => {
    dsl.given('description', view.description);
    dsl.given('pipelineInstances', view.pipelineInstances);
    if (view.components.length === 0) return;
    dsl.block('pipelines', () =>
      dsl.each(view.components, ({ name, firstJob }) => dsl.call('component', name, firstJob)),
    );
  },
});
