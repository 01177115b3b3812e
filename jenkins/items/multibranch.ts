import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { Text, Valued } from '../../compiler/text/traced-text.ts';
import { type Scm, scms } from '../scm/all-scms.ts';
import { itemThing } from '../shared/item-thing.ts';
import type { ItemBase, ItemNode } from '../shared/node.ts';
import { elementsOf, use } from '../shared/plugin-use.ts';
import { saved } from '../shared/saved.ts';
import { element, from, leaf, optional, typed } from '../shared/xml.ts';
import { triggers } from '../triggers/all-triggers.ts';
import type { FolderScan, FolderWebhook } from '../triggers/folder-scan.ts';
import type { Cron } from '../triggers/schedules.ts';
import { type BranchSource, branchSources } from './branch-sources.ts';
import { type FolderFields, folderProperties, noteFolder, ownHealthMetrics } from './folder-parts.ts';

/** A folder that makes a pipeline job of every branch. */
export interface MultibranchJob extends ItemBase {
  readonly kind: 'multibranch';
  readonly displayName?: Text | undefined;
  readonly sources: readonly BranchSource[];
  readonly triggers?: readonly FolderTrigger[] | undefined;
  readonly orphanedItems?: OrphanedItems | undefined;
  /** Path of the script in the repository; `Jenkinsfile` when absent. */
  readonly scriptPath?: Text | undefined;
  /** The script itself, which no branch can change; it takes the place of the one in the repository. */
  readonly inline?: InlineScript | undefined;
  /** A script in another repository, which takes the place of the one of the branch. */
  readonly remote?: RemoteScript | undefined;
  readonly disabled?: Valued<boolean> | undefined;
  /** What jobs.bitesize says of it as a folder. */
  readonly spec?: FolderFields | undefined;
}

/** What makes a folder look for branches or repositories. */
export type FolderTrigger = Cron | FolderScan | FolderWebhook;

/** A script that stands in the job and runs for every branch that has a file. */
export interface InlineScript extends ItemNode {
  readonly script: Text;
  readonly sandbox: boolean;
  /** Path of the file that a branch must have. */
  readonly marker: Text;
}

/** A script in another repository. */
export interface RemoteScript extends ItemNode {
  readonly scm: Scm;
  readonly path: Text;
  readonly matchBranches: Valued<boolean>;
  readonly fallbackBranch: Text;
  /** Path of the file that a branch must have; any branch does when absent. */
  readonly marker?: Text | undefined;
}

/** How long jobs of branches that are gone are kept. */
export interface OrphanedItems extends ItemNode {
  readonly daysToKeep?: Valued<number> | undefined;
  readonly numToKeep?: Valued<number> | undefined;
  readonly abortBuilds?: Valued<boolean> | undefined;
}

const PACKAGE = 'org.jenkinsci.plugins.workflow.multibranch';
const PROJECT = `${PACKAGE}.WorkflowMultiBranchProject`;
const FOLDER = 'com.cloudbees.hudson.plugins.folder';
const INLINE = 'org.jenkinsci.plugins.inlinepipeline.InlineDefinitionBranchProjectFactory';
const REMOTE =
  'org.jenkinsci.plugins.workflow.multibranch.extended.RemoteJenkinsFileWorkflowBranchProjectFactory';
const remoteNeeds = elementsOf(
  'remote-file',
  'scripts of multibranch pipelines are in another repository',
  '1.24',
);
const inlineNeeds = elementsOf('inline-pipeline', 'pipelines of pull requests stand in the job');
const owner: XmlElement = { name: 'owner', attributes: { class: PROJECT, reference: '../..' }, content: '' };

