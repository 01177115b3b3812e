import type { WorkspaceCleanupPublisher } from '../../schema/generated/located.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf } from '../shared/xml.ts';
import { negated } from './spec-elements.ts';

/** The publisher that a spec asks for. */
export type WrittenWsCleanup = SpecNode<'ws-cleanup', WorkspaceCleanupPublisher>;

const PACKAGE = 'hudson.plugins.ws__cleanup';

/** Removes the workspace after the build as a spec says (`WsCleanup` 0.49, read 2026-08). */
export const writtenWsCleanup: Pick<Thing<WrittenWsCleanup>, 'xml'> = {
  xml: ({ spec: { include, exclude, clean_if: results, ...spec } }) =>
    element(`${PACKAGE}.WsCleanup`, [
      element('patterns', [...patternElements(include, 'INCLUDE'), ...patternElements(exclude, 'EXCLUDE')]),
      leaf('deleteDirs', spec.dirmatch),
      leaf('skipWhenFailed', false),
      leaf('cleanWhenSuccess', results.success),
      leaf('cleanWhenUnstable', results.unstable),
      leaf('cleanWhenFailure', results.failure),
      leaf('cleanWhenNotBuilt', results.not_built),
      leaf('cleanWhenAborted', results.aborted),
      negated('notFailBuild', spec.fail_build),
      leaf('cleanupMatrixParent', spec.clean_parent),
      leaf('externalDelete', spec.external_deletion_command),
      leaf('disableDeferredWipeout', spec.disable_deferred_wipeout),
    ]),
};

function patternElements(patterns: WorkspaceCleanupPublisher['include'], type: 'INCLUDE' | 'EXCLUDE') {
  return patterns.map((pattern) =>
    element(`${PACKAGE}.Pattern`, [leaf('pattern', pattern), leaf('type', type)]),
  );
}
