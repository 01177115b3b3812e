import { joinTexts, type Text, type Valued } from '../../compiler/text/traced-text.ts';
import type { ItemNode } from '../shared/node.ts';
import type { Thing } from '../shared/thing.ts';
import { completeThresholdContent, type Threshold } from '../shared/threshold.ts';
import { element, leaf } from '../shared/xml.ts';

/** Builds after other jobs reached a result; at least one job. */
export interface Upstream extends ItemNode {
  readonly kind: 'upstream';
  readonly jobs: readonly Text[];
  /** Not ABORTED: a pipeline keeps for it that the build is not complete, where Job DSL prints that it is. */
  readonly threshold: Valued<Exclude<Threshold, 'ABORTED'>>;
}

/** Builds after other jobs; the engine takes them as one text. */
export const upstream: Thing<Upstream> = {
  kind: 'upstream',
  needs: 'core',
  xml: ({ jobs, threshold }) =>
    element('jenkins.triggers.ReverseBuildTrigger', [
      leaf('spec', ''),
      leaf('upstreamProjects', joinTexts(jobs, ', ')),
      element('threshold', completeThresholdContent(threshold)),
    ]),
  dsl: ({ jobs, threshold }, dsl) => dsl.call('upstream', joinTexts(jobs, ', '), threshold),
};
