import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { Text, Valued } from '../../compiler/text/traced-text.ts';
import type { OrganizationItem } from '../../schema/generated/located.ts';
import { itemThing } from '../shared/item-thing.ts';
import type { ItemBase } from '../shared/node.ts';
import { elementsOf, use } from '../shared/plugin-use.ts';
import { saved } from '../shared/saved.ts';
import { element, from, leaf, optional, typed } from '../shared/xml.ts';
import { type Navigator, navigators } from '../sources/all-navigators.ts';
import { buildStrategyElements, noteStrategies, propertyStrategy } from '../sources/source-strategies.ts';
import { triggers } from '../triggers/all-triggers.ts';
import { folderScanElement } from '../triggers/folder-scan.ts';
import { folderProperties, noteFolder, ownHealthMetrics } from './folder-parts.ts';
import { type FolderTrigger, type OrphanedItems, orphanedItemStrategy } from './multibranch.ts';
import { noteScriptElsewhere, repositoryFactory, type ScriptElsewhere } from './script-elsewhere.ts';

/** A folder that makes a multibranch pipeline of every repository of an organization. */
export interface OrganizationFolder extends ItemBase, ScriptElsewhere {
  readonly kind: 'organization';
  readonly displayName?: Text | undefined;
  readonly disabled: Valued<boolean>;
  readonly navigators: readonly Navigator[];
  readonly triggers: readonly FolderTrigger[];
  readonly orphanedItems?: OrphanedItems | undefined;
  /** Paths of the scripts that make a repository count. */
  readonly scriptPaths: readonly Text[];
  /** What jobs.bitesize says beside that. */
  readonly spec: Pick<
    OrganizationItem,
    'health_metrics' | 'environment' | 'build_strategies' | 'property_strategies' | 'child_trigger' | '$'
  >;
}

const FOLDER = 'jenkins.branch.OrganizationFolder';
const FACTORY = 'org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProjectFactory';
const factoryNeeds = elementsOf('workflow-multibranch', 'repositories with a Jenkinsfile get a pipeline');

/** The folder of an organization, by the Branch API plugin. */
export const organization = itemThing<OrganizationFolder>({
  kind: 'organization',
  isView: false,
  fragmentPlaces: ['', 'properties', 'healthMetrics', 'triggers', 'navigators', 'projectFactories'],
  needs: use('DslFactory', 'organizationFolder', 'folders find the repositories of an organization', '2.5.0'),
  xml: ({ displayName, description, disabled, orphanedItems, scriptPaths, spec, ...folder }) => {
    const metrics = ownHealthMetrics(spec);
    const elsewhere = repositoryFactory(folder);
    return element(FOLDER, [
      folderProperties(spec, childProperties(spec)),
      typed('folderViews', 'jenkins.branch.OrganizationFolderViewHolder', [owner()]),
      ...(metrics.length === 0
        ? [
            element('healthMetrics', [
              element('com.cloudbees.hudson.plugins.folder.health.WorstChildHealthMetric', [
                leaf('nonRecursive', false),
              ]),
            ]),
          ]
        : []),
      typed('icon', 'jenkins.branch.MetadataActionFolderIcon', [owner(FOLDER)]),
      element('triggers', triggers.elements(folder.triggers)),
      element('navigators', navigators.elements(folder.navigators)),
      ...optional('displayName', displayName),
      ...optional('description', description),
      saved(
        orphanedItems === undefined
          ? orphanedItemStrategy(false)
          : from(orphanedItems.origin, orphanedItemStrategy(true, orphanedItems)),
        'orphanedItemStrategy',
      ),
      saved(leaf('disabled', disabled)),
      saved(
        element('projectFactories', [
          ...scriptPaths.map((path) => element(FACTORY, [leaf('scriptPath', path)])),
          ...(elsewhere === undefined ? [] : [elsewhere]),
        ]),
        'projectFactories',
      ),
      ...buildStrategies(spec),
      saved(propertyStrategy(spec)),
      ...metrics,
    ]);
  },
  method: 'organizationFolder',
  dsl: ({ displayName, description, ...folder }, dsl) => {
    dsl.given('displayName', displayName);
    dsl.given('description', description);
    dsl.blocks('triggers', triggers.called(folder.triggers), (trigger) => triggers.dsl(trigger, dsl));
  },
  inside: ({ navigators: found, spec, triggers: started, ...folder }, needs) => {
    needs.use(factoryNeeds, spec.$.origin);
    triggers.needs(started, needs);
    navigators.needs(found, needs);
    noteFolder(spec, needs);
    noteStrategies(spec, needs);
    noteScriptElsewhere(folder, needs);
  },
});

/** The properties that the plugin adds where they are missing. */
function childProperties({ child_trigger }: OrganizationFolder['spec']): readonly XmlElement[] {
  return [
    element('jenkins.branch.OrganizationChildTriggersProperty', [
      element('templates', [folderScanElement(child_trigger)]),
    ]),
    element('jenkins.branch.OrganizationChildOrphanedItemsProperty', [
      typed('strategy', 'jenkins.branch.OrganizationChildOrphanedItemsProperty$Inherit'),
    ]),
  ];
}

function buildStrategies(spec: OrganizationFolder['spec']): readonly XmlElement[] {
  const own = buildStrategyElements(spec);
  return (own.length === 0 ? [element('buildStrategies')] : own).map((each) => saved(each));
}

function owner(type?: string): XmlElement {
  const attributes = type === undefined ? { reference: '../..' } : { class: type, reference: '../..' };
  return { name: 'owner', attributes, content: '' };
}
