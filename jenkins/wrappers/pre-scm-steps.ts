import type { Valued } from '../../compiler/text/traced-text.ts';
import { type Builder, builders } from '../builders/all-builders.ts';
import type { ItemNode } from '../shared/node.ts';
import { use, WRAPPERS } from '../shared/plugin-use.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf } from '../shared/xml.ts';

/** Runs steps before the checkout. */
export interface PreScmSteps extends ItemNode {
  readonly kind: 'pre-scm-buildstep';
  readonly steps: readonly Builder[];
  readonly failOnError: Valued<boolean>;
}

/** Runs steps before the checkout, by the Pre SCM BuildStep plugin, with the elements that Job DSL prints. */
export const preScmSteps: Thing<PreScmSteps> = {
  kind: 'pre-scm-buildstep',
  needs: use(WRAPPERS, 'preScmSteps', 'jobs run steps before their checkout', '0.3'),
  xml: ({ steps, failOnError }) =>
    element('org.jenkinsci.plugins.preSCMbuildstep.PreSCMBuildStepsWrapper', [
      element('buildSteps', builders.plain(steps)),
      leaf('failOnError', failOnError),
    ]),
  inside: ({ steps }, needs) => builders.needs(steps, needs),
};
