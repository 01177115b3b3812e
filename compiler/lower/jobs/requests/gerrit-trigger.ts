import type { GerritTrigger } from '../../../../jenkins/triggers/gerrit.ts';
import type { Component, Forge } from '../../../../schema/generated/located.ts';
import { fromPolicy } from '../../../text/origin.ts';
import { type Sourced, sourced } from '../../../text/sourced.ts';
import { branchName } from '../../../util/branch-name.ts';

/** What a component of a project on Gerrit is known by. */
interface GerritComponent {
  readonly component: Component;
  /** Name of the project on Gerrit. */
  readonly name: string;
  readonly server?: Forge | undefined;
}

const recheck = sourced(
  '^\\s*recheck\\b',
  fromPolicy('A comment that starts with this word asks for another build, as in many projects on Gerrit.'),
);

/**
 * Returns the trigger for changes of a component on Gerrit. The plugin looks at the files of a change that waits for a
 * review; an update of the branch names none, and the pipeline looks itself.
 */
export function gerritTrigger(
  { component, name, server }: GerritComponent,
  purpose: 'review' | 'push',
): GerritTrigger {
  const { repository, paths, pull_requests: requests, $ } = component;
  const isReview = purpose === 'review';
  const url = repository?.git.origin ?? $.origin;
  const cause = isReview ? requests?.$.origin : undefined;
  return {
    kind: 'gerrit',
    server: server?.name ?? sourced('__ANY__', fromPolicy('Without a server in the settings, any will do.')),
    project: sourced(name, url),
    branch: (repository?.branch ?? sourced('master', url)).map(branchName),
    files: isReview ? paths.flatMap(antPatterns) : [],
    on: isReview ? { kind: 'review', comment: recheck } : { kind: 'updated' },
    origin: cause ?? url,
  };
}

/** To git, a folder stands for all that is in it; to Ant, for nothing. */
function antPatterns(path: Sourced<string>): Sourced<string>[] {
  if (path.value.endsWith('/')) return [path.map((text) => `${text}**`)];
  return /[*?]/.test(path.value) ? [path] : [path, path.map((text) => `${text}/**`)];
}
