import { joinTexts, type Text } from '../../compiler/text/traced-text.ts';
import type { ItemNode } from '../shared/node.ts';
import { use } from '../shared/plugin-use.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf } from '../shared/xml.ts';

/** Waits while jobs that match run; regular expressions of names. */
export interface BlockOnProperty extends ItemNode {
  readonly kind: 'block-on';
  readonly jobs: readonly Text[];
}

/** Waits while other jobs run, by the Build Blocker plugin. */
export const blockOn: Thing<BlockOnProperty> = {
  kind: 'block-on',
  needs: use('Job', 'blockOn', 'jobs wait for other jobs'),
  xml: ({ jobs }) =>
    element('hudson.plugins.buildblocker.BuildBlockerProperty', [
      leaf('useBuildBlocker', true),
      leaf('blockingJobs', joinTexts(jobs, '\n')),
      leaf('blockLevel', 'NODE'),
      leaf('scanQueueFor', 'DISABLED'),
    ]),
  dsl: ({ jobs }, dsl) => dsl.call('blockOn', jobs),
};
