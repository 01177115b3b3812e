import { dump } from 'js-yaml';
import { specSchemas } from '../../../compiler/check/spec-schemas.ts';
import {
  definitionName,
  type JsonValue,
  resolveSchema,
  type SchemaNode,
} from '../../../schema/schema-node.ts';
import { allSources } from '../../../schema/source/all-sources.ts';

/** One field of an object of jobs.bitesize, in a spec that has it. */
export interface FieldInSpec {
  /** The definition and the field, such as `TimeoutWrapper.timeout`. */
  readonly name: string;
  readonly key: string;
  /** The schema of the field, its reference resolved. */
  readonly schema: SchemaNode;
  readonly isRequired: boolean;
  readonly example: JsonValue;
  /** Returns the text of the spec with a value, written in one line, behind the field, and the line of the field. */
  readonly write: (key: string, value: string) => { readonly text: string; readonly line: number };
}

type Wrap = (value: JsonValue) => JsonValue;

const { schema: root } = specSchemas.jobs;

/** The schema that editors read has its examples as people write them. */
const source = new Map(allSources).get('jobs');
const KEY = 'field-to-be-written';

/** Returns every field of every object that a spec can have, each once. */
export function eachField(): readonly FieldInSpec[] {
  const fields: FieldInSpec[] = [];
  const seen = new Set<string>();
  const queue: ObjectInSpec[] = [{ node: root, written: source ?? {}, wrap: (value) => value, name: 'spec' }];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const { node, wrap, name } = next;
    for (const [key, field] of Object.entries(node.properties ?? {})) {
      const schema = resolveSchema(field, root);
      const around: Wrap = (value) => wrap({ ...requiredOf(next), [key]: value });
      if (node['x-entry'] !== true && key !== 'kind') fields.push(fieldOf(next, key, schema));
      const inner = resolveSchema(schema.items ?? field, root);
      const definition = definitionName(schema.items ?? field) || `${name}.${key}`;
      if (seen.has(definition)) continue;
      seen.add(definition);
      const into: Wrap = schema.items === undefined ? around : (value) => around([value]);
      const written = source?.definitions?.[definition] ?? inner;
      if (inner['x-kinds'] === undefined) queue.push({ node: inner, written, wrap: into, name: definition });
      for (const [kind, item] of Object.entries(inner['x-kinds'] ?? {}))
        queue.push({
          node: resolveSchema(item, root),
          written: source?.definitions?.[definitionName(item)] ?? {},
          wrap: into,
          name: `${definition}.${kind}`,
        });
    }
  }
  return fields;
}

/** An object of the schema, and how to write a spec around it. */
interface ObjectInSpec {
  readonly name: string;
  readonly node: SchemaNode;
  /** The same in the schema that editors read. */
  readonly written: SchemaNode;
  readonly wrap: Wrap;
}

function requiredOf({ node, written }: ObjectInSpec): Readonly<Record<string, JsonValue>> {
  return Object.fromEntries(
    (node.required ?? []).map((name) => [name, written.properties?.[name]?.examples?.[0] ?? null]),
  );
}

function fieldOf(object: ObjectInSpec, key: string, schema: SchemaNode): FieldInSpec {
  const { node, written, wrap, name } = object;
  const all = { ...requiredOf(object), ...objectOf(written.examples?.[0]) };
  const others = Object.fromEntries(Object.entries(all).filter(([other]) => other !== key));
  const text = dump(wrap({ ...others, [KEY]: 0 }), { lineWidth: -1, noRefs: true });
  const line = text.slice(0, text.indexOf(KEY)).split('\n').length;
  return {
    name: `${name}.${key}`,
    key,
    schema,
    isRequired: node.required?.includes(key) ?? false,
    example: written.properties?.[key]?.examples?.[0] ?? null,
    write: (field, value) => ({ text: text.replace(`${KEY}: 0`, () => `${field}: ${value}`), line }),
  };
}

function objectOf(value: JsonValue | undefined): Readonly<Record<string, JsonValue>> {
  return isObject(value) ? value : {};
}

function isObject(value: JsonValue | undefined): value is Readonly<Record<string, JsonValue>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
