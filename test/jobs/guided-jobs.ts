import { fragmentPlaces, type Item } from '../../jenkins/all-items.ts';
import { definitionName, type JsonValue, resolveSchema, type SchemaNode } from '../../schema/schema-node.ts';
import { type Chooser, usual } from './chooser.ts';
import { distinct } from './distinct.ts';
import { guidedScalar, xmlElements } from './guided-scalar.ts';
import { jobKinds, kindSchema, root, thingSchema, thingsOf } from './job-schema.ts';
import { isData, type JobData } from './job-spec.ts';

/** Entries are nested at most this deep. */
const DEEPEST = 5;

/** Fields of which an object has exactly one, by the kind of the job or the definition; the schema cannot say so. */
const alternatives: Readonly<Record<string, readonly [string, ...string[]]>> = {
  pipeline: ['script', 'file', 'scm'],
  xml: ['xml', 'xml_file'],
  InlinePipeline: ['script', 'file'],
};

/** Fields of which a job has one at most, by kind. */
const exclusive: Readonly<Record<string, readonly string[]>> = {
  multibranch: ['inline_pipeline', 'remote_jenkinsfile', 'script_path'],
  organization: ['inline_pipeline', 'remote_jenkinsfile'],
};

/** Fields that mean something beside one of the alternatives only. */
const besides: Readonly<Record<string, string>> = {
  sandbox: 'script',
  script_path: 'scm',
  lightweight: 'scm',
};

/** Things that only some kinds of jobs have; the schema cannot say so. */
const kindsOfThings: Readonly<Record<string, readonly string[]>> = {
  'disable-concurrent': ['pipeline'],
  'disable-resume': ['pipeline'],
  'durability-hint': ['pipeline'],
  'heavy-job': ['freestyle', 'matrix', 'multijob'],
  'delivery-pipeline': ['freestyle', 'matrix', 'multijob'],
  multijob: ['multijob'],
  // The others keep a script in it.
  none: ['freestyle', 'matrix', 'multijob'],
};

/** Where a value stands. */
interface Place {
  /** The kind of the job that it is of. */
  readonly kind: string;
  readonly depth: number;
}

/**
 * Returns a job of a kind that follows its schema, with what the schema cannot say as far as it is the same for many
 * things. Some jobs are refused all the same: one field of a thing may need or exclude another.
 */
export function guidedJob(kind: string, name: string, choose: Chooser): JobData {
  const place = { kind, depth: 0 };
  const schema = kindSchema(kind);
  const all = objectOf(schema, choose, place);
  const [, ...others] = (exclusive[kind] ?? []).filter((field) => field in all);
  const fields = Object.fromEntries(Object.entries(all).filter(([field]) => !others.includes(field)));
  // The axes of a matrix are the cells that it has.
  const axes = kind === 'matrix' ? { axes: [thing('JobAxis', 'user-defined', usual)] } : {};
  return { ...axes, ...withOneOf(kind, schema, fields, choose, place), name, kind };
}

/** Returns the fields of an object with one of its alternatives, and without what has a meaning beside others only. */
function withOneOf(of: string, schema: SchemaNode, fields: JobData, choose: Chooser, place: Place): JobData {
  const all = alternatives[of];
  if (all === undefined) return fields;
  const one = choose.pick(all);
  const others = Object.entries(fields).filter(
    ([name]) => !all.includes(name) && (besides[name] ?? one) === one,
  );
  const value = fields[one] ?? fieldOf(schema, one, choose, place);
  return { ...Object.fromEntries(others), [one]: value };
}

/** Returns one thing of an entry with its settings, as part of a job of a kind that has it. */
export function thing(entry: string, name: string, choose: Chooser): { readonly [thing: string]: JsonValue } {
  const [kind = 'freestyle'] = kindsOfThings[name] ?? [];
  return { [name]: guidedValue(thingSchema(entry, name), choose, { kind, depth: 1 }) };
}

/** Returns every form in which a thing can be written: with its fields, with its short field alone, by its name. */
export function formsOf(
  entry: string,
  written: { readonly [thing: string]: JsonValue },
): readonly [JsonValue, ...JsonValue[]] {
  const [[name, value] = ['', null]] = Object.entries(written);
  if (!isData(value)) return [written];
  const short = thingSchema(entry, name)['x-short'];
  const fields = Object.entries(value);
  const [[field, only] = ['', null]] = fields;
  return [
    written,
    ...(fields.length === 1 && field === short && !isData(only) ? [{ [name]: only }] : []),
    ...(fields.length === 0 ? [name] : []),
  ];
}

