import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { type JsonValue, resolveSchema, type SchemaNode } from '../../schema/schema-node.ts';

/** The schema as editors read it: the one that the compiler keeps has no examples. */
const root: SchemaNode = JSON.parse(
  readFileSync(new URL('../../schema/jobs.schema.json', import.meta.url), 'utf8'),
);

/** How the open choices of a value are made: which fields it has, how many entries, and which of several values. */
export interface Chooser {
  readonly pick: <T>(from: readonly [T, ...T[]]) => T;
  /** Returns the optional fields that an object has beside those of an example. */
  readonly some: (names: readonly string[]) => readonly string[];
  /** Returns the example whose fields an object has, where it has those of one. */
  readonly example: (examples: readonly JsonValue[]) => JsonValue | undefined;
  /** Returns how many entries a list has, from one on. */
  readonly entries: () => number;
  /** Returns a whole number of a range. */
  readonly between: (least: number, most: number) => number;
}

/** No field that may be absent, and the first of all values. */
export const fewest: Chooser = {
  pick: ([first]) => first,
  some: () => [],
  example: () => undefined,
  entries: () => 1,
  between: (least) => least,
};

/** The same, with the fields of an example: of several fields, one may have to be there. */
export const usual: Chooser = { ...fewest, example: ([first]) => first };

/** Every field, with the last of its values. */
export const fullest: Chooser = {
  pick: (from) => from.at(-1) ?? from[0],
  some: (names) => names,
  example: () => undefined,
  entries: () => 2,
  between: (_, most) => most,
};

/** Returns a value that is made by choices of fast-check, so that it can be repeated and shrunk. */
export function chosen<T>(make: (choose: Chooser) => T): fc.Arbitrary<T> {
  return fc.gen().map((generate) =>
    make({
      pick: (from) => generate(() => fc.constantFrom(...from)),
      some: (names) => generate(() => fc.subarray([...names], { maxLength: Math.min(6, names.length) })),
      example: (examples) => generate(() => fc.constantFrom(undefined, ...examples, ...examples)),
      entries: () => generate(() => fc.integer({ min: 1, max: 2 })),
      between: (least, most) => generate(() => fc.integer({ min: least, max: most })),
    }),
  );
}

/** What the texts of generated jobs name; a file with them declares it. */
export const declared = {
  credentials: 'login',
  label: 'linux',
  jobs: ['other', 'another'],
  scriptFile: 'pipeline.groovy',
} as const;

/** The fields of a freestyle job that hold entries of a family. */
export const familyFields = [
  'properties',
  'parameters',
  'scm',
  'triggers',
  'wrappers',
  'builders',
  'publishers',
] as const;

/** Returns the kinds that a job of jobs.bitesize can have. */
export const jobKinds: readonly string[] = Object.keys(root.definitions?.Job?.['x-kinds'] ?? {});

/** Returns the names of the things that an entry of a definition can be. */
export function thingsOf(entry: string): readonly string[] {
  return Object.keys(root.definitions?.[entry]?.properties ?? {});
}

/** Returns the name of the definition of the entries of a field of a kind. */
export function entryOf(kind: string, field: string): string {
  const { items } = resolveSchema(kindSchema(kind).properties?.[field] ?? {}, root);
  return items?.$ref?.slice('#/definitions/'.length) ?? '';
}

/** Returns one thing of an entry with its settings. */
export function thing(entry: string, name: string, choose: Chooser): JsonValue {
  return { [name]: guidedValue(root.definitions?.[entry]?.properties?.[name] ?? {}, choose, 1) };
}

/** Returns a job of a kind. */
export function guidedJob(
  kind: string,
  name: string,
  choose: Chooser,
): { readonly [field: string]: JsonValue } {
  const axes = kind === 'matrix' ? { axes: [thing('JobAxis', 'user-defined', usual)] } : {};
  return { ...axes, ...objectOf(kindSchema(kind), choose, 0), name, kind };
}

function kindSchema(kind: string): SchemaNode {
  return resolveSchema(root.definitions?.Job?.['x-kinds']?.[kind] ?? {}, root);
}

/** Entries are nested at most this deep. */
const DEEPEST = 5;

