import fc from 'fast-check';
import { specSchemas } from '../../compiler/check/spec-schemas.ts';
import { type JsonValue, type RefersTo, resolveSchema, type SchemaNode } from '../../schema/schema-node.ts';

/** A project of one job, and what it has: `builders/shell`, `publishers/archive`. */
export interface JobSpec {
  /** The text of jobs.bitesize. */
  readonly text: string;
  readonly things: readonly string[];
}

const { schema } = specSchemas.jobs;

/** Names that every generated project has. */
const external = {
  credentials: ['login', 'key'],
  labels: ['linux', 'windows'],
  jobs: ['/other', '/sub/another'],
};

/** Values for texts that name something; the linker knows them all. */
const named: Readonly<Record<RefersTo, readonly string[]>> = {
  job: ['/other', '/sub/another'],
  'upstream-job': ['/other'],
  'downstream-job': ['/sub/another'],
  credentials: external.credentials,
  label: ['linux', 'linux && !windows'],
  schedule: ['H 3 * * *', 'H/15 8-18 * * 1-5'],
  regex: ['a.*', '^v[0-9]+$'],
  'script-file': ['ci/build.groovy'],
};

/** Texts that a template, XML or Groovy could break. */
const difficult = [
  '$NAME',
  "it's",
  '"quoted"',
  '<a>&b;</a>',
  ']]>',
  'a\\nb',
  'two\nlines\n',
  ' blanks ',
  'ü日本',
  '\t',
  '%',
  '/* */',
];

/** Things and kinds stand in each other; deeper ones are the first that has no others. */
const DEEPEST = 7;

/** Fields that a generated job says otherwise, or that need a file or a secret. */
const apart: readonly string[] = ['name', 'kind', 'fragments', 'xml_file', 'file', 'auth_token'];

/** The kinds of jobs that the schema knows. */
export const jobKinds: readonly string[] = Object.keys(schema.definitions?.Job?.['x-kinds'] ?? {});

/** Returns the families of things that a kind has by its field, each with the names of its things. */
export function familiesOf(kind: string): ReadonlyMap<string, readonly string[]> {
  const entries = Object.entries(kindSchema(kind).properties ?? {}).flatMap(([field, node]) => {
    const items = node.items === undefined ? undefined : resolveSchema(node.items, schema);
    return items?.['x-entry'] === true ? [[field, Object.keys(items.properties ?? {})] as const] : [];
  });
  return new Map(entries);
}

/**
 * Jobs of a kind that follow the schema: any of its fields, of each family up to `most` things, no thing twice in one
 * list. What the schema cannot say (one field needs another) is not looked at, so that some are refused.
 */
export function jobSpec(kind: string, most: number): fc.Arbitrary<JobSpec> {
  const node = kindSchema(kind);
  const families = familiesOf(kind);
  const plain = Object.entries(node.properties ?? {}).filter(
    ([name]) => !families.has(name) && !apart.includes(name),
  );
  const fields = fc
    .subarray(plain.map(([name]) => name))
    .chain((some) => recordOf(node, [...new Set([...some, ...required(node, families)])], 1));
  const lists = [...families].map(([field, names]) =>
    fc
      .shuffledSubarray([...names], {
        minLength: node.required?.includes(field) === true ? 1 : 0,
        maxLength: Math.min(most, names.length),
      })
      .chain((things) =>
        fc.tuple(...things.map((thing) => thingOf(node.properties?.[field] ?? {}, thing, 2))),
      )
      .map((things) => [field, things] as const),
  );
  return fc.tuple(fields, fc.tuple(...lists)).map(([own, all]) => {
    const filled = all.filter(([, things]) => things.length > 0);
    const job = { name: 'folder/job', kind, ...own, ...Object.fromEntries(filled) };
    return {
      text: specText(job),
      things: filled.flatMap(([field, things]) => things.map((one) => `${field}/${Object.keys(one)[0]}`)),
    };
  });
}

/** Returns a project of jobs, as YAML. */
export function specText(...jobs: readonly JsonValue[]): string {
  return `${JSON.stringify({ project: 'shop', external, jobs }, null, 1)}\n`;
}

function kindSchema(kind: string): SchemaNode {
  return resolveSchema(schema.definitions?.Job?.['x-kinds']?.[kind] ?? {}, schema);
}