/** Returns a value that a schema of jobs.bitesize takes, for a job of a kind. */
export function guidedValue(node: SchemaNode, choose: Chooser, place: Place): JsonValue {
  const schema = resolveSchema(node, root);
  if (schema['x-kinds'] !== undefined) return innerView(schema['x-kinds'], choose, place);
  if (schema['x-entry'] === true) return entryOf(definitionName(node), choose, place);
  if (schema.properties !== undefined)
    return withOneOf(definitionName(node), schema, objectOf(schema, choose, place), choose, place);
  if (schema.items !== undefined) return listOf(schema, schema.items, choose, place);
  if (typeof schema.additionalProperties === 'object')
    return {
      NAME: guidedValue(schema.additionalProperties, choose, place),
      other: guidedValue(schema.additionalProperties, choose, place),
    };
  return guidedScalar(schema, choose);
}

function innerView(
  kinds: Readonly<Record<string, SchemaNode>>,
  choose: Chooser,
  { depth }: Place,
): JsonValue {
  const names = depth > DEEPEST ? ['list-view'] : Object.keys(kinds);
  const kind = choose.pick(atLeastOne(names));
  const schema = resolveSchema(kinds[kind] ?? {}, root);
  return {
    ...objectOf(schema, choose, { kind, depth }),
    name: choose.pick(['inner', 'second', 'third']),
    kind,
  };
}

function listOf(list: SchemaNode, items: SchemaNode, choose: Chooser, place: Place): JsonValue {
  // What the texts of a list name, and examples of them, stand at the list.
  const { items: _, ...own } = list;
  const item = items.$ref === undefined ? { ...own, ...items, examples: list.examples?.flat() ?? [] } : items;
  const values = Array.from({ length: choose.entries(place.depth <= 1 ? 3 : 2) }, () =>
    guidedValue(item, choose, { ...place, depth: place.depth + 1 }),
  );
  return distinct(values, definitionName(items) === 'JobProperty');
}

/** Returns an entry of one thing in any of its forms; deep ones are things without entries inside. */
function entryOf(entry: string, choose: Chooser, place: Place): JsonValue {
  const all = thingsOf(entry).filter((name) => kindsOfThings[name]?.includes(place.kind) ?? true);
  const flat = all.filter((name) => !holdsEntries(thingSchema(entry, name)));
  const names = (!choose.nests || place.depth > DEEPEST) && flat.length > 0 ? flat : all;
  const name = choose.nests ? choose.pick(atLeastOne(names)) : (names[0] ?? '');
  const value = guidedValue(thingSchema(entry, name), choose, { ...place, depth: place.depth + 1 });
  return choose.pick(formsOf(entry, { [name]: value }));
}

function holdsEntries({ properties = {} }: SchemaNode): boolean {
  return Object.values(properties).some((field) => {
    const { items } = resolveSchema(field, root);
    return items !== undefined && resolveSchema(items, root)['x-entry'] === true;
  });
}

function objectOf(schema: SchemaNode, choose: Chooser, place: Place): JobData {
  const { properties = {}, required = [], examples = [] } = schema;
  const shown = Object.keys(choose.example(examples) ?? {});
  // What asks for an administrator's word gets it.
  const base = [...new Set([...required, ...shown, 'allow'])].filter((name) => name in properties);
  const names = [...base, ...choose.some(Object.keys(properties).filter((name) => !base.includes(name)))];
  return Object.fromEntries(names.map((name) => [name, fieldOf(schema, name, choose, place)]));
}

function fieldOf({ properties = {} }: SchemaNode, name: string, choose: Chooser, place: Place): JsonValue {
  const schema = properties[name] ?? {};
  const entry = definitionName(schema.items ?? {});
  if (entry === 'JobFragment') return fragmentsOf(choose, place);
  // Two jobs that pin a plugin to different versions contradict each other.
  if (entry === 'JobPlugin') return schema.examples?.[0] ?? [];
  return guidedValue(schema, choose, { ...place, depth: place.depth + 1 });
}

/** Returns fragments at places that a kind of job has; an empty one is the job itself. */
function fragmentsOf(choose: Chooser, { kind }: Place): JsonValue {
  const places = isItemKind(kind) ? fragmentPlaces(kind) : [];
  return Array.from({ length: choose.entries(2) }, () => {
    const at = choose.pick(atLeastOne([...places].reverse()));
    const xml = choose.pick([...xmlElements, xmlElements.join('')]);
    return at === '' ? { xml } : { at, xml };
  });
}

function isItemKind(kind: string): kind is Item['kind'] {
  return jobKinds.includes(kind);
}

function atLeastOne<T>(values: readonly T[]): readonly [T, ...T[]] {
  const [first, ...others] = values;
  if (first === undefined) throw new Error('there is nothing to choose from');
  return [first, ...others];
}
