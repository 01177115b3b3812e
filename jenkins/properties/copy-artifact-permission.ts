import type { Text } from '../../compiler/text/traced-text.ts';
import type { ItemNode } from '../shared/node.ts';
import { STEPS, use } from '../shared/plugin-use.ts';
import { saved } from '../shared/saved.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf } from '../shared/xml.ts';

/** Which jobs may copy the artifacts of the job. */
export interface CopyArtifactPermissionProperty extends ItemNode {
  readonly kind: 'copy-artifact-permission';
  /** Names of jobs, relative to the folder of the job. */
  readonly jobs: readonly Text[];
}

/**
 * Lets jobs copy the artifacts of the job, by the Copy Artifact plugin, which asks for it in its mode "production". Job
 * DSL has it only in its dynamic form.
 */
export const copyArtifactPermission: Thing<CopyArtifactPermissionProperty> = {
  kind: 'copy-artifact-permission',
  needs: use(STEPS, 'copyArtifacts', 'jobs let others copy their artifacts'),
  xml: ({ jobs }) =>
    saved(
      element('hudson.plugins.copyartifact.CopyArtifactPermissionProperty', [
        element(
          'projectNameList',
          jobs.map((job) => leaf('string', job)),
        ),
      ]),
    ),
  dsl: () => undefined,
};
