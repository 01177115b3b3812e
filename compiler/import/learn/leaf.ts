import { type JsonValue, resolveSchema, type SchemaNode } from '../../../schema/schema-node.ts';
import type { PlainObject } from '../printers.ts';
import { type FieldForm, formOf, leastOf } from './samples.ts';

/** A field of an object, or one of an object inside it. */
export interface Leaf {
  readonly at: readonly string[];
  /** The definitions of the objects on the way, the first for the first name. */
  readonly through: readonly string[];
  readonly form: Exclude<FieldForm, { kind: 'object' }>;
  readonly fallback: JsonValue | undefined;
  readonly isRequired: boolean;
  /** Whether it is a list that may be empty. */
  readonly mayBeEmpty: boolean;
}

/** Objects inside one another; deeper ones are none of the vocabulary's. */
const MOST_DEPTH = 4;

const LISTS: ReadonlySet<FieldForm['kind']> = new Set(['texts', 'objects', 'entries']);

/** Returns the fields of a definition, with those of the objects inside it, in the order of the schema. */
export function leavesOf(definition: string, root: SchemaNode, depth = 0): readonly Leaf[] {
  const schema = root.definitions?.[definition] ?? {};
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]): readonly Leaf[] => {
    const form = formOf(field, root);
    const isRequired = schema.required?.includes(name) === true;
    if (form.kind !== 'object') {
      const mayBeEmpty = LISTS.has(form.kind) && (resolveSchema(field, root).minItems ?? 0) === 0;
      return [{ at: [name], through: [], form, fallback: field.default, isRequired, mayBeEmpty }];
    }
    if (depth >= MOST_DEPTH) return [];
    return leavesOf(form.definition, root, depth + 1).map((leaf) => ({
      ...leaf,
      at: [name, ...leaf.at],
      through: [form.definition, ...leaf.through],
    }));
  });
}

/** Returns an object with a field set; objects on the way are made with what they must have. */
export function withValue(
  spec: PlainObject,
  leaf: Pick<Leaf, 'at' | 'through'>,
  value: JsonValue,
  root: SchemaNode,
): PlainObject {
  const [name, ...rest] = leaf.at;
  if (name === undefined) return spec;
  if (rest.length === 0) return { ...spec, [name]: value };
  const [definition = '', ...through] = leaf.through;
  const known = spec[name];
  const inner = isPlainObject(known) ? known : leastOf(definition, root);
  return { ...spec, [name]: withValue(inner, { at: rest, through }, value, root) };
}

/** Returns an object without a field; an object that is left empty stays. */
export function withoutValue(spec: PlainObject, [name, ...rest]: readonly string[]): PlainObject {
  if (name === undefined || !(name in spec)) return spec;
  const inner = spec[name];
  if (rest.length > 0) return isPlainObject(inner) ? { ...spec, [name]: withoutValue(inner, rest) } : spec;
  const { [name]: _, ...others } = spec;
  return others;
}

/** Returns what a field of an object holds. */
export function valueAt(spec: PlainObject, at: readonly string[]): JsonValue | undefined {
  let value: JsonValue | undefined = spec;
  for (const name of at) value = isPlainObject(value) ? value[name] : undefined;
  return value;
}

/** Says whether a value is an object, and neither a list nor null. */
export function isPlainObject(value: JsonValue | undefined): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Says whether two values are the same, fields in the same order. */
export function isSame(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
