/** How a scalar is read from its raw text; see `schema/README.md`. */
export type ReadAs = 'text' | 'integer' | 'number' | 'boolean' | 'ports' | 'texts' | 'any';

/** The part of a strict schema that the reader, the diagnostics and the docs look at. */
export interface SchemaNode {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | SchemaNode;
  readonly items?: SchemaNode;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly definitions?: Readonly<Record<string, SchemaNode>>;
  readonly 'x-read'?: ReadAs;
  readonly 'x-dead'?: string;
  readonly 'x-secret'?: boolean;
}

/** Returns the schema that a node stands for: its definition when it is a reference into the same file. */
export function resolveSchema(node: SchemaNode, root: SchemaNode): SchemaNode {
  const name = /^#\/definitions\/(.+)$/.exec(node.$ref ?? '')?.[1];
  return name === undefined ? node : { ...root.definitions?.[name], ...withoutRef(node) };
}

function withoutRef(node: SchemaNode): SchemaNode {
  const { $ref: _, ...rest } = node;
  return rest;
}
