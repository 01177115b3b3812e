import type { JsonValue, NamedKind, RefersTo, SchemaNode, TypeName } from '../schema-node.ts';
import { type Pattern, patterns } from './patterns.ts';

/** A field of an object, and whether it may be left out. */
export interface Field {
  readonly required: boolean;
  readonly node: SchemaNode;
}

/** What holds when a field is missing: it may not be, a fixed value, or something that only words can say. */
type Missing =
  | { readonly required: true; readonly default?: never; readonly without?: never }
  | { readonly default: JsonValue; readonly required?: never; readonly without?: never }
  | { readonly without: string; readonly required?: never; readonly default?: never };

/** Where a field comes from: the original engines that read it, or the version of bitesize that brought it. */
type Source =
  | { readonly engines: NonNullable<SchemaNode['x-engines']>; readonly since?: never }
  | { readonly since: string; readonly engines?: never };

/** What every field says about itself; schema/README.md has the keywords of the schemas that these become. */
export type About = Missing &
  Source & {
    /** Values as people write them, at least one. */
    readonly examples: readonly [JsonValue, ...JsonValue[]];
    /** Why the field has no effect. */
    readonly dead?: string;
    /** The value may hold a secret in plain text. */
    readonly secret?: true;
    /** What to write in its place. */
    readonly deprecated?: string;
    /** What the text names, where that is defined elsewhere. */
    readonly refers?: RefersTo;
    /** What the text gives a name to. */
    readonly names?: NamedKind;
  };

/** What a list or a map holds: the name of a definition, or one of `item`. */
type Item = string | SchemaNode;

/** Allowed values, each with what it means. */
type Meanings = Readonly<Record<string, string>>;

const anyScalar = ['string', 'number', 'boolean'] as const;
const portRange = { minimum: 1, maximum: 65535 };

/** Returns a field that is read as the text that was written, whatever YAML makes of it. */
export function text(
  description: string,
  about: About & { readonly minLength?: number; readonly pattern?: Pattern },
): Field {
  const shape = { type: types(about, ...anyScalar), 'x-read': 'text', minLength: about.minLength } as const;
  return field(description, about, { ...shape, ...matching(about.pattern) });
}

/** Returns a field that takes one of a few texts. */
export function choice(description: string, about: About & { readonly values: Meanings }): Field {
  const { values, required } = about;
  const empty = required === true ? {} : { null: 'The same as leaving the field out.' };
  return field(description, about, {
    type: types(about, 'string'),
    'x-read': 'text',
    enum: [...Object.keys(values), ...(required === true ? [] : [null])],
    enumDescriptions: Object.values({ ...values, ...empty }),
  });
}

/** The largest `int` of Java and Kubernetes: neither reads a larger number, and no setting means one. */
export const MOST_OF_INT = 2 ** 31 - 1;

/** Returns a field that takes a whole number, not below zero unless `pattern` says otherwise, and no larger than an `int`. */
export function integer(
  description: string,
  about: About & { readonly minimum?: number; readonly maximum?: number; readonly pattern?: Pattern },
): Field {
  const { pattern = patterns.wholeNumber, maximum = MOST_OF_INT } = about;
  // The strict schemas know no pattern of numbers: they say by the least one that there is no sign.
  const { minimum = pattern === patterns.wholeNumber ? 0 : undefined } = about;
  const shape = { type: types(about, 'integer', 'string'), 'x-read': 'integer' } as const;
  return field(description, about, { ...shape, ...matching(pattern), minimum, maximum });
}

/** Returns a field that takes the number of a port. */
export function port(description: string, about: About): Field {
  return integer(description, { ...about, ...portRange });
}

/** Returns a field that takes true or false, in any form of YAML 1.1. */
export function flag(description: string, about: About): Field {
  const shape = { type: types(about, 'boolean', 'string'), 'x-read': 'boolean' } as const;
  return field(description, about, { ...shape, ...matching(patterns.trueOrFalse) });
}

