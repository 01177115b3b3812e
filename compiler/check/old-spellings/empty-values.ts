import { resolveSchema, type SchemaNode } from '../../../schema/schema-node.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Entry, MappingNode } from '../../source/node.ts';
import { ownsItsLines, removeLines } from './edits.ts';
import { isEmptyMapping } from './may-be-old.ts';
import type { Respelled } from './old-spelling.ts';

/**
 * Returns a mapping without the optional fields that are an empty text, or undefined when there are none: both engines
 * took an empty text for nothing; nor without mappings that say nothing by it. It stays where it is a value like any other, and in fields that are new.
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

function isEmpty(entry: Entry, schema: SchemaNode, root: SchemaNode): boolean {
  const { key, value } = entry;
  if (isEmptyMapping(entry) && schema.properties?.[key.text] !== undefined) return true;
  if (value.kind !== 'scalar' || value.style === 'plain' || value.text.trim() !== '') return false;
  const property = schema.properties?.[key.text];
  if (property === undefined || schema.required?.includes(key.text)) return false;
  const field = resolveSchema(property, root);
  if (field.enum !== undefined || field.pattern !== undefined) return true;
  const read = field['x-read'];
  // An empty script is a step that does nothing, which the jobs report.
  if (key.text === 'shell') return false;
  if (read === 'text') return field['x-engines'] !== undefined && field.default !== '';
  return read !== undefined && read !== 'any' && read !== 'mapping';
}

function report(entry: Entry): Diagnostic {
  // What was meant is not to leave it out.
  const edits = ownsItsLines(entry) && !isEmptyMapping(entry) ? [removeLines(entry)] : [];
  return diagnose('spelling/empty-value', { field: entry.key.text }, entry.value.span, {
    help: isEmptyMapping(entry)
      ? `write \`${entry.key.text}: {}\` for its defaults, or remove the line`
      : 'remove the line, or give it a value',
    fixes: edits.length === 0 ? [] : [{ title: 'remove it', edits, safe: true }],
  });
}
