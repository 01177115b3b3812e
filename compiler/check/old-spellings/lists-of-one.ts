import { resolveSchema, type SchemaNode } from '../../../schema/schema-node.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Entry, MappingNode, ScalarNode } from '../../source/node.ts';
import type { Respelled } from './old-spelling.ts';

/**
 * Returns a mapping in which a list of one text stands for the text (`project: [shop]`), as the plugin's reader took
 * it, or undefined when there is none. Only fields of the original engines; a new field is new to everybody.
 */
export function unwrapListsOfOne(
  owner: MappingNode,
  schema: SchemaNode,
  root: SchemaNode,
): Respelled | undefined {
  const diagnostics: Diagnostic[] = [];
  const entries = owner.entries.map((entry): Entry => {
    const only = onlyText(entry, schema, root);
    if (only === undefined) return entry;
    const isSecret = schema.properties?.[entry.key.text]?.['x-secret'] === true;
    diagnostics.push(report(entry, only, !isSecret && only.style !== 'block'));
    return { ...entry, value: only };
  });
  return diagnostics.length === 0 ? undefined : { owner: { ...owner, entries }, diagnostics };
}

function onlyText({ key, value }: Entry, schema: SchemaNode, root: SchemaNode): ScalarNode | undefined {
  const property = schema.properties?.[key.text];
  if (property === undefined || value.kind !== 'sequence' || value.reported) return undefined;
  const field = resolveSchema(property, root);
  if (field['x-read'] !== 'text' || !field['x-engines']?.includes('P51')) return undefined;
  const [only, another] = value.items;
  return only?.kind === 'scalar' && another === undefined ? only : undefined;
}

function report({ key, value }: Entry, only: ScalarNode, withFix: boolean): Diagnostic {
  const { file, start, end } = only.span;
  const text = file.text.slice(start, end);
  return diagnose('spelling/list-of-one', { field: key.text }, value.span, {
    help: 'the plugin read it as its only entry; environment-operator refused the file',
    fixes: withFix
      ? [{ title: 'write the text alone', edits: [{ span: value.span, text }], safe: true }]
      : [],
  });
}
