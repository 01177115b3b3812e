import { resolveSchema, type SchemaNode } from '../../../schema/schema-node.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic, Fix } from '../../diagnostics/diagnostic.ts';
import type { FieldPlace, LocatedObject } from '../../source/node.ts';
import { Sourced } from '../../text/sourced.ts';
import { ownsItsLines, removeLines } from '../old-spellings/edits.ts';
import { specSchemas } from '../spec-schemas.ts';
import type { Rule } from './rule.ts';

/** Fields that an engine read and nothing used, which the schemas mark with `x-dead`. */
export const deadFieldsRule: Rule = {
  name: 'dead-fields',
  *check(specs) {
    for (const kind of ['build', 'application', 'environments', 'jenkins', 'jobs'] as const) {
      const spec = specs[kind];
      if (spec === undefined) continue;
      const { schema } = specSchemas[kind];
      yield* checkValue(spec, schema, schema);
    }
  },
};

/** Walks a located spec along its schema: the same walk serves every dead field that the schemas will ever have. */
function* checkValue(value: unknown, node: SchemaNode, root: SchemaNode): Generator<Diagnostic> {
  const schema = resolveSchema(node, root);
  if (Array.isArray(value)) {
    for (const item of value) yield* checkValue(item, schema.items ?? {}, root);
  } else if (isObject(value)) {
    for (const name of schema['x-leads-to-dead'] ?? []) {
      const place = value.$.fields.get(name);
      const property = schema.properties?.[name];
      if (place === undefined || property === undefined) continue;
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
      yield diagnose('check/dead-field', { field: name }, place.key, {
        help: help.map(asHelp),
        fixes: removal(name, place),
      });
    }
  }
}

/** Returns the fix that removes a field which has lines of its own; none for any other. */
export function removal(name: string, { key, value }: FieldPlace): readonly Fix[] {
  const entry = { key: { span: key }, value: { span: value } };
  const isWritten = value.file === key.file && value.start >= key.end;
  if (!isWritten || !ownsItsLines(entry)) return [];
  return [{ title: `remove \`${name}\``, edits: [removeLines(entry)], safe: true }];
}

function isObject(value: unknown): value is LocatedObject {
  return typeof value === 'object' && value !== null && !(value instanceof Sourced) && '$' in value;
}

/** Help starts in lower case and has no full stop; a schema has sentences. */
function asHelp(sentence: string): string {
  const text = sentence.replace(/\.$/, '');
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