function required(node: SchemaNode, families: ReadonlyMap<string, unknown>): readonly string[] {
  return (node.required ?? []).filter((name) => !families.has(name) && name !== 'name' && name !== 'kind');
}

/** Returns one thing of a family with any of its fields, as an entry of the list. */
export function arbitraryThing(kind: string, field: string, thing: string): fc.Arbitrary<JsonValue> {
  return thingOf(kindSchema(kind).properties?.[field] ?? {}, thing, 2);
}

function thingOf(list: SchemaNode, thing: string, depth: number): fc.Arbitrary<Record<string, JsonValue>> {
  const entry = resolveSchema(list.items ?? {}, schema);
  return partValue(entry.properties?.[thing] ?? {}, depth).map((value) => ({ [thing]: value }));
}

function partValue(part: SchemaNode, depth: number): fc.Arbitrary<JsonValue> {
  const node = resolveSchema(part, schema);
  if (node['x-entry'] === true) return entryOf(node, depth);
  if (node['x-kinds'] !== undefined) return kindOf(node['x-kinds'], depth);
  if (node.properties !== undefined) return objectOf(node, depth);
  if (node.enum !== undefined) return fc.constantFrom(...node.enum.filter((one) => one !== null));
  if (node.items !== undefined) {
    const { minItems = 0 } = node;
    const items = {
      ...node.items,
      ...(node['x-refers'] === undefined ? {} : { 'x-refers': node['x-refers'] }),
    };
    return fc
      .array(partValue(items, depth + 1), { minLength: Math.max(minItems, 1), maxLength: 2 })
      .map(unique);
  }
  switch (node['x-read']) {
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'number':
      return wholeNumber(node.minimum ?? 0, node.maximum);
    default:
      if (typeof node.additionalProperties !== 'object') return textOf(node);
      return partValue(node.additionalProperties, depth + 1).map((value) => ({ NAME: value }));
  }
}

function wholeNumber(min: number, max = min + 90): fc.Arbitrary<JsonValue> {
  return fc.integer({ min, max: Math.min(max, min + 90) });
}

/** Lists of the same text twice are refused in some places. */
function unique(values: readonly JsonValue[]): readonly JsonValue[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

function entryOf(node: SchemaNode, depth: number): fc.Arbitrary<JsonValue> {
  const things = Object.entries(node.properties ?? {});
  const [first] = things.filter(([, thing]) => (resolveSchema(thing, schema).required ?? []).length === 0);
  const some = depth > DEEPEST && first !== undefined ? [first] : things;
  return fc
    .constantFrom(...some)
    .chain(([name, thing]) => partValue(thing, depth + 1).map((value) => ({ [name]: value })));
}

function kindOf(kinds: Readonly<Record<string, SchemaNode>>, depth: number): fc.Arbitrary<JsonValue> {
  const names = Object.keys(kinds).slice(0, depth > DEEPEST ? 1 : undefined);
  return fc
    .constantFrom(...names)
    .chain((kind) => partValue(kinds[kind] ?? {}, depth + 1).map((value) => ({ ...Object(value), kind })));
}

function objectOf(node: SchemaNode, depth: number): fc.Arbitrary<Record<string, JsonValue>> {
  const names = Object.keys(node.properties ?? {});
  // What asks for an administrator's word gets it.
  const needed = [...(node.required ?? []), ...names.filter((name) => name === 'allow')];
  if (depth > DEEPEST) return recordOf(node, needed, depth);
  return fc
    .subarray(names.filter((name) => !needed.includes(name)))
    .chain((some) => recordOf(node, [...needed, ...some], depth));
}

function recordOf(
  node: SchemaNode,
  names: readonly string[],
  depth: number,
): fc.Arbitrary<Record<string, JsonValue>> {
  return fc
    .tuple(...names.map((name) => partValue(node.properties?.[name] ?? {}, depth + 1)))
    .map((values) => Object.fromEntries(names.map((name, at) => [name, values[at] ?? null])));
}

function textOf(node: SchemaNode): fc.Arbitrary<JsonValue> {
  const refers = node['x-refers'];
  if (refers !== undefined) return fc.constantFrom(...named[refers]);
  const examples = (node.examples ?? ['text']).filter(
    (one) => typeof one === 'string' || typeof one === 'number',
  );
  if (node.pattern !== undefined || node['x-secret'] === true) return fc.constantFrom(...examples);
  return fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...examples, 'text') },
    { weight: 1, arbitrary: fc.constantFrom(...difficult) },
  );
}
