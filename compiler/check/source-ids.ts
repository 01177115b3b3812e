import type { JobSource } from '../../schema/generated/located.ts';
import type { Sourced } from '../text/sourced.ts';

type Kind = Exclude<keyof JobSource, '$'>;

/**
 * Returns the id by which Jenkins knows the source of a multibranch project, by its kind: that of the spec, or one that
 * is made of the repository. Branches belong to the id, not to the place of the source in its list.
 */
export const sourceIds: {
  readonly [Name in Kind]: (source: NonNullable<JobSource[Name]>) => Sourced<string>;
} = {
  git: ({ id, url }) => id ?? url.map((text) => `git-${text}`),
  github: ({ id, repo_owner, repo }) => id ?? repo.map((name) => `github-${repo_owner.value}-${name}`),
  gitlab: ({ id, server, project }) => id ?? project.map((path) => `gitlab-${server.value}-${path}`),
  bitbucket: ({ id, repo_owner, repo }) => id ?? repo.map((name) => `bitbucket-${repo_owner.value}-${name}`),
  gerrit: ({ id, url }) => id ?? url.map((text) => `gerrit-${text}`),
};

/** Returns the ids of sources, in their order. */
export function idsOfSources(sources: readonly JobSource[]): readonly Sourced<string>[] {
  return sources.flatMap(({ git, github, gitlab, bitbucket, gerrit }) => [
    ...(git === undefined ? [] : [sourceIds.git(git)]),
    ...(github === undefined ? [] : [sourceIds.github(github)]),
    ...(gitlab === undefined ? [] : [sourceIds.gitlab(gitlab)]),
    ...(bitbucket === undefined ? [] : [sourceIds.bitbucket(bitbucket)]),
    ...(gerrit === undefined ? [] : [sourceIds.gerrit(gerrit)]),
  ]);
}
