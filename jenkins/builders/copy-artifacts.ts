import type { XmlElement } from '../../compiler/print/xml-element.ts';
import { joinTexts, type Text, type Valued } from '../../compiler/text/traced-text.ts';
import type { ItemNode } from '../shared/node.ts';
import { STEPS, use } from '../shared/plugin-use.ts';
import type { Thing } from '../shared/thing.ts';
import { element, ifTrue, leaf, typed } from '../shared/xml.ts';

/** Copies artifacts of another job into the workspace. */
export interface CopyArtifactsBuilder extends ItemNode {
  readonly kind: 'copy-artifacts';
  readonly job: Text;
  readonly include: readonly Text[];
  readonly from: BuildSelector;
}

/** Which build of the other job. */
export type BuildSelector =
  | { readonly kind: 'workspace' }
  | { readonly kind: 'latest-successful'; readonly stable?: Valued<boolean> | undefined };

/** Copies artifacts of a build of another job. */
export const copyArtifactsBuilder: Thing<CopyArtifactsBuilder> = {
  kind: 'copy-artifacts',
  needs: use(STEPS, 'copyArtifacts', 'jobs copy artifacts of other jobs'),
  xml: ({ job, include, from }) =>
    element('hudson.plugins.copyartifact.CopyArtifact', [
      leaf('project', job),
      leaf('filter', joinTexts(include, ', ')),
      leaf('target', ''),
      leaf('doNotFingerprintArtifacts', false),
      selector(from),
    ]),
  dsl: ({ job, include, from }, dsl) =>
    dsl.block(
      'copyArtifacts',
      () => {
        dsl.call('includePatterns', ...include);
        dsl.block('buildSelector', () => {
          if (from.kind === 'workspace') dsl.call('workspace');
          else dsl.call('latestSuccessful', from.stable);
        });
      },
      job,
    ),
};

function selector(from: BuildSelector): XmlElement {
  const type = 'hudson.plugins.copyartifact';
  return from.kind === 'workspace'
    ? // The engine prints the word `null` here; XStream does not mind.
      typed('selector', `${type}.WorkspaceSelector`, 'null')
    : typed('selector', `${type}.StatusBuildSelector`, ifTrue('stable', from.stable));
}
