import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { FolderItem, JobHealthMetric } from '../../schema/generated/located.ts';
import { type EntryPrinters, entryElements } from '../shared/entry.ts';
import type { NeedCollector } from '../shared/need-collector.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import { saved } from '../shared/saved.ts';
import { element, leaf } from '../shared/xml.ts';

/** What a spec says of a folder, of whatever kind. */
export type FolderFields = Pick<FolderItem, 'health_metrics' | 'environment' | '$'>;

const HEALTH = 'com.cloudbees.hudson.plugins.folder.health';
const FOLDER_PROPERTIES = 'com.mig82.folders.properties';

const environmentNeeds = elementsOf('folder-properties', 'folders have variables');
const branchHealthNeeds = elementsOf('branch-api', 'folders have the weather of the primary branch');

const healthMetrics: EntryPrinters<JobHealthMetric> = {
  'worst-child': ({ recursive }) =>
    element(`${HEALTH}.WorstChildHealthMetric`, [
      leaf(
        'nonRecursive',
        recursive.map((is) => !is),
      ),
    ]),
  'named-child': ({ name }) => element(`${HEALTH}.NamedChildHealthMetric`, [leaf('childName', name)]),
  'primary-branch': () => element('jenkins.branch.PrimaryBranchHealthMetric'),
};

/** Returns the properties of a folder, all of them made by a configure block; `more` are of its kind. */
export function folderProperties(
  spec: FolderFields | undefined,
  more: readonly XmlElement[] = [],
): XmlElement {
  const variables = Object.entries(spec?.environment ?? {});
  const environment = element(`${FOLDER_PROPERTIES}.FolderProperties`, [
    element(
      'properties',
      variables.map(([name, value]) =>
        element(`${FOLDER_PROPERTIES}.StringProperty`, [leaf('key', name), leaf('value', value)]),
      ),
    ),
  ]);
  return element(
    'properties',
    [...more, ...(variables.length === 0 ? [] : [environment])].map((each) => saved(each)),
  );
}

/** Returns the health metrics that a spec names, instead of those of the template; none where it names none. */
export function ownHealthMetrics(spec: FolderFields | undefined): readonly XmlElement[] {
  const entries = spec?.health_metrics ?? [];
  return entries.length === 0
    ? []
    : [saved(element('healthMetrics', entryElements(entries, healthMetrics)), 'healthMetrics')];
}

/** Notes the plugins of what a folder has. */
export function noteFolder(spec: FolderFields | undefined, needs: NeedCollector): void {
  if (spec === undefined) return;
  if (Object.keys(spec.environment).length > 0) needs.use(environmentNeeds, spec.$.origin);
  const primary = spec.health_metrics.find((each) => each['primary-branch'] !== undefined);
  if (primary !== undefined) needs.use(branchHealthNeeds, primary.$.origin);
}
