import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { Text, Valued } from '../../compiler/text/traced-text.ts';
import { itemThing } from '../shared/item-thing.ts';
import type { ItemBase, ItemNode } from '../shared/node.ts';
import { use } from '../shared/plugin-use.ts';
import { saved } from '../shared/saved.ts';
import { element, from, leaf, optional, typed } from '../shared/xml.ts';
import { triggers } from '../triggers/all-triggers.ts';
import type { FolderScan, FolderWebhook } from '../triggers/folder-scan.ts';
import type { Cron } from '../triggers/schedules.ts';
import { type BranchSource, branchSources } from './branch-sources.ts';
import { type FolderFields, folderProperties, noteFolder, ownHealthMetrics } from './folder-parts.ts';
import { branchFactory, noteScriptElsewhere, type ScriptElsewhere } from './script-elsewhere.ts';

/** A folder that makes a pipeline job of every branch. */
export interface MultibranchJob extends ItemBase, ScriptElsewhere {
  readonly kind: 'multibranch';
  readonly displayName?: Text | undefined;
  readonly sources: readonly BranchSource[];
  readonly triggers?: readonly FolderTrigger[] | undefined;
  readonly orphanedItems?: OrphanedItems | undefined;
  /** Path of the script in the repository; `Jenkinsfile` when absent. */
  readonly scriptPath?: Text | undefined;
  readonly disabled?: Valued<boolean> | undefined;
  /** What jobs.bitesize says of it as a folder. */
  readonly spec?: FolderFields | undefined;
}

/** What makes a folder look for branches or repositories. */
export type FolderTrigger = Cron | FolderScan | FolderWebhook;

/** How long jobs of branches that are gone are kept. */
export interface OrphanedItems extends ItemNode {
  readonly daysToKeep?: Valued<number> | undefined;
  readonly numToKeep?: Valued<number> | undefined;
  readonly abortBuilds?: Valued<boolean> | undefined;
}

const PACKAGE = 'org.jenkinsci.plugins.workflow.multibranch';
const PROJECT = `${PACKAGE}.WorkflowMultiBranchProject`;
const FOLDER = 'com.cloudbees.hudson.plugins.folder';
const owner: XmlElement = { name: 'owner', attributes: { class: PROJECT, reference: '../..' }, content: '' };

/** A multibranch pipeline, by the Pipeline: Multibranch plugin. */
export const multibranch = itemThing<MultibranchJob>({
  kind: 'multibranch',
  isView: false,
  fragmentPlaces: ['', 'properties', 'healthMetrics', 'triggers', 'sources', 'factory'],
  needs: use('DslFactory', 'multibranchPipelineJob', 'jobs are multibranch pipelines'),
  xml: ({ displayName, description, orphanedItems, scriptPath, spec, ...job }) => {
    const metrics = ownHealthMetrics(spec);
    const factory = branchFactory(job, owner);
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
      ...(factory === undefined
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
      ...(factory === undefined ? [] : [saved(factory, 'factory')]),
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
  inside: ({ sources, spec, triggers: started, ...job }, needs) => {
    triggers.needs(started, needs);
    branchSources.needs(sources, needs);
    noteFolder(spec, needs);
    noteScriptElsewhere(job, needs);
  },
});

/** Returns what is done with jobs that are no longer found, as Job DSL prints it, and as Jenkins saves it. */
export function orphanedItemStrategy(prune: boolean, kept?: OrphanedItems): XmlElement {
  return typed('orphanedItemStrategy', `${FOLDER}.computed.DefaultOrphanedItemStrategy`, [
    leaf('pruneDeadBranches', prune),
    leaf('daysToKeep', kept?.daysToKeep ?? -1),
    leaf('numToKeep', kept?.numToKeep ?? -1),
    saved(leaf('abortBuilds', kept?.abortBuilds ?? false)),
  ]);
}
