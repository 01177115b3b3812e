import { resolveSchema, type SchemaNode } from '../../../schema/schema-node.ts';

/** A type as it is written in a spec, and the interfaces of `bitesize` that it names. */
export interface TypeName {
  readonly type: string;
  readonly names: readonly string[];
}

/** Returns the type of the values of a schema; `root` is the schema of the whole spec. */
export function typeName(schema: SchemaNode, root: SchemaNode): TypeName {
  const interfaceName = interfaceOf(schema, root);
  if (interfaceName !== undefined) return { type: interfaceName, names: [interfaceName] };
  const read = schema['x-read'];
  if (read === 'ports') return { type: 'readonly number[]', names: [] };
  if (read === 'texts') return { type: 'readonly string[]', names: [] };
  if (schema.items !== undefined) {
    const { type, names } = typeName(resolveSchema(schema.items, root), root);
    return { type: `readonly ${type}[]`, names };
  }
  if (typeof schema.additionalProperties === 'object') {
    const { type, names } = typeName(resolveSchema(schema.additionalProperties, root), root);
    return { type: `Readonly<Record<string, ${type}>>`, names };
  }
  const scalar = scalars[String(schema.type)];
  return scalar === undefined ? { type: 'Plain', names: ['Plain'] } : { type: scalar, names: [] };
}

const scalars: Readonly<Record<string, string>> = {
  string: 'string',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
};

/** A definition is known by its properties: a resolved reference shares them. */
function interfaceOf(schema: SchemaNode, root: SchemaNode): string | undefined {
  if (schema.properties === undefined) return undefined;
  const found = Object.entries(root.definitions ?? {}).find(
    ([, each]) => each.properties === schema.properties,
  );
  return found?.[0];
}

/** Returns a name for a constant that is not taken yet: the words of a text in camel case. */
export function constantName(hint: string, taken: ReadonlySet<string>): string {
  const words = hint.match(/[A-Za-z0-9]+/g) ?? [];
  const joined = words
    .map(
      (word, index) =>
        (index === 0 ? word.charAt(0).toLowerCase() : word.charAt(0).toUpperCase()) + word.slice(1),
    )
    .join('');
  const start = /^[A-Za-z]/.test(joined) ? joined : `value${joined}`;
  let name = start;
  for (let number = 2; taken.has(name); number++) name = `${start}${number}`;
  return name;
}
