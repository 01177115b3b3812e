import type { Text } from '../../compiler/text/traced-text.ts';
import type { ItemNode } from '../shared/node.ts';
import { use } from '../shared/plugin-use.ts';
import { saved } from '../shared/saved.ts';
import type { Thing } from '../shared/thing.ts';
import { element, ifTrue } from '../shared/xml.ts';

/** Where the job stands in a delivery pipeline view. */
export interface DeliveryPipelineProperty extends ItemNode {
  readonly kind: 'delivery-pipeline';
  readonly stage: Text;
  readonly task?: Text | undefined;
  /** Template of what is shown of a build. */
  readonly descriptionTemplate?: Text | undefined;
}

/** Where the job stands in a view of the Delivery Pipeline plugin. */
export const deliveryPipeline: Thing<DeliveryPipelineProperty> = {
  kind: 'delivery-pipeline',
  needs: use('Job', 'deliveryPipelineConfiguration', 'jobs stand in a delivery pipeline'),
  xml: ({ stage, task, descriptionTemplate }) =>
    element('se.diabol.jenkins.pipeline.PipelineProperty', [
      ...ifTrue('taskName', task),
      ...ifTrue('stageName', stage),
      ...ifTrue('descriptionTemplate', descriptionTemplate).map((template) => saved(template)),
    ]),
  dsl: ({ stage, task }, dsl) => dsl.call('deliveryPipelineConfiguration', stage, task),
};
