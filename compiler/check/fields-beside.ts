import { resolveSchema, type SchemaNode } from '../../schema/schema-node.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic, Edit } from '../diagnostics/diagnostic.ts';
import type { Entry, MappingNode, Node } from '../source/node.ts';
import { lineStarts, positionAt } from '../text/position.ts';

/** Fields that stand beside the key that they belong below. */
export interface FieldsBeside {
  readonly parent: Entry;
  /** Whether the object knows that key; otherwise the finding about the key speaks for its fields, too. */
  readonly isKnown: boolean;
  /** All of them, in their order. */
  readonly moved: readonly Entry[];
}

/**
 * Returns the fields that were indented like the key before them in place of below it, where `entry` is one of them. The
 * key has no value, or one that cannot be without the field:
 *
 *     - git:
 *       url: https://...
 */
export function fieldsBeside(
  entry: Entry,
  owner: MappingNode,
  schema: SchemaNode,
  root: SchemaNode,
): FieldsBeside | undefined {
  if (isInBraces(owner)) return undefined;
  const before = owner.entries.slice(0, owner.entries.indexOf(entry));
  for (const parent of before.reverse()) {
    const own = schema.properties?.[parent.key.text];
    const fields = (own === undefined ? schemasOf(parent, root) : [resolveSchema(own, root)]).find((object) =>
      isWithout(parent.value, entry, object),
    );
    if (fields === undefined) continue;
    const after = owner.entries.slice(owner.entries.indexOf(parent) + 1);
    const moved = after.filter((other) => isWithout(parent.value, other, fields) && !hasField(schema, other));
    return { parent, isKnown: own !== undefined, moved };
  }
  return undefined;
}

/** What a key may stand for that is in the wrong object itself. */
function schemasOf({ key, value }: Entry, root: SchemaNode): readonly SchemaNode[] {
  if (!isEmpty(value)) return [];
  return [root, ...Object.values(root.definitions ?? {})].flatMap(({ properties = {} }) => {
    const field = Object.hasOwn(properties, key.text) ? properties[key.text] : undefined;
    return field === undefined ? [] : [resolveSchema(field, root)];
  });
}

/** Whether a field belongs into a value that shows by itself that it is not there. */
function isWithout(value: Node, field: Entry, schema: SchemaNode): boolean {
  if (!hasField(schema, field)) return false;
  if (value.kind !== 'mapping') return isEmpty(value);
  const isRequired = schema.required?.includes(field.key.text) === true;
  return isRequired && !value.entries.some(({ key }) => key.text === field.key.text);
}

/** Returns the one finding about all of them. */
export function besideDiagnostic(
  { parent, isKnown, moved }: FieldsBeside,
  owner: MappingNode,
): Diagnostic | undefined {
  const [first] = moved;
  if (first === undefined || !isKnown) return undefined;
  const names = moved.map(({ key }) => `\`${key.text}\``).join(', ');
  const belong = moved.length === 1 ? 'it belongs' : 'they belong';
  const blanks = missingBlanks(first, parent);
  const more = blanks === undefined ? 'indent' : `put ${blanks} more spaces before`;
  const help = `${more} ${names}: ${belong} below \`${parent.key.text}\``;
  const edits = blanks === undefined ? [] : indented(moved, owner, blanks);
  return diagnose('schema/unknown-field', { field: first.key.text }, first.key.span, {
    labels: [{ span: parent.key.span, text: 'belongs below this' }],
    help,
    fixes: edits.length === 0 ? [] : [{ title: `indent ${names}`, edits, safe: false }],
  });
}

function isEmpty(node: Node): boolean {
  return node.kind === 'scalar' && node.text === '' && node.style === 'plain' && node.reported !== true;
}

/** There, nothing is said by indentation. */
function isInBraces({ span: { file, start } }: Node): boolean {
  return file.text[start] === '{';
}

function hasField({ properties = {} }: SchemaNode, { key }: Entry): boolean {
  return Object.hasOwn(properties, key.text);
}

/** As many as the other fields below the key have, or two; undefined where they are in braces. */
function missingBlanks(first: Entry, { key, value }: Entry): number | undefined {
  const { file, start } = key.span;
  const own = positionAt(file, first.key.span.start).column;
  const [inside] = value.kind === 'mapping' ? value.entries : [];
  if (inside === undefined) return positionAt(file, start).column + 2 - own;
  if (isInBraces(value) || value.alias !== undefined) return undefined;
  const blanks = positionAt(file, inside.key.span.start).column - own;
  return blanks > 0 ? blanks : undefined;
}

/** None where another field stands between them. */
function indented(moved: readonly Entry[], owner: MappingNode, blanks: number): readonly Edit[] {
  const [first] = moved;
  const last = moved.at(-1);
  const { file } = owner.span;
  const from = first === undefined ? -1 : owner.entries.indexOf(first);
  const isTogether = moved.every((entry, index) => owner.entries[from + index] === entry);
  if (first === undefined || last === undefined || !isTogether) return [];
  const starts = lineStarts(file);
  const end = Math.max(last.key.span.end, last.value.alias === undefined ? last.value.span.end : 0);
  const edits: Edit[] = [];
  for (let line = positionAt(file, first.key.span.start).line - 1; (starts[line] ?? end) < end; line++) {
    const at = starts[line] ?? 0;
    if (/\S/.test(file.text.slice(at, starts[line + 1]))) {
      edits.push({ span: { file, start: at, end: at }, text: ' '.repeat(blanks) });
    }
  }
  return edits;
}
