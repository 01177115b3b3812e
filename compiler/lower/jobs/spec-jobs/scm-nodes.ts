import type { Scm } from '../../../../jenkins/scm/all-scms.ts';
import type { GitRemote, GitScm } from '../../../../jenkins/scm/git.ts';
import type { GitBrowser } from '../../../../jenkins/scm/git-browsers.ts';
import type { GitExtension } from '../../../../jenkins/scm/git-extensions.ts';
import type {
  GitRemoteScm,
  GitScm as GitSpec,
  JobGitBrowser,
  JobGitExtension,
  JobScm,
} from '../../../../schema/generated/located.ts';
import { fromSeveral } from '../../../text/origin.ts';
import type { JobScope } from '../job-scope.ts';
import { asWritten, type NodeTable, nodesOf } from './nodes-of.ts';
import { xmlNode } from './xml-node.ts';

/** Returns the checkout of a job: the only one, or one of several; none where nothing is to be checked out. */
export function jobScm(entries: readonly JobScm[], scope: JobScope): Scm | undefined {
  const scms = nodesOf(entries, scmNodes, scope);
  const [first] = scms;
  if (first === undefined || scms.length === 1) return first;
  return { kind: 'multi', scms, origin: fromSeveral(scms.map(({ origin }) => origin)) };
}

/** How the things of the spec become nodes of the job. */
const scmNodes: NodeTable<JobScm, Exclude<Scm, { kind: 'multi' }>> = {
  git: (spec, origin, scope) => ({ ...gitScm(spec, scope), origin }),
  svn: asWritten('svn'),
  hg: asWritten('hg'),
  repo: asWritten('repo'),
  none: () => undefined,
  xml: xmlNode,
};

function gitScm(spec: GitSpec, scope: JobScope): Omit<GitScm, 'origin'> {
  const [browser] = nodesOf(spec.browser === undefined ? [] : [spec.browser], gitBrowserNodes, scope);
  const { git_tool: tool } = spec;
  return {
    kind: 'git',
    remotes: [spec, ...spec.remotes].map(gitRemote),
    branches: spec.branches,
    extensions: nodesOf(spec.extensions, gitExtensionNodes, scope),
    browser,
    tool: tool.value === 'Default' ? undefined : tool,
  };
}

function gitRemote({ url, name, refspec, credentials, $ }: GitRemoteScm | GitSpec): GitRemote {
  return { url, name, refspec, credentials, origin: $.origin };
}

const gitExtensionNodes: NodeTable<JobGitExtension, GitExtension> = {
  'clean-after-checkout': ({ remove_stale_nested_repos }, origin) => ({
    kind: 'clean-after-checkout',
    deleteNested: remove_stale_nested_repos,
    origin,
  }),
  'clean-before-checkout': ({ remove_stale_nested_repos }, origin) => ({
    kind: 'clean-before-checkout',
    deleteNested: remove_stale_nested_repos,
    origin,
  }),
  'clone-options': ({ shallow, depth, no_tags, honor_refspec, reference, timeout }, origin) => ({
    kind: 'clone-options',
    shallow,
    depth,
    noTags: no_tags,
    honorRefspec: honor_refspec,
    reference,
    timeout,
    origin,
  }),
  'submodule-options': ({ parent_credentials, ...spec }, origin) => ({
    kind: 'submodule-options',
    disable: spec.disable,
    recursive: spec.recursive,
    tracking: spec.tracking,
    parentCredentials: parent_credentials,
    reference: spec.reference,
    timeout: spec.timeout,
    shallow: spec.shallow,
    depth: spec.depth,
    threads: spec.threads,
    origin,
  }),
  'local-branch': ({ branch }, origin) => ({ kind: 'local-branch', branch, origin }),
  'merge-options': ({ remote, branch, strategy, fast_forward }, origin) => ({
    kind: 'merge-options',
    remote,
    branch,
    strategy,
    fastForward: fast_forward.map((mode) => mode.toUpperCase().replace('-', '_')),
    origin,
  }),
  'relative-target-directory': ({ directory }, origin) => ({
    kind: 'relative-target-directory',
    directory,
    origin,
  }),
  'disable-remote-poll': (_, origin) => ({ kind: 'disable-remote-poll', origin }),
  'ignore-notify-commit': (_, origin) => ({ kind: 'ignore-notify-commit', origin }),
  'per-build-tag': (_, origin) => ({ kind: 'per-build-tag', origin }),
  'prune-branches': (_, origin) => ({ kind: 'prune-branches', origin }),
  'wipe-out-workspace': (_, origin) => ({ kind: 'wipe-out-workspace', origin }),
  'author-in-changelog': asWritten('author-in-changelog'),
  'build-single-revision': asWritten('build-single-revision'),
  'changelog-to-branch': asWritten('changelog-to-branch'),
  'checkout-options': asWritten('checkout-options'),
  'choosing-strategy': asWritten('choosing-strategy'),
  'first-build-changelog': asWritten('first-build-changelog'),
  'lfs-pull': asWritten('lfs-pull'),
  'message-exclusion': asWritten('message-exclusion'),
  'path-restriction': asWritten('path-restriction'),
  'prune-tags': asWritten('prune-tags'),
  'scm-name': asWritten('scm-name'),
  'sparse-checkout': asWritten('sparse-checkout'),
  'user-exclusion': asWritten('user-exclusion'),
  'user-identity': asWritten('user-identity'),
};

const gitBrowserNodes: NodeTable<JobGitBrowser, GitBrowser> = {
  gitweb: ({ url }, origin) => ({ kind: 'git-web', url, origin }),
  assembla: ({ url }, origin) => ({ kind: 'assembla', url, origin }),
  bitbucket: ({ url }, origin) => ({ kind: 'bitbucket', url, origin }),
  'bitbucket-server': ({ url }, origin) => ({ kind: 'bitbucket-server', url, origin }),
  cgit: ({ url }, origin) => ({ kind: 'cgit', url, origin }),
  fisheye: ({ url }, origin) => ({ kind: 'fisheye', url, origin }),
  gitblit: ({ url, project }, origin) => ({ kind: 'gitblit', url, more: project, origin }),
  github: ({ url }, origin) => ({ kind: 'github', url, origin }),
  gitiles: ({ url }, origin) => ({ kind: 'gitiles', url, origin }),
  gitlab: ({ url, version }, origin) => ({ kind: 'gitlab', url, more: version, origin }),
  gitlist: ({ url }, origin) => ({ kind: 'gitlist', url, origin }),
  gitorious: ({ url }, origin) => ({ kind: 'gitorious', url, origin }),
  gogs: ({ url }, origin) => ({ kind: 'gogs', url, origin }),
  kiln: ({ url }, origin) => ({ kind: 'kiln', url, origin }),
  phabricator: ({ url, repository }, origin) => ({ kind: 'phabricator', url, more: repository, origin }),
  redmine: ({ url }, origin) => ({ kind: 'redmine', url, origin }),
  rhodecode: ({ url }, origin) => ({ kind: 'rhodecode', url, origin }),
  stash: ({ url }, origin) => ({ kind: 'stash', url, origin }),
  'team-foundation': ({ url }, origin) => ({ kind: 'team-foundation', url, origin }),
  viewgit: ({ url, project }, origin) => ({ kind: 'viewgit', url, more: project, origin }),
};
