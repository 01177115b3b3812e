import { dump } from 'js-yaml';
import { specSchemas } from '../../../compiler/check/spec-schemas.ts';
import { definitionName, type JsonValue, resolveSchema, type SchemaNode } from '../../../schema/schema-node.ts';

/** One field of an object of jobs.bitesize, in a spec that has it. */
export interface FieldInSpec {
  /** The definition and the field, such as `TimeoutWrapper.timeout`. */
  readonly name: string;
  readonly key: string;
  /** The schema of the field, its reference resolved. */
  readonly schema: SchemaNode;
  readonly owner: SchemaNode;
  readonly isRequired: boolean;
  readonly example: JsonValue;
  /** Returns the text of the spec with a value, written in one line, behind the field, and the line of the field. */
  readonly write: (key: string, value: string) => { readonly text: string; readonly line: number };
}

type Wrap = (value: JsonValue) => JsonValue;

const { schema: root } = specSchemas.jobs;
const KEY = 'field-to-be-written';

/** Returns every field of every object that a spec can have, each once. */
export function eachField(): readonly FieldInSpec[] {
  const fields: FieldInSpec[] = [];
  const seen = new Set<string>();
  const queue: { readonly node: SchemaNode; readonly wrap: Wrap; readonly name: string }[] = [
    { node: root, wrap: (value) => value, name: 'spec' },
  ];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const { node, wrap, name } = next;
    for (const [key, written] of Object.entries(node.properties ?? {})) {
      const schema = resolveSchema(written, root);
      const around: Wrap = (value) => wrap({ ...requiredOf(node), [key]: value });
      if (node['x-entry'] !== true && key !== 'kind') fields.push(fieldOf(name, key, schema, node, wrap));
      const inner = resolveSchema(schema.items ?? written, root);
      const definition = definitionName(schema.items ?? written) || `${name}.${key}`;
      if (seen.has(definition)) continue;
      seen.add(definition);
      const into: Wrap = schema.items === undefined ? around : (value) => around([value]);
      if (inner['x-kinds'] === undefined) queue.push({ node: inner, wrap: into, name: definition });
      for (const [kind, item] of Object.entries(inner['x-kinds'] ?? {}))
        queue.push({ node: resolveSchema(item, root), wrap: into, name: `${definition}.${kind}` });
    }
  }
  return fields;
}

function requiredOf(node: SchemaNode): Readonly<Record<string, JsonValue>> {
  return Object.fromEntries(
    (node.required ?? []).map((name) => [name, node.properties?.[name]?.examples?.[0] ?? null]),
  );
}

function fieldOf(owner: string, key: string, schema: SchemaNode, node: SchemaNode, wrap: Wrap): FieldInSpec {
  const [whole] = node.examples ?? [];
  const isObject = typeof whole === 'object' && whole !== null && !Array.isArray(whole);
  const { [key]: _, ...others } = { ...requiredOf(node), ...(isObject ? whole : {}) } as Record<string, JsonValue>;
  const text = dump(wrap({ ...others, [KEY]: 0 }), { lineWidth: -1, noRefs: true });
  const line = text.slice(0, text.indexOf(KEY)).split('\n').length;
  return {
    name: `${owner}.${key}`,
    key,
    schema,
    owner: node,
    isRequired: node.required?.includes(key) ?? false,
    example: schema.examples?.[0] ?? null,
    write: (written, value) => ({ text: text.replace(`${KEY}: 0`, () => `${written}: ${value}`), line }),
  };
}
