import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { Text, Valued } from '../../compiler/text/traced-text.ts';
import { itemThing } from '../shared/item-thing.ts';
import type { ItemBase, ItemNode } from '../shared/node.ts';
import { elementsOf, use } from '../shared/plugin-use.ts';
import { saved } from '../shared/saved.ts';
import { element, from, leaf, optional, typed } from '../shared/xml.ts';
import { triggers } from '../triggers/all-triggers.ts';
import type { FolderScan } from '../triggers/folder-scan.ts';
import type { Cron } from '../triggers/schedules.ts';
import { type BranchSource, branchSources } from './branch-sources.ts';

/** A folder that makes a pipeline job of every branch. */
export interface MultibranchJob extends ItemBase {
  readonly kind: 'multibranch';
  readonly displayName?: Text | undefined;
  readonly sources: readonly BranchSource[];
  readonly triggers?: readonly (Cron | FolderScan)[] | undefined;
  readonly orphanedItems?: OrphanedItems | undefined;
  /** Path of the script in the repository; `Jenkinsfile` when absent. */
  readonly scriptPath?: Text | undefined;
  /** The script itself, which no branch can change; it takes the place of the one in the repository. */
  readonly inline?: InlineScript | undefined;
}

/** A script that stands in the job and runs for every branch that has a file. */
export interface InlineScript extends ItemNode {
  readonly script: Text;
  readonly sandbox: boolean;
  /** Path of the file that a branch must have. */
  readonly marker: Text;
}

/** How long jobs of branches that are gone are kept. */
export interface OrphanedItems extends ItemNode {
  readonly daysToKeep?: Valued<number> | undefined;
  readonly numToKeep?: Valued<number> | undefined;
}

const PACKAGE = 'org.jenkinsci.plugins.workflow.multibranch';
const PROJECT = `${PACKAGE}.WorkflowMultiBranchProject`;
const FOLDER = 'com.cloudbees.hudson.plugins.folder';
const INLINE = 'org.jenkinsci.plugins.inlinepipeline.InlineDefinitionBranchProjectFactory';
const inlineNeeds = elementsOf('inline-pipeline', 'pipelines of pull requests stand in the job');
const owner: XmlElement = { name: 'owner', attributes: { class: PROJECT, reference: '../..' }, content: '' };

/** A multibranch pipeline, by the Pipeline: Multibranch plugin. */
export const multibranch = itemThing<MultibranchJob>({
  kind: 'multibranch',
  isView: false,
  fragmentPlaces: ['', 'properties', 'healthMetrics', 'triggers', 'sources', 'factory'],
  needs: use('DslFactory', 'multibranchPipelineJob', 'jobs are multibranch pipelines'),
  xml: ({ displayName, description, orphanedItems, scriptPath, inline, ...job }) =>
    element(PROJECT, [
      element('properties'),
      typed('folderViews', 'jenkins.branch.MultiBranchProjectViewHolder', [owner]),
      element('healthMetrics', [
        element(`${FOLDER}.health.WorstChildHealthMetric`, [leaf('nonRecursive', false)]),
      ]),
      typed('icon', 'jenkins.branch.MetadataActionFolderIcon', [owner]),
      ...(orphanedItems === undefined ? [orphanedItemStrategy(false)] : []),
      element('triggers', triggers.elements(job.triggers)),
      typed('sources', 'jenkins.branch.MultiBranchProject$BranchSourceList', [
        element('data', branchSources.elements(job.sources)),
        owner,
      ]),
      ...(inline === undefined
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
      saved(leaf('disabled', false)),
      ...(inline === undefined ? [] : [saved(from(inline.origin, inlineFactory(inline)), 'factory')]),
    ]),
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
  inside: ({ sources, inline, triggers: started }, needs) => {
    triggers.needs(started, needs);
    branchSources.needs(sources, needs);
    if (inline !== undefined) needs.use(inlineNeeds, inline.origin);
  },
});

function inlineFactory({ script, sandbox, marker }: InlineScript): XmlElement {
  return typed('factory', INLINE, [
    owner,
    leaf('script', script),
    leaf('sandbox', sandbox),
    leaf('markerFile', marker),
  ]);
}

function orphanedItemStrategy(prune: boolean, kept?: OrphanedItems): XmlElement {
  return typed('orphanedItemStrategy', `${FOLDER}.computed.DefaultOrphanedItemStrategy`, [
    leaf('pruneDeadBranches', prune),
    leaf('daysToKeep', kept?.daysToKeep ?? -1),
    leaf('numToKeep', kept?.numToKeep ?? -1),
    saved(leaf('abortBuilds', false)),
  ]);
}
