import type { SchemaNode } from '../../schema/schema-node.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Entry, MappingNode } from '../source/node.ts';
import { suggestion } from '../util/suggestion.ts';
import { ownersOf } from './field-owners.ts';

/** Fields that fit into one line of help. */
const FEW = 12;

/** A key that the schema does not know. */
export interface UnknownField {
  readonly diagnostic: Diagnostic;
  /** The field that was most likely meant: that it is missing is the same mistake. */
  readonly meant?: string;
}

/**
 * Returns the finding for a key that the schema does not know: with the object that has such a field when it is a
 * matter of indentation, else with the field that was most likely meant, else with the fields that exist.
 */
export function unknownField(
  entry: Entry,
  owner: MappingNode,
  schema: SchemaNode,
  root: SchemaNode,
): UnknownField {
  const field = entry.key.text;
  const { span } = entry.key;
  const taken = new Set(owner.entries.map(({ key }) => key.text));
  const meant = missingLike(field, taken, schema);
  const owners = meant === undefined ? ownersOf(field, schema, root) : [];
  if (owners.length > 0)
    return {
      diagnostic: diagnose('schema/unknown-field', { field }, span, { help: placeHelp(field, owners) }),
    };
  const known = Object.keys(schema.properties ?? {}).filter((name) => !taken.has(name));
  const near = meant ?? suggestion(field, known);
  if (near === undefined) {
    return {
      diagnostic: diagnose('schema/unknown-field', { field }, span, { help: otherHelp(owner, schema) }),
    };
  }
  const diagnostic = diagnose('schema/unknown-field', { field }, span, {
    help: `did you mean \`${near}\`?`,
    fixes: [{ title: `rename \`${field}\` to \`${near}\``, edits: [{ span, text: near }], safe: false }],
  });
  return { diagnostic, meant: near };
}

/** A required field that is missing is meant more readily than any other: its first letters are enough. */
function missingLike(field: string, taken: ReadonlySet<string>, schema: SchemaNode): string | undefined {
  const missing = schema.required?.filter((name) => !taken.has(name)) ?? [];
  return missing.find((name) => name.startsWith(field)) ?? suggestion(field, missing);
}

function placeHelp(field: string, owners: readonly string[]): string {
  const places = owners.slice(0, 3).join(' or ');
  return `\`${field}\` is a field of ${places}: check the indentation`;
}

function otherHelp(owner: MappingNode, schema: SchemaNode): string | readonly string[] {
  const known = Object.keys(schema.properties ?? {});
  if (known.length <= FEW) return `known fields here: ${known.map((name) => `\`${name}\``).join(', ')}`;
  const isThirdParty = known.includes('options') && owner.entries.some(({ key }) => key.text === 'type');
  return isThirdParty ? 'settings of a third-party resource stand under `options`' : [];
}
