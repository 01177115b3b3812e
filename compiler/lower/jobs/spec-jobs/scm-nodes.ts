import type { Scm } from '../../../../jenkins/scm/all-scms.ts';
import type { JobScm } from '../../../../schema/generated/located.ts';
import type { NodeTable } from './nodes-of.ts';

/** How the things of the spec become nodes of the job. */
export const scmNodes: NodeTable<JobScm, Scm> = {
  git: ({ url, branch, credentials }, origin) => ({
    kind: 'git',
    remotes: [{ url, credentials, origin }],
    branches: branch.value === '' ? undefined : [branch],
    origin,
  }),
};
