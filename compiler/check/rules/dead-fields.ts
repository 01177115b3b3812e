import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { Sourced } from '../../text/sourced.ts';
import type { LocatedObject } from '../place.ts';
import { resolveSchema, type SchemaNode } from '../schema-node.ts';
import { specSchemas } from '../spec-schemas.ts';
import type { Rule } from './rule.ts';

/** Fields that an engine read and nothing used, which the schemas mark with `x-dead`. */
export const deadFieldsRule: Rule = {
  name: 'dead-fields',
  *check(specs) {
    for (const kind of ['build', 'application', 'environments', 'jenkins'] as const) {
      const { schema } = specSchemas[kind];
      yield* checkValue(specs[kind], schema, schema);
    }
  },
};

/** Walks a located spec along its schema: the same walk serves every dead field that the schemas will ever have. */
function* checkValue(value: unknown, node: SchemaNode, root: SchemaNode): Generator<Diagnostic> {
  const schema = resolveSchema(node, root);
  if (Array.isArray(value)) {
    for (const item of value) yield* checkValue(item, schema.items ?? {}, root);
  } else if (isObject(value)) {
    for (const [name, place] of value.$.fields) {
      const property = schema.properties?.[name];
      if (property === undefined) continue;
      const field = resolveSchema(property, root);
      const dead = field['x-dead'];
      const inner = (value as unknown as Readonly<Record<string, unknown>>)[name];
      if (dead === undefined) {
        yield* checkValue(inner, property, root);
        continue;
      }
      // A value that the schema refused is reported already.
      if (inner === undefined) continue;
      const help = field.deprecationMessage === undefined ? [dead] : [dead, field.deprecationMessage];
      yield diagnose('check/dead-field', { field: name }, place.key, { help: help.map(asHelp) });
    }
  }
}

function isObject(value: unknown): value is LocatedObject {
  return typeof value === 'object' && value !== null && !(value instanceof Sourced) && '$' in value;
}

/** Help starts in lower case and has no full stop; a schema has sentences. */
function asHelp(sentence: string): string {
  const text = sentence.replace(/\.$/, '');
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
