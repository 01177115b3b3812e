import type { ItemNode } from '../shared/node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf } from '../shared/xml.ts';

/** Builds of a pipeline run one at a time. */
export interface DisableConcurrentBuilds extends ItemNode {
  readonly kind: 'disable-concurrent-builds';
}

/**
 * Lets the builds of a pipeline wait for each other. Pipeline: Job has the property, whose plugin a pipeline needs
 * anyway, and Job DSL writes it in the dynamic DSL.
 */
export const disableConcurrentBuilds: Thing<DisableConcurrentBuilds> = {
  kind: 'disable-concurrent-builds',
  needs: 'core',
  xml: () =>
    element('org.jenkinsci.plugins.workflow.job.properties.DisableConcurrentBuildsJobProperty', [
      leaf('abortPrevious', false),
    ]),
  dsl: (_, dsl) =>
    dsl.block('properties', () =>
      dsl.block('disableConcurrentBuilds', () => dsl.call('abortPrevious', false)),
    ),
};