function guidedValue(node: SchemaNode, choose: Chooser, depth: number): JsonValue {
  const schema = resolveSchema(node, root);
  if (schema['x-kinds'] !== undefined) {
    const kinds = depth > DEEPEST ? ['list-view'] : Object.keys(schema['x-kinds']);
    const kind = choose.pick(atLeastOne(kinds));
    const of = resolveSchema(schema['x-kinds'][kind] ?? {}, root);
    return { ...objectOf(of, choose, depth), name: choose.pick(['inner', 'second', 'third']), kind };
  }
  if (schema['x-entry'] === true) return entry(schema, choose, depth);
  if (schema.properties !== undefined) return objectOf(schema, choose, depth);
  if (schema.items !== undefined) {
    // What the texts of a list name, and examples of them, stand at the list.
    const { items, ...list } = schema;
    const isObject = items.$ref !== undefined;
    const item = isObject ? items : { ...list, ...items, examples: schema.examples?.flat() ?? [] };
    return Array.from({ length: choose.entries() }, () => guidedValue(item, choose, depth));
  }
  return scalarOf(schema, choose);
}

/** Returns an entry of one thing; deep ones are things without entries inside. */
function entry({ properties = {} }: SchemaNode, choose: Chooser, depth: number): JsonValue {
  const all = Object.keys(properties);
  const flat = all.filter((name) => !holdsEntries(properties[name] ?? {}));
  const names = depth > DEEPEST && flat.length > 0 ? flat : all;
  // The first and the last thing may hold entries of their own family again.
  const name =
    choose === fewest || choose === usual || choose === fullest
      ? (flat[0] ?? names[0])
      : choose.pick(atLeastOne(names));
  return name === undefined ? {} : { [name]: guidedValue(properties[name] ?? {}, choose, depth + 1) };
}

function holdsEntries(node: SchemaNode): boolean {
  const { properties = {} } = resolveSchema(node, root);
  return Object.values(properties).some((field) => {
    const { items } = resolveSchema(field, root);
    return items !== undefined && resolveSchema(items, root)['x-entry'] === true;
  });
}

function objectOf(
  schema: SchemaNode,
  choose: Chooser,
  depth: number,
): { readonly [field: string]: JsonValue } {
  const { properties = {}, required = [], examples = [] } = schema;
  const shown = Object.keys(choose.example(examples) ?? {}).filter((name) => name in properties);
  const base = [...new Set([...required, ...shown])];
  const names = [...base, ...choose.some(Object.keys(properties).filter((name) => !base.includes(name)))];
  return Object.fromEntries(
    names.map((name) => [
      name,
      hasForm(name, properties[name])
        ? choose.pick(atLeastOne(properties[name]?.examples ?? []))
        : guidedValue(properties[name] ?? {}, choose, depth + 1),
    ]),
  );
}

/** Whether a text has a form that its schema does not tell. */
function hasForm(name: string, schema: SchemaNode = {}): boolean {
  return (name === 'at' || name.startsWith('xml')) && schema['x-read'] === 'text';
}

function scalarOf(schema: SchemaNode, choose: Chooser): JsonValue {
  const { enum: values, examples = [], minimum = 0, maximum = 100 } = schema;
  const [first, ...others] = (values ?? []).filter((value) => value !== null);
  if (first !== undefined) return choose.pick([first, ...others]);
  switch (schema['x-refers']) {
    case 'credentials':
      return declared.credentials;
    case 'label':
      return declared.label;
    case 'script-file':
      return declared.scriptFile;
    case 'job':
    case 'upstream-job':
    case 'downstream-job':
      return choose.pick(declared.jobs);
    default:
  }
  if (schema['x-read'] === 'boolean') return choose.pick([false, true]);
  if (schema['x-read'] === 'integer')
    return choose.pick([
      choose.between(minimum, Math.max(minimum, Math.min(maximum, 200))),
      ...numbers(examples),
    ]);
  const isFree =
    schema.pattern === undefined &&
    schema['x-refers'] === undefined &&
    schema['x-read'] === 'text' &&
    schema['x-secret'] !== true;
  return choose.pick([...atLeastOne(examples), ...examples, ...(isFree ? [choose.pick(freeTexts)] : [])]);
}

function numbers(values: readonly JsonValue[]): readonly JsonValue[] {
  return values.filter((value) => typeof value === 'number');
}

/** Texts that have a meaning in Groovy, XML or a line of their own. */
const freeTexts: readonly [string, ...string[]] = [
  "it's",
  'a "$B" ${C} \\n',
  '<a b="c">&amp;</a>',
  'one\n  two\n',
  ' \u00fc\u{1f600} ',
  "'''",
];

function atLeastOne<T>(values: readonly T[]): readonly [T, ...T[]] {
  const [first, ...others] = values;
  if (first === undefined) throw new Error('there is nothing to choose from');
  return [first, ...others];
}
