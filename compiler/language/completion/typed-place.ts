import type { ScalarNode } from '../../source/node.ts';
import type { SourceFile } from '../../text/span.ts';
import { treeOf } from '../file-tree.ts';
import { type SpecField, type SpecObject, scalarsOf } from '../spec-tree.ts';
import type { Cursor } from './cursor.ts';

/** What is typed where: a key of an object, or a value. */
export type TypedPlace =
  | {
      readonly kind: 'key';
      readonly object: SpecObject;
      /** Keys that are there; what stands below the cursor in a broken file is read by its indentation. */
      readonly present: ReadonlySet<string>;
    }
  | { readonly kind: 'value'; readonly field: SpecField; readonly scalar: ScalarNode };

/** What stands for the word that is typed; nobody writes it. */
export const MARK = 'typedAtTheCursor';

const CLOSING = { '[': ']', '{': '}' } as const;

/**
 * Returns the place of a cursor in the spec. The text is completed, so that YAML reads it: first as it is, then without
 * what stands below, then with all brackets closed.
 */
export function typedPlace(file: SourceFile, cursor: Cursor): TypedPlace | undefined {
  const { text, name } = file;
  const head = headOf(text, cursor);
  const closing = cursor.brackets.map((bracket) => CLOSING[bracket]).join('');
  const tail = text.slice(cursor.word.end);
  const quote = cursor.quote !== undefined && !cursor.isClosed ? cursor.quote : '';
  const line = text.slice(cursor.word.end, cursor.lineEnd);
  const typed = cursor.isValue || cursor.hasColon || cursor.quote !== undefined ? MARK : `${MARK}: 0`;
  const below = text.slice(cursor.lineEnd);
  const whole = cursor.quote !== undefined && !cursor.isValue && !cursor.hasColon;
  const candidates = [
    `${head}${typed}${quote}${tail}`,
    ...(whole ? [`${head}${MARK}${cursor.quote}: 0${line.slice(cursor.isClosed ? 1 : 0)}${below}`] : []),
    `${head}${typed}${quote}${line}`,
    `${head}${typed}${quote}${closing}${below}`,
    `${head}${MARK}${cursor.isClosed ? cursor.quote : quote}${cursor.isValue ? '' : ': 0'}${closing}`,
  ];
  for (const candidate of candidates) {
    const found = placeOfMark({ name, text: candidate });
    if (found?.kind === 'key' && cursor.brackets.length === 0)
      return { ...found, present: new Set([...found.present, ...keysBelow(text, cursor)]) };
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Tabs indent nothing in YAML: a tab at the start of the line stands for two blanks. */
function headOf(text: string, { lineStart, word, needsBlank }: Cursor): string {
  const line = text.slice(lineStart, word.start).replace(/^\s*/, (blank) => blank.replaceAll('\t', '  '));
  return text.slice(0, lineStart) + line + (needsBlank ? ' ' : '');
}

function placeOfMark(file: SourceFile): TypedPlace | undefined {
  const tree = treeOf(file);
  if (tree === undefined) return undefined;
  // The short form of an object is a field inside of the one that it stands in: the inner one says more.
  for (const field of [...tree.fields].reverse()) {
    const scalar = scalarsOf(field.value).find(
      ({ text, style, alias }) => style !== 'block' && alias === undefined && text.includes(MARK),
    );
    if (scalar !== undefined && scalar !== field.key) return { kind: 'value', field, scalar };
  }
  for (const object of tree.objects) {
    const { entries, span } = object.node;
    if (entries.some(({ key }) => key.text === MARK)) {
      // What a merge key brings may be written anew.
      const own = entries.filter(({ key }) => key.span.start >= span.start && key.span.end <= span.end);
      return {
        kind: 'key',
        object,
        present: new Set(own.flatMap(({ key: { text } }) => (text === MARK ? [] : [text]))),
      };
    }
    const chosen = kindPlace(object);
    if (chosen !== undefined) return chosen;
  }
  return undefined;
}

/** The kind of an object is none of its fields as long as nobody knows it. */
function kindPlace(object: SpecObject): TypedPlace | undefined {
  if (object.schema['x-kinds'] === undefined) return undefined;
  const value = object.node.entries.find(({ key }) => key.text === 'kind')?.value;
  if (value?.kind !== 'scalar' || !value.text.includes(MARK) || object.parent === undefined) return undefined;
  const kinds = Object.keys(object.schema['x-kinds']);
  const enumDescriptions = Object.values(object.schema['x-kinds']).map(
    ({ description }) => description ?? '',
  );
  const node = { enum: kinds, enumDescriptions, 'x-read': 'text' } as const;
  const field = { ...object.parent, name: 'kind', node };
  return {
    kind: 'value',
    field: { field, key: undefined, value, owner: object, objects: [] },
    scalar: value,
  };
}

/** Returns the keys below the cursor that belong to the same mapping, by their indentation. */
function keysBelow(text: string, { word, lineStart, lineEnd }: Cursor): readonly string[] {
  const column = word.start - lineStart;
  const keys: string[] = [];
  for (const line of text.slice(lineEnd).split('\n').slice(1)) {
    const indentation = /^ */.exec(line)?.[0].length ?? 0;
    if (line.trim() === '' || /^\s*#/.test(line) || indentation > column) continue;
    if (indentation < column) break;
    const key = /^\s*([\w.-]+)\s*:/.exec(line)?.[1];
    if (key === undefined) break;
    keys.push(key);
  }
  return keys;
}
