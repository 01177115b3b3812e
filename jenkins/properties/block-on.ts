import { joinTexts, type Text } from '../../compiler/text/traced-text.ts';
import type { ItemNode } from '../shared/node.ts';
import { use } from '../shared/plugin-use.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf } from '../shared/xml.ts';

/** Waits while jobs that match run; regular expressions of names. */
export interface BlockOnProperty extends ItemNode {
  readonly kind: 'block-on';
  readonly jobs: readonly Text[];
  /** Where the jobs run that count; on the agent that would build unless it is said. */
  readonly blockLevel?: Text | undefined;
  /** Which jobs in the queue count, too; none unless it is said. */
  readonly scanQueueFor?: Text | undefined;
}

/** Waits while other jobs run, by the Build Blocker plugin. */
export const blockOn: Thing<BlockOnProperty> = {
  kind: 'block-on',
  needs: use('Job', 'blockOn', 'jobs wait for other jobs'),
  xml: ({ jobs, blockLevel, scanQueueFor }) =>
    element('hudson.plugins.buildblocker.BuildBlockerProperty', [
      leaf('useBuildBlocker', true),
      leaf('blockingJobs', joinTexts(jobs, '\n')),
      leaf('blockLevel', blockLevel ?? 'NODE'),
      leaf('scanQueueFor', scanQueueFor ?? 'DISABLED'),
    ]),
  dsl: ({ jobs, blockLevel, scanQueueFor }, dsl) => {
    if (blockLevel === undefined && scanQueueFor === undefined) dsl.call('blockOn', jobs);
    else
      dsl.block(
        'blockOn',
        () => {
          dsl.given('blockLevel', blockLevel);
          dsl.given('scanQueueFor', scanQueueFor);
        },
        jobs,
      );
  },
};
