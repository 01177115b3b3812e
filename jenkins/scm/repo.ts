import type { RepoScm } from '../../schema/generated/located.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { leaf, optional, strings, typed } from '../shared/xml.ts';

/** The repositories of a manifest of Android's tool, by the Repo plugin. */
export const repo: Thing<SpecNode<'repo', RepoScm>> = {
  kind: 'repo',
  needs: elementsOf('repo', 'jobs check out repositories of a manifest', '1.17.0'),
  xml: ({ spec }) =>
    typed('scm', 'hudson.plugins.repo.RepoScm', [
      leaf('manifestRepositoryUrl', spec.url),
      ...optional('manifestFile', spec.manifest_file),
      ...optional('manifestGroup', spec.manifest_group),
      ...optional('manifestPlatform', spec.manifest_platform),
      ...optional('repoUrl', spec.repo_url),
      ...optional('repoBranch', spec.repo_branch),
      ...optional('mirrorDir', spec.mirror_dir),
      ...optional('manifestBranch', spec.manifest_branch),
      leaf('jobs', spec.jobs),
      leaf('depth', spec.depth),
      ...optional('localManifest', spec.local_manifest),
      ...optional('destinationDir', spec.destination_dir),
      leaf('currentBranch', spec.current_branch),
      leaf('resetFirst', spec.reset_first),
      leaf('cleanFirst', spec.clean_first),
      leaf('quiet', spec.quiet),
      leaf('forceSync', spec.force_sync),
      leaf('trace', spec.trace),
      leaf('showAllChanges', spec.show_all_changes),
      leaf('noTags', spec.no_tags),
      leaf('manifestSubmodules', spec.manifest_submodules),
      leaf('fetchSubmodules', spec.fetch_submodules),
      {
        ...strings('ignoreProjects', spec.ignore_projects),
        attributes: { class: spec.ignore_projects.length === 0 ? 'empty-set' : 'linked-hash-set' },
      },
      leaf('noCloneBundle', spec.no_clone_bundle),
      leaf('worktree', spec.worktree),
      leaf('noSync', spec.no_sync),
      leaf('gitLfs', spec.git_lfs),
    ]),
};
