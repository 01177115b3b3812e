import type { Component } from '../../../../schema/generated/located.ts';
import { forgeOf } from '../../../link/link-requests.ts';
import { shellWord } from '../../../print/shell-word.ts';
import { fromSeveral } from '../../../text/origin.ts';
import { joined, joinTexts } from '../../../text/traced-text.ts';
import { type ScriptPart, scriptPart } from '../pipeline-script.ts';
import { renderScript } from '../render-script.ts';
import type { BuildPurpose } from './component-places.ts';

/** The end of a build that has nothing to do, and the method that finds out. */
interface SkippedBuild {
  readonly calls: readonly ScriptPart[];
  readonly methods: readonly ScriptPart[];
}

/**
 * Returns the end of a build whose changes touch no file of the component; nothing without `paths`, and on Gerrit,
 * whose trigger looks at the files itself. git compares, with the patterns as its pathspecs: the path restriction of the
 * git plugin looks for changes in a workspace, which agents in pods have no more, so that Jenkins would build at each
 * look, or a pipeline never (`AbstractProject.pollWithWorkspace`, `WorkflowJob.poll`, read 2026-11).
 *
 * A push that is skipped is no success: nothing that waits for one starts. A pull request is one, as forges want it.
 */
export function skipUntouched(
  { name, paths, repository, pull_requests: requests }: Component,
  purpose: BuildPurpose,
): SkippedBuild {
  if (paths.length === 0 || repository === undefined) return { calls: [], methods: [] };
  const isRequest = purpose === 'pull-request';
  if (isRequest && forgeOf(repository)?.value === 'gerrit') return { calls: [], methods: [] };
  const pathspecs = joinTexts(
    paths.map((path) => path.map((pattern) => shellWord(`:(glob)${pattern}`))),
    ' ',
  );
  const script = renderScript('untouched.sh', { isRequest, pathspecs });
  const patterns = joinTexts(paths, ', ');
  const message = isRequest
    ? joined`The pull request changes no file of component ${name} (${patterns}): there is nothing to build.`
    : joined`Nothing changed since the last success of component ${name} (${patterns}): there is nothing to build.`;
  const origin = fromSeveral(paths.map((path) => path.origin));
  return {
    calls: [
      scriptPart(
        'skip-untouched.groovy',
        { isRequest, isDeployed: isRequest && requests?.environment !== undefined, message, origin },
        ['echo'],
      ),
    ],
    methods: [
      isRequest
        ? scriptPart('untouched-request.groovy', { script, origin }, ['sh'])
        : scriptPart('untouched-push.groovy', { script, origin }, ['sh', 'withEnv']),
    ],
  };
}
