import {
  definitionName,
  type JsonValue,
  resolveSchema,
  type SchemaNode,
} from '../../../schema/schema-node.ts';
import type { PlainObject } from '../printers.ts';

/** What a field of a definition holds. */
export type FieldForm =
  /** `least` is how long it is at least, `pattern` what it has to match. */
  | {
      readonly kind: 'text';
      readonly samples: readonly [string, string];
      readonly least?: number | undefined;
      readonly pattern?: string | undefined;
    }
  | { readonly kind: 'number'; readonly least: number; readonly most: number }
  | { readonly kind: 'choice'; readonly values: readonly JsonValue[] }
  /** `values` are all that a text of the list can be; empty where it can be any. */
  | { readonly kind: 'texts'; readonly values: readonly string[] }
  | { readonly kind: 'map' }
  | { readonly kind: 'object'; readonly definition: string }
  | { readonly kind: 'objects'; readonly definition: string }
  | { readonly kind: 'entry'; readonly definition: string }
  | { readonly kind: 'entries'; readonly definition: string };

/** Returns what a field holds by its schema. */
export function formOf(field: SchemaNode, root: SchemaNode): FieldForm {
  const schema = resolveSchema(field, root);
  const types = [schema.type ?? []].flat();
  if (field.$ref !== undefined) {
    const definition = definitionName(field);
    return { kind: schema['x-entry'] === true ? 'entry' : 'object', definition };
  }
  if (schema.items?.$ref !== undefined) {
    const definition = definitionName(schema.items);
    const item = resolveSchema(schema.items, root);
    return {
      kind: item['x-entry'] === true || item['x-kinds'] !== undefined ? 'entries' : 'objects',
      definition,
    };
  }
  if (schema['x-read'] === 'texts' || types.includes('array')) {
    const values = (resolveSchema(schema.items ?? {}, root).enum ?? []).flatMap((value) => value ?? []);
    return { kind: 'texts', values };
  }
  if (types.includes('object')) return { kind: 'map' };
  if (schema.enum !== undefined)
    return { kind: 'choice', values: schema.enum.filter((value) => value !== null) };
  if (schema['x-read'] === 'boolean') return { kind: 'choice', values: [true, false] };
  const { pattern } = schema;
  if (schema['x-read'] === 'integer')
    return { kind: 'number', least: schema.minimum ?? -MOST_NUMBER, most: schema.maximum ?? MOST_NUMBER };
  const fitting =
    pattern === undefined ? SAMPLES : [SAMPLES, DECIMALS, WHOLE].find((texts) => fits(texts, pattern));
  return { kind: 'text', samples: fitting ?? SAMPLES, least: schema.minLength, pattern };
}

/** The largest whole number of Java; a field that says nothing of less takes it with either sign. */
const MOST_NUMBER = 2_147_483_647;

/** Whether the schema takes a text. */
export function takesText({ least = 0, pattern }: FieldForm & { kind: 'text' }, text: string): boolean {
  return text.length >= least && (pattern === undefined || fits([text], pattern));
}

function fits(texts: readonly string[], pattern: string): boolean {
  return texts.every((text) => new RegExp(pattern, 'u').test(text));
}

/** Returns a value of a form; the second differs from the first where the form has two. */
export function sample(form: FieldForm, root: SchemaNode, which: 0 | 1 = 0): JsonValue {
  switch (form.kind) {
    case 'text':
      return form.samples[which];
    case 'number': {
      const middle = form.most - form.least > 10_000 ? Math.max(form.least, 0) + 6841 : form.most - 1;
      return middle + which;
    }
    case 'choice':
      return form.values[which] ?? form.values[0] ?? '';
    case 'texts':
      return [form.values[which] ?? SAMPLES[which]];
    case 'map':
      return { [SAMPLES[which]]: SAMPLES[which] };
    case 'object':
      return leastOf(form.definition, root, which);
    case 'objects':
      return [leastOf(form.definition, root, which)];
    case 'entry':
      return leastEntry(form.definition, root, which);
    case 'entries':
      return [leastEntry(form.definition, root, which)];
  }
}

/** Two texts that stand nowhere else, neither within the other. */
export const SAMPLES = ['zqx1a', 'zqx2b'] as const;

/** Two numbers with a point, and two without. */
const DECIMALS = ['6841.5', '6842.5'] as const;
const WHOLE = ['6841', '6842'] as const;

/** Returns the least object of a definition: its required fields, and a script that could be a file as well. */
export function leastOf(definition: string, root: SchemaNode, which: 0 | 1 = 0): PlainObject {
  const { required = [], properties, 'x-short': short = '' } = root.definitions?.[definition] ?? {};
  const isNeeded = (properties?.[short]?.minLength ?? 0) > 0;
  return samplesOf(definition, [...new Set([...required, ...(isNeeded ? [short] : [])])], root, which);
}

/** Returns the required fields of a definition. */
export function requiredOf(definition: string, root: SchemaNode): PlainObject {
  return samplesOf(definition, root.definitions?.[definition]?.required ?? [], root, 0);
}

function samplesOf(
  definition: string,
  names: readonly string[],
  root: SchemaNode,
  which: 0 | 1,
): PlainObject {
  const { properties = {} } = root.definitions?.[definition] ?? {};
  return Object.fromEntries(
    names.map((name) => [name, sample(formOf(properties[name] ?? {}, root), root, which)]),
  );
}

function leastEntry(definition: string, root: SchemaNode, which: 0 | 1): PlainObject {
  const schema = root.definitions?.[definition] ?? {};
  const kinds = schema['x-kinds'];
  if (kinds !== undefined) {
    const [kind, inner] = Object.entries(kinds)[0] ?? ['', {}];
    return { ...leastOf(definitionName(inner), root, which), kind };
  }
  const [first] = Object.entries(schema.properties ?? {});
  return first === undefined ? {} : { [first[0]]: leastOf(definitionName(first[1]), root, which) };
}
