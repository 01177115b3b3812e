import type { BranchSource } from '../../../../jenkins/items/branch-sources.ts';
import type { Folder } from '../../../../jenkins/items/folder.ts';
import type { FolderFields } from '../../../../jenkins/items/folder-parts.ts';
import type {
  FolderTrigger,
  MultibranchJob,
  OrphanedItems as OrphanedNode,
} from '../../../../jenkins/items/multibranch.ts';
import type { OrganizationFolder } from '../../../../jenkins/items/organization.ts';
import type {
  InlineScript,
  RemoteScript,
  ScriptElsewhere,
} from '../../../../jenkins/items/script-elsewhere.ts';
import type { Navigator } from '../../../../jenkins/sources/all-navigators.ts';
import type {
  FolderItem,
  InlinePipeline,
  JobFolderTrigger,
  JobNavigator,
  JobSource,
  MultibranchItem,
  OrganizationItem,
  OrphanedItems,
  RemoteJenkinsfile,
} from '../../../../schema/generated/located.ts';
import type { Sourced } from '../../../text/sourced.ts';
import type { JobScope } from '../job-scope.ts';
import { itemBase } from './job-base.ts';
import { oneSource } from './job-sources.ts';
import { asWritten, type NodeTable, nodesOf } from './nodes-of.ts';
import { ownScript } from './own-pipeline.ts';
import { jobScm } from './scm-nodes.ts';

const triggerNodes: NodeTable<JobFolderTrigger, FolderTrigger> = {
  periodic: ({ interval }, origin) => ({ kind: 'folder-scan', every: interval.value, origin }),
  webhook: ({ token }, origin) => ({ kind: 'folder-webhook', token, origin }),
  timed: ({ schedule }, origin) => ({ kind: 'cron', schedule, origin }),
};

const sourceNodes: NodeTable<JobSource, BranchSource> = {
  git: asWritten('git-source'),
  github: asWritten('github-source'),
  gitlab: asWritten('gitlab-source'),
  bitbucket: asWritten('bitbucket-source'),
  gerrit: asWritten('gerrit-source'),
};

const navigatorNodes: NodeTable<JobNavigator, Navigator> = {
  github: asWritten('github'),
  gitlab: asWritten('gitlab'),
  bitbucket: asWritten('bitbucket'),
  gerrit: asWritten('gerrit'),
};

/** Returns the folder that a spec declares. */
export function folderOf(spec: FolderItem, scope: JobScope): Folder {
  return {
    ...itemBase(spec, scope),
    family: 'folders',
    kind: 'folder',
    displayName: spec.display_name,
    spec: ownFields(spec),
  };
}

/** Returns the multibranch project that a spec asks for. */
export function multibranchOf(spec: MultibranchItem, scope: JobScope): MultibranchJob {
  return {
    ...itemBase(spec, scope),
    kind: 'multibranch',
    displayName: spec.display_name,
    disabled: spec.disabled,
    sources: nodesOf(spec.sources, sourceNodes, scope),
    triggers: nodesOf(spec.triggers, triggerNodes, scope),
    orphanedItems: orphanedItems(spec.orphaned_items),
    scriptPath: spec.script_path,
    ...scriptElsewhere(spec, scope),
    spec: ownFields(spec),
  };
}

/** Returns the folder of an organization that a spec asks for. */
export function organizationOf(spec: OrganizationItem, scope: JobScope): OrganizationFolder {
  const elsewhere = scriptElsewhere(spec, scope);
  const isElsewhere = elsewhere.inline !== undefined || elsewhere.remote !== undefined;
  return {
    ...itemBase(spec, scope),
    kind: 'organization',
    displayName: spec.display_name,
    disabled: spec.disabled,
    navigators: nodesOf(spec.sources, navigatorNodes, scope),
    triggers: nodesOf(spec.triggers, triggerNodes, scope),
    orphanedItems: orphanedItems(spec.orphaned_items),
    scriptPaths: isElsewhere
      ? spec.script_path.filter(({ origin }) => origin.kind !== 'default')
      : spec.script_path,
    ...elsewhere,
    spec: {
      ...ownFields(spec),
      build_strategies: spec.build_strategies,
      ...(spec.property_strategies === undefined ? {} : { property_strategies: spec.property_strategies }),
      child_trigger: spec.child_trigger,
    },
  };
}

/** The fields that stand nowhere else in the item: `diff` tells of a change once. */
function ownFields({ environment, health_metrics, $ }: FolderFields): FolderFields {
  return { environment, health_metrics, $ };
}

function orphanedItems(spec: OrphanedItems | undefined): OrphanedNode | undefined {
  if (spec === undefined) return undefined;
  const { days_to_keep: daysToKeep, num_to_keep: numToKeep, abort_builds: abortBuilds, $ } = spec;
  return { daysToKeep, numToKeep, abortBuilds, origin: $.origin };
}

/** Two scripts for the same branches are reported. */
function scriptElsewhere(spec: MultibranchItem | OrganizationItem, scope: JobScope): ScriptElsewhere {
  const { name, inline_pipeline: inline, remote_jenkinsfile: remote } = spec;
  const fields = { inline_pipeline: inline, remote_jenkinsfile: remote };
  if ((inline ?? remote) === undefined || !oneSource(scope, name, fields)) return {};
  return { inline: inlineScript(inline, name, scope), remote: remoteScript(remote, scope) };
}

function inlineScript(
  spec: InlinePipeline | undefined,
  job: Sourced<string>,
  scope: JobScope,
): InlineScript | undefined {
  const script = spec && ownScript(scope, job, spec);
  return script && { script, sandbox: spec.sandbox, marker: spec.marker, origin: spec.$.origin };
}

function remoteScript(spec: RemoteJenkinsfile | undefined, scope: JobScope): RemoteScript | undefined {
  if (spec === undefined) return undefined;
  const scm = jobScm(spec.scm, scope);
  if (scm === undefined) return undefined;
  return {
    scm,
    path: spec.path,
    matchBranches: spec.match_branches,
    fallbackBranch: spec.fallback_branch,
    marker: spec.marker,
    origin: spec.$.origin,
  };
}
