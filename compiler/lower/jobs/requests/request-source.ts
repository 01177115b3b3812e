import type { BranchSource } from '../../../../jenkins/items/branch-sources.ts';
import type { LinkedRequests } from '../../../link/project.ts';
import { fromDefault, fromPolicy, fromSeveral } from '../../../text/origin.ts';
import { type Sourced, sourced } from '../../../text/sourced.ts';
import { readGitUrl } from '../../../util/git-url.ts';
import { githubApi, PUBLIC_GITHUB_API } from '../../../util/github-api.ts';
import { withoutSlashesAtEnd } from '../../../util/without-slashes.ts';
import type { JobScope } from '../job-scope.ts';

/** Returns where a multibranch pipeline finds the pull requests of a component; none for Gerrit, which has a trigger. */
export function requestSource(scope: JobScope, requests: LinkedRequests): BranchSource | undefined {
  const { component, spec, repository, forge, server, credentials } = requests;
  const origin = fromSeveral([
    spec.$.origin,
    repository.$.origin,
    ...(server === undefined ? [] : [server.$.origin]),
  ]);
  const id = sourced(`${component.name.value}-pull-requests`, fromSeveral([component.name.origin, known]));
  const common = {
    id,
    owner: sourced(requests.owner, repository.git.origin),
    repository: sourced(requests.name, repository.git.origin),
    credentials,
    sshKey: sshKey(requests),
    forks: spec.forks.value !== 'ignore',
    origin,
  };
  const status = sourced(
    `${scope.project.name.value}/${component.name.value}`,
    fromSeveral([scope.project.name.origin, component.name.origin, apart]),
  );
  switch (forge.value) {
    case 'github': {
      const api = server?.url.map(githubApi) ?? sourced(PUBLIC_GITHUB_API, forge.origin);
      return { kind: 'github-requests', ...common, api, status };
    }
    case 'gitlab':
      return server && { kind: 'gitlab-requests', ...common, server: server.name, status };
    case 'bitbucket': {
      const url = server?.url.map(withoutSlashesAtEnd) ?? sourced(BITBUCKET_CLOUD, forge.origin);
      return { kind: 'bitbucket-requests', ...common, server: url };
    }
    case 'gerrit':
      return undefined;
  }
}

const BITBUCKET_CLOUD = 'https://bitbucket.org';

const known = fromPolicy(
  'Jenkins knows the source of a multibranch pipeline by its id, which stays the same.',
);

const apart = fromPolicy('Each component of a repository has a result of its own at a pull request.');

/** A repository that the component checks out by SSH is checked out so for pull requests, too, with the same key. */
function sshKey({ repository: { git, credentials } }: LinkedRequests): Sourced<string> | undefined {
  if (readGitUrl(git.value).kind !== 'ssh' || credentials.value === '') return undefined;
  return sourced(
    credentials.value,
    fromSeveral([
      credentials.origin,
      git.origin,
      ...(credentials.origin.kind === 'default'
        ? [fromDefault('build.components[].repository.credentials')]
        : []),
    ]),
  );
}
