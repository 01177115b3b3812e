import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Entry, MappingNode } from '../../source/node.ts';
import { resolveSchema, type SchemaNode } from '../schema-node.ts';
import { ownsItsLines, removeLines } from './edits.ts';
import type { Respelled } from './old-spelling.ts';

/**
 * Returns a mapping without the optional fields that are an empty text where a choice, a number, a boolean or a name
 * is due, or undefined when there are none. An empty text that is a value like any other stays.
 */
export function dropEmptyValues(
  owner: MappingNode,
  schema: SchemaNode,
  root: SchemaNode,
): Respelled | undefined {
  const empty = owner.entries.filter((entry) => isEmpty(entry, schema, root));
  if (empty.length === 0) return undefined;
  const entries = owner.entries.filter((entry) => !empty.includes(entry));
  return { owner: { ...owner, entries }, diagnostics: empty.map(report) };
}

function isEmpty({ key, value }: Entry, schema: SchemaNode, root: SchemaNode): boolean {
  if (value.kind !== 'scalar' || value.style === 'plain' || value.text.trim() !== '') return false;
  const property = schema.properties?.[key.text];
  if (property === undefined || schema.required?.includes(key.text)) return false;
  const field = resolveSchema(property, root);
  const read = field['x-read'];
  if (read === 'any' || read === 'mapping' || read === undefined) return false;
  return read !== 'text' || field.enum !== undefined || field.pattern !== undefined;
}

function report(entry: Entry): Diagnostic {
  const edits = ownsItsLines(entry) ? [removeLines(entry)] : [];
  return diagnose('spelling/empty-value', { field: entry.key.text }, entry.value.span, {
    help: 'remove the line, or give it a value',
    fixes: edits.length === 0 ? [] : [{ title: 'remove it', edits, safe: true }],
  });
}