/** A multibranch pipeline, by the Pipeline: Multibranch plugin. */
export const multibranch = itemThing<MultibranchJob>({
  kind: 'multibranch',
  isView: false,
  fragmentPlaces: ['', 'properties', 'healthMetrics', 'triggers', 'sources', 'factory'],
  needs: use('DslFactory', 'multibranchPipelineJob', 'jobs are multibranch pipelines'),
  xml: ({ displayName, description, orphanedItems, scriptPath, inline, remote, spec, ...job }) => {
    const metrics = ownHealthMetrics(spec);
    const factory = ownFactory(inline, remote);
    return element(PROJECT, [
      folderProperties(spec),
      typed('folderViews', 'jenkins.branch.MultiBranchProjectViewHolder', [owner]),
      ...(metrics.length === 0
        ? [
            element('healthMetrics', [
              element(`${FOLDER}.health.WorstChildHealthMetric`, [leaf('nonRecursive', false)]),
            ]),
          ]
        : []),
      typed('icon', 'jenkins.branch.MetadataActionFolderIcon', [owner]),
      ...(orphanedItems === undefined ? [orphanedItemStrategy(false)] : []),
      element('triggers', triggers.elements(job.triggers)),
      typed('sources', 'jenkins.branch.MultiBranchProject$BranchSourceList', [
        element('data', branchSources.elements(job.sources)),
        owner,
      ]),
      ...(factory.length === 0
        ? [
            typed('factory', `${PACKAGE}.WorkflowBranchProjectFactory`, [
              owner,
              saved(leaf('scriptPath', scriptPath ?? 'Jenkinsfile')),
            ]),
          ]
        : []),
      ...optional('displayName', displayName),
      ...optional('description', description),
      ...(orphanedItems === undefined
        ? []
        : [from(orphanedItems.origin, orphanedItemStrategy(true, orphanedItems))]),
      saved(leaf('disabled', job.disabled ?? false)),
      ...factory,
      ...metrics,
    ]);
  },
  method: 'multibranchPipelineJob',
  dsl: ({ displayName, description, orphanedItems, ...job }, dsl) => {
    dsl.given('displayName', displayName);
    dsl.given('description', description);
    const called = branchSources.called(job.sources);
    if (called.length > 0)
      dsl.block('branchSources', () => dsl.each(called, (source) => branchSources.dsl(source, dsl)));
    if (orphanedItems !== undefined)
      dsl.from(orphanedItems.origin, () =>
        dsl.block('orphanedItemStrategy', () =>
          dsl.block('discardOldItems', () => {
            dsl.given('daysToKeep', orphanedItems.daysToKeep);
            dsl.given('numToKeep', orphanedItems.numToKeep);
          }),
        ),
      );
    dsl.blocks('triggers', triggers.called(job.triggers), (trigger) => triggers.dsl(trigger, dsl));
  },
  inside: ({ sources, inline, remote, spec, triggers: started }, needs) => {
    triggers.needs(started, needs);
    branchSources.needs(sources, needs);
    noteFolder(spec, needs);
    if (inline !== undefined) needs.use(inlineNeeds, inline.origin);
    if (remote === undefined) return;
    needs.use(remoteNeeds, remote.origin);
    scms.needs([remote.scm], needs);
  },
});

/** The factory that is not the usual one: Job DSL has no method for it. */
function ownFactory(
  inline: InlineScript | undefined,
  remote: RemoteScript | undefined,
): readonly XmlElement[] {
  if (inline !== undefined) return [saved(from(inline.origin, inlineFactory(inline)), 'factory')];
  return remote === undefined ? [] : [saved(from(remote.origin, remoteFactory(remote)), 'factory')];
}

/** The fields of the plugin's class, in their order; those of the class above it first. */
function remoteFactory({ scm, path, matchBranches, fallbackBranch, marker }: RemoteScript): XmlElement {
  const [{ content, attributes = {} } = element('scm')] = scms.plain([scm]);
  return typed('factory', REMOTE, [
    owner,
    leaf('scriptPath', 'Jenkinsfile'),
    leaf('localMarker', marker ?? ''),
    leaf('remoteJenkinsFile', path),
    { name: 'remoteJenkinsFileSCM', attributes, content },
    leaf('matchBranches', matchBranches),
    leaf('scmSourceBranchName', 'master'),
    leaf('fallbackBranch', fallbackBranch),
    leaf('lookupInParameters', false),
  ]);
}

function inlineFactory({ script, sandbox, marker }: InlineScript): XmlElement {
  return typed('factory', INLINE, [
    owner,
    leaf('script', script),
    leaf('sandbox', sandbox),
    leaf('markerFile', marker),
  ]);
}

/** Returns what is done with jobs that are no longer found, as Job DSL prints it, and as Jenkins saves it. */
export function orphanedItemStrategy(prune: boolean, kept?: OrphanedItems): XmlElement {
  return typed('orphanedItemStrategy', `${FOLDER}.computed.DefaultOrphanedItemStrategy`, [
    leaf('pruneDeadBranches', prune),
    leaf('daysToKeep', kept?.daysToKeep ?? -1),
    leaf('numToKeep', kept?.numToKeep ?? -1),
    saved(leaf('abortBuilds', kept?.abortBuilds ?? false)),
  ]);
}
