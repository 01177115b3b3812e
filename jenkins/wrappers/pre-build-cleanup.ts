import type { WorkspaceCleanupWrapper } from '../../schema/generated/located.ts';
import type { ItemNode } from '../shared/node.ts';
import { use, WRAPPERS } from '../shared/plugin-use.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf } from '../shared/xml.ts';

/** Cleans the workspace before the build. */
export interface PreBuildCleanup extends ItemNode {
  readonly kind: 'pre-build-cleanup';
  /** What a spec says of it; everything is deleted when it is absent. */
  readonly spec?: WorkspaceCleanupWrapper | undefined;
}

/**
 * Cleans the workspace before the build, by the Workspace Cleanup plugin. What a spec says has the elements that the
 * plugin saves (`PreBuildCleanup`, read 2026-11).
 */
export const preBuildCleanup: Thing<PreBuildCleanup> = {
  kind: 'pre-build-cleanup',
  needs: use(WRAPPERS, 'preBuildCleanup', 'jobs clean their workspace before a build'),
  xml: ({ spec }) =>
    element('hudson.plugins.ws__cleanup.PreBuildCleanup', [
      element('patterns', spec === undefined ? [] : patterns(spec)),
      leaf('deleteDirs', spec?.dirmatch ?? false),
      leaf('cleanupParameter', spec?.check_parameter ?? ''),
      leaf('externalDelete', spec?.external_deletion_command ?? ''),
      ...(spec === undefined ? [] : [leaf('disableDeferredWipeout', spec.disable_deferred_wipeout)]),
    ]),
  dsl: (_, dsl) => dsl.call('preBuildCleanup'),
  hasCalls: ({ spec }) => spec === undefined,
};

function patterns({ include, exclude }: WorkspaceCleanupWrapper) {
  const all = [
    ...include.map((path) => ['INCLUDE', path] as const),
    ...exclude.map((path) => ['EXCLUDE', path] as const),
  ];
  return all.map(([type, path]) =>
    element('hudson.plugins.ws__cleanup.Pattern', [leaf('pattern', path), leaf('type', type)]),
  );
}
