import { fragmentPlaces, type Item, itemElement } from '../../jenkins/all-items.ts';
import { builders } from '../../jenkins/builders/all-builders.ts';
import { parameters } from '../../jenkins/parameters/all-parameters.ts';
import { properties } from '../../jenkins/properties/all-properties.ts';
import { publishers } from '../../jenkins/publishers/all-publishers.ts';
import { triggers } from '../../jenkins/triggers/all-triggers.ts';
import { wrappers } from '../../jenkins/wrappers/all-wrappers.ts';
import type { Job } from '../../schema/generated/located.ts';
import type { JsonValue, SchemaNode } from '../../schema/schema-node.ts';
import { locate } from '../check/read/locate.ts';
import { type ReadReports, readValue } from '../check/read/read-value.ts';
import { specSchemas } from '../check/spec-schemas.ts';
import { linkProject } from '../link/link-project.ts';
import { agentEntries } from '../lower/controller/default-entries.ts';
import type { JobScope } from '../lower/jobs/job-scope.ts';
import { builderNodes } from '../lower/jobs/spec-jobs/builder-nodes.ts';
import { nodesOf } from '../lower/jobs/spec-jobs/nodes-of.ts';
import { parameterNodes } from '../lower/jobs/spec-jobs/parameter-nodes.ts';
import { propertyNodes } from '../lower/jobs/spec-jobs/property-nodes.ts';
import { publisherNodes } from '../lower/jobs/spec-jobs/publisher-nodes.ts';
import { specItems } from '../lower/jobs/spec-jobs/spec-jobs.ts';
import { triggerNodes } from '../lower/jobs/spec-jobs/trigger-nodes.ts';
import { wrapperNodes } from '../lower/jobs/spec-jobs/wrapper-nodes.ts';
import { withFragments } from '../lower/jobs/xml/job-fragments.ts';
import { noFiles } from '../lower/lowered.ts';
import type { XmlElement } from '../print/xml-element.ts';
import { currentForm } from './current-form.ts';
import { nodeOf } from './node-of.ts';
import { type Tree, treeOf } from './tree.ts';

/** An object of a spec as plain data. */
export type PlainObject = { readonly [name: string]: JsonValue };

const silent: ReadReports = {
  unknownField: () => undefined,
  unknownKind: () => undefined,
  notOneThing: () => undefined,
};

/** Returns the located form of plain data, as the specs are read; undefined where a required field is missing. */
function located(value: JsonValue, schema: SchemaNode): unknown {
  const root = specSchemas.jobs.schema;
  const read = readValue(nodeOf(value), schema, root, silent);
  return read && locate(read, { root, rejected: new Set() }, '');
}

const { project } = linkProject({}, {}, new Set());

const scope: JobScope = {
  project,
  settings: project.settings,
  images: [],
  environments: [],
  applicationNames: new Set(),
  agents: agentEntries(project.settings),
  files: noFiles,
  report: () => undefined,
  useSteps: () => undefined,
};

/** What prints entries of the families that stand in jobs. */
const families: Readonly<Record<string, (entries: readonly never[]) => readonly XmlElement[]>> = {
  JobBuilder: (entries) => builders.plain(nodesOf(entries, builderNodes, scope)),
  JobPublisher: (entries) => publishers.plain(nodesOf(entries, publisherNodes, scope)),
  JobWrapper: (entries) => wrappers.plain(nodesOf(entries, wrapperNodes, scope)),
  JobTrigger: (entries) => triggers.plain(nodesOf(entries, triggerNodes, scope)),
  JobParameter: (entries) => parameters.plain(nodesOf(entries, parameterNodes, scope)),
  JobProperty: (entries) => properties.plain(nodesOf(entries, propertyNodes, scope)),
};

/** The definitions of the entries that are printed by themselves. */
export const familyDefinitions: readonly string[] = Object.keys(families);

/** Whether the entries of a definition are printed by themselves, wherever they stand. */
export function isFamily(definition: string): boolean {
  return Object.hasOwn(families, definition);
}

/** Returns the elements of one entry of a family; undefined for one that lacks a required field. */
export function printEntry(definition: string, entry: PlainObject): readonly Tree[] | undefined {
  const schema = specSchemas.jobs.schema.definitions?.[definition];
  const value = schema && located(entry, schema);
  if (value === undefined) return undefined;
  const elements = families[definition]?.([value] as unknown as readonly never[]) ?? [];
  return elements.length === 0 ? undefined : elements.map((element) => currentForm(treeOf(element)));
}

/** Returns a job, folder or view with its fragments; undefined for one that lacks a required field. */
export function jobItem(job: PlainObject): Item | undefined {
  const schema = specSchemas.jobs.schema.definitions?.Job;
  const value = schema && (located(job, schema) as Job | undefined);
  if (value === undefined) return undefined;
  const own = { ...scope, project: { ...project, ownJobs: { jobs: [value], links: [] } } };
  const items = specItems(own);
  const made = items.jobs[0] ?? items.views[0] ?? items.folders.at(-1);
  return made === undefined || job.fragments === undefined ? made : withFragments(own, [made])[0];
}

/** Returns the root element of a job, folder or view with its fragments; undefined for one that lacks a required field. */
export function printJob(job: PlainObject): Tree | undefined {
  const item = jobItem(job);
  return item && currentForm(treeOf(itemElement(item)));
}

/** Returns where a job of a kind takes fragments of XML: elements below the root, and an empty text for the root. */
export function fragmentPlacesOf(kind: string): readonly string[] {
  return fragmentPlaces(kind as Item['kind']);
}
