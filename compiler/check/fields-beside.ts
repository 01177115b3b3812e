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

/** A key that may lack fields below it. */
interface PossibleParent {
  readonly entry: Entry;
  readonly isKnown: boolean;
  readonly schemas: readonly SchemaNode[];
}

/**
 * Returns the fields of an object that were indented like a key before them in place of below it, each with all those that belong
 * below the same key: the nearest one before it that has no value, or one that cannot be without the field:
 *
 *     - git:
 *       url: https://...
 */
export function fieldsBeside(
  owner: MappingNode,
  schema: SchemaNode,
  root: SchemaNode,
): ReadonlyMap<Entry, FieldsBeside> {
  const found = new Map<Entry, FieldsBeside>();
  if (isInBraces(owner)) return found;
  const before: PossibleParent[] = [];
  let strays = 0;
  const movedBelow = new Map<PossibleParent, Entry[]>();
  for (const entry of owner.entries) {
    const isStray = !hasField(schema, entry);
    if (isStray && ++strays > MOST_STRAYS) break;
    const parent = !isStray
      ? undefined
      : before.findLast(({ entry: { value }, schemas }) =>
          schemas.some((object) => isWithout(value, entry, object)),
        );
    if (parent !== undefined) {
      const moved = movedBelow.get(parent) ?? [];
      movedBelow.set(parent, moved);
      moved.push(entry);
      found.set(entry, { parent: parent.entry, isKnown: parent.isKnown, moved });
    }
    const possible = possibleParent(entry, schema, root);
    if (possible !== undefined) before.push(possible);
  }
  return found;
}

/** Each is compared with all keys before it; no help is given for more. */
const MOST_STRAYS = 200;

function possibleParent(entry: Entry, schema: SchemaNode, root: SchemaNode): PossibleParent | undefined {
  const own = schema.properties?.[entry.key.text];
  const schemas = own === undefined ? schemasOf(entry, root) : [resolveSchema(own, root)];
  return schemas.length === 0 ? undefined : { entry, isKnown: own !== undefined, schemas };
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
  const below = `below \`${parent.key.text}\``;
  const belong = moved.length === 1 ? 'it belongs' : 'they belong';
  const blanks = missingBlanks(first, parent);
  const more = blanks === undefined ? undefined : `${blanks} more spaces`;
  const follows = followsDirectly(moved, parent, owner);
  const help = follows
    ? `${more === undefined ? 'indent' : `put ${more} before`} ${names}: ${belong} ${below}`
    : `put ${names} right ${below}, ${more === undefined ? 'indented' : `with ${more}`}: ${belong} there`;
  const edits = blanks === undefined || !follows ? [] : indented(moved, blanks);
  return diagnose('schema/unknown-field', { field: first.key.text }, first.key.span, {
    labels: [{ span: parent.key.span, text: 'belongs below this' }],
    help,
    fixes: edits.length === 0 ? [] : [{ title: `indent ${names}`, edits, safe: false }],
  });
}

/** Whether nothing stands between a key and the fields that belong below it: blanks are all that is missing. */
function followsDirectly(moved: readonly Entry[], parent: Entry, { entries }: MappingNode): boolean {
  const from = entries.indexOf(parent) + 1;
  return moved.every((entry, index) => entries[from + index] === entry);
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

/** Returns the edits that indent fields that stand one below the other. */
function indented(moved: readonly Entry[], blanks: number): readonly Edit[] {
  const [first] = moved;
  const last = moved.at(-1);
  if (first === undefined || last === undefined) return [];
  const { file } = first.key.span;
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
