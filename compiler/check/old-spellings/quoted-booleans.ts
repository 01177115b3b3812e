import { resolveSchema, type SchemaNode } from '../../../schema/schema-node.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { MappingNode } from '../../source/node.ts';

const TRUE_OR_FALSE = /^(true|false)$/i;

/** Returns a finding for every `"true"` and `"false"` in quotes where the schema has a boolean. */
export function quotedBooleans(owner: MappingNode, schema: SchemaNode, root: SchemaNode): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const { key, value } of owner.entries) {
    if (value.kind !== 'scalar' || value.style !== 'quoted' || !TRUE_OR_FALSE.test(value.text)) continue;
    const field = schema.properties?.[key.text];
    if (field === undefined || resolveSchema(field, root)['x-read'] !== 'boolean') continue;
    const text = value.text.toLowerCase();
    diagnostics.push(
      diagnose('spelling/quoted-boolean', { field: key.text, value: text }, value.span, {
        fixes: [{ title: 'remove the quotes', edits: [{ span: value.span, text }], safe: true }],
      }),
    );
  }
  return diagnostics;
}
