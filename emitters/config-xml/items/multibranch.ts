import type { BranchSource, MultibranchJob, OrphanedItems } from '../../../compiler/ir/items/multibranch.ts';
import type { XmlElement } from '../../../compiler/print/xml-element.ts';
import { type ByKind, byKind } from '../../../compiler/util/by-kind.ts';
import { element, from, leaf, optional, typed } from '../element.ts';
import { triggerElements } from '../nodes/triggers.ts';

const PROJECT = 'org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject';
const FOLDER = 'com.cloudbees.hudson.plugins.folder';
const owner: XmlElement = { name: 'owner', attributes: { class: PROJECT, reference: '../..' }, content: '' };

const sources: ByKind<BranchSource, XmlElement> = {
  git: ({ id, remote, credentials, includes, excludes }) =>
    typed('source', 'jenkins.plugins.git.GitSCMSource', [
      leaf('id', id),
      leaf('remote', remote),
      leaf('credentialsId', credentials ?? ''),
      leaf('includes', includes ?? '*'),
      leaf('excludes', excludes ?? ''),
      leaf('ignoreOnPushNotifications', false),
    ]),
  github: ({ id, owner: repoOwner, repository, scanCredentials, checkoutCredentials }) =>
    typed('source', 'org.jenkinsci.plugins.github_branch_source.GitHubSCMSource', [
      leaf('id', id),
      leaf('scanCredentialsId', scanCredentials ?? ''),
      leaf('checkoutCredentialsId', checkoutCredentials ?? 'SAME'),
      leaf('repoOwner', repoOwner),
      leaf('repository', repository),
      leaf('includes', '*'),
      leaf('excludes', ''),
      leaf('buildOriginBranch', true),
      leaf('buildOriginBranchWithPR', true),
      leaf('buildOriginPRMerge', false),
      leaf('buildOriginPRHead', false),
      leaf('buildForkPRMerge', true),
      leaf('buildForkPRHead', false),
    ]),
};

/** Returns a multibranch pipeline: Job DSL's template in its order, then what the engine appends. */
export function multibranchElement(job: MultibranchJob): XmlElement {
  const { displayName, description, orphanedItems, triggers, scriptPath } = job;
  return element(PROJECT, [
    element('properties'),
    typed('folderViews', 'jenkins.branch.MultiBranchProjectViewHolder', [owner]),
    element('healthMetrics', [
      element(`${FOLDER}.health.WorstChildHealthMetric`, [leaf('nonRecursive', false)]),
    ]),
    typed('icon', 'jenkins.branch.MetadataActionFolderIcon', [owner]),
    ...(orphanedItems === undefined ? [orphanedItemStrategy(false)] : []),
    element('triggers', triggerElements(triggers)),
    typed('sources', 'jenkins.branch.MultiBranchProject$BranchSourceList', [
      element('data', job.sources.map(branchSource)),
      owner,
    ]),
    typed('factory', 'org.jenkinsci.plugins.workflow.multibranch.WorkflowBranchProjectFactory', [
      owner,
      ...optional('scriptPath', scriptPath),
    ]),
    ...optional('displayName', displayName),
    ...optional('description', description),
    ...(orphanedItems === undefined
      ? []
      : [from(orphanedItems.origin, orphanedItemStrategy(true, orphanedItems))]),
  ]);
}

function branchSource(source: BranchSource): XmlElement {
  return from(
    source.origin,
    element('jenkins.branch.BranchSource', [
      byKind(sources, source),
      typed('strategy', 'jenkins.branch.DefaultBranchPropertyStrategy', [typed('properties', 'empty-list')]),
    ]),
  );
}

function orphanedItemStrategy(prune: boolean, kept?: OrphanedItems): XmlElement {
  return typed('orphanedItemStrategy', `${FOLDER}.computed.DefaultOrphanedItemStrategy`, [
    leaf('pruneDeadBranches', prune),
    leaf('daysToKeep', kept?.daysToKeep ?? -1),
    leaf('numToKeep', kept?.numToKeep ?? -1),
  ]);
}
