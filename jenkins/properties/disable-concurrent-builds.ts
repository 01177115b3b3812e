import type { Valued } from '../../compiler/text/traced-text.ts';
import type { ItemNode } from '../shared/node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf } from '../shared/xml.ts';

/** Builds of a pipeline run one at a time. */
export interface DisableConcurrentBuilds extends ItemNode {
  readonly kind: 'disable-concurrent-builds';
  /** Whether a build that runs is aborted when the next one comes. */
  readonly abortPrevious?: Valued<boolean> | undefined;
}

/**
 * Lets the builds of a pipeline wait for each other. Pipeline: Job has the property, whose plugin a pipeline needs
 * anyway, and Job DSL writes it in the dynamic DSL.
 */
export const disableConcurrentBuilds: Thing<DisableConcurrentBuilds> = {
  kind: 'disable-concurrent-builds',
  needs: 'core',
  xml: ({ abortPrevious }) =>
    element('org.jenkinsci.plugins.workflow.job.properties.DisableConcurrentBuildsJobProperty', [
      leaf('abortPrevious', abortPrevious ?? false),
    ]),
  dsl: ({ abortPrevious }, dsl) =>
    dsl.block('properties', () =>
      dsl.block('disableConcurrentBuilds', () => dsl.call('abortPrevious', abortPrevious ?? false)),
    ),
};