/** Returns a field that takes one port, several with commas between them, or a list. */
export function ports(description: string, about: About & { readonly minItems?: number }): Field {
  const item: SchemaNode = {
    type: ['integer', 'string'],
    'x-read': 'integer',
    ...portRange,
    ...matching(patterns.wholeNumber),
  };
  return field(description, about, {
    type: types(about, 'integer', 'string', 'array'),
    'x-read': 'ports',
    ...matching(patterns.portList),
    ...portRange,
    minItems: about.minItems,
    items: item,
  });
}

/** Returns a field that takes one text or a list of texts. */
export function texts(
  description: string,
  about: About & { readonly pattern?: Pattern; readonly minItems?: number },
): Field {
  const { pattern, minItems } = about;
  const shape = { type: types(about, ...anyScalar, 'array'), 'x-read': 'texts' } as const;
  return field(description, about, {
    ...shape,
    ...matching(pattern, pattern?.wordsForSeveral),
    items: item.text(pattern && { pattern }),
    minItems,
  });
}

/** Returns a field that takes a list. */
export function list(
  description: string,
  about: About & { readonly of: Item; readonly minItems?: number },
): Field {
  return field(description, about, {
    type: types(about, 'array'),
    items: itemNode(about.of),
    minItems: about.minItems,
  });
}

/** Returns a field that takes a mapping with keys of the author's choice. */
export function map(description: string, about: About & { readonly of: Item }): Field {
  const shape = { type: types(about, 'object'), additionalProperties: itemNode(about.of) };
  return field(description, about, shape);
}

/** Returns a field that takes an object of the definition with this name. */
export function part(definition: string, description: string, about: About): Field {
  return field(description, about, itemNode(definition));
}

/** Returns a field that takes anything, in its YAML type. */
export function any(description: string, about: About): Field {
  return field(description, about, { 'x-read': 'any' });
}

/** What lists and maps may hold beside objects. */
export const item = {
  text: (of: { readonly pattern?: Pattern; readonly secret?: true } = {}): SchemaNode =>
    present({ type: anyScalar, 'x-read': 'text', ...matching(of.pattern), 'x-secret': of.secret }),
  port: (): SchemaNode => ({
    type: ['integer', 'string'],
    'x-read': 'integer',
    ...matching(patterns.wholeNumber),
    ...portRange,
  }),
  flag: (): SchemaNode => ({
    type: ['boolean', 'string'],
    'x-read': 'boolean',
    ...matching(patterns.trueOrFalse),
  }),
  choice: (values: Meanings): SchemaNode => ({
    type: 'string',
    'x-read': 'text',
    enum: Object.keys(values),
    enumDescriptions: Object.values(values),
  }),
};

/** A schema in the making, in which a keyword may still be undefined. */
type Draft = { readonly [K in keyof SchemaNode]: SchemaNode[K] | undefined };

function field(description: string, about: About, shape: Draft): Field {
  const said: Draft = {
    default: about.default,
    'x-default': about.without,
    examples: about.examples,
    'x-engines': about.engines,
    'x-since': about.since,
    'x-dead': about.dead,
    'x-secret': about.secret,
    'x-refers': about.refers,
    'x-names': about.names,
    deprecationMessage: about.deprecated,
  };
  return { required: about.required === true, node: present({ description, ...shape, ...said }) };
}

/** What may be left out may be left empty too, which a parser reads as null. */
function types(about: Missing, ...names: readonly TypeName[]): TypeName | readonly TypeName[] {
  const all: readonly TypeName[] = about.required === true ? names : [...names, 'null'];
  const [only, ...others] = all;
  return only !== undefined && others.length === 0 ? only : all;
}

function matching(pattern: Pattern | undefined, words = pattern?.words): SchemaNode {
  if (pattern === undefined || words === undefined) return {};
  return { pattern: pattern.expression, patternErrorMessage: words };
}

function itemNode(of: Item): SchemaNode {
  return typeof of === 'string' ? { $ref: `#/definitions/${of}` } : of;
}

function present(draft: Draft): SchemaNode {
  return Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined));
}
