import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Entry, MappingNode } from '../source/node.ts';
import { suggestion } from '../util/suggestion.ts';
import type { SchemaNode } from './schema-node.ts';

/** Returns the finding for a key that the schema does not know, with the field that was most likely meant. */
export function unknownField(entry: Entry, owner: MappingNode, schema: SchemaNode): Diagnostic {
  const field = entry.key.text;
  const taken = new Set(owner.entries.map(({ key }) => key.text));
  const known = Object.keys(schema.properties ?? {});
  const meant = suggestion(
    field,
    known.filter((name) => !taken.has(name)),
  );
  if (meant === undefined) {
    const few =
      known.length <= 12 ? `known fields here: ${known.map((name) => `\`${name}\``).join(', ')}` : [];
    return diagnose('schema/unknown-field', { field }, entry.key.span, { help: few });
  }
  return diagnose('schema/unknown-field', { field }, entry.key.span, {
    help: `did you mean \`${meant}\`?`,
    fixes: [
      {
        title: `rename \`${field}\` to \`${meant}\``,
        edits: [{ span: entry.key.span, text: meant }],
        safe: false,
      },
    ],
  });
}
