import type { Edit } from '../../diagnostics/diagnostic.ts';
import type { Entry, Node } from '../../source/node.ts';
import { lineStarts, positionAt } from '../../text/position.ts';
import type { SourceFile, Span } from '../../text/span.ts';

/** Where an entry was written. */
interface EntryPlace {
  readonly key: { readonly span: Span };
  readonly value: { readonly span: Span };
}

/** Returns whether an entry starts its line, perhaps after the `-` of a list: block style, not `{a: 1}`. */
export function isBlockEntry({ key }: Entry): boolean {
  const before = beforeOnLine(key.span);
  return before !== undefined && /^ *(- +)*$/.test(before);
}

/** Returns whether nothing but spaces stands before an entry, so that its lines can be removed or moved. */
export function ownsItsLines({ key }: EntryPlace): boolean {
  const before = beforeOnLine(key.span);
  return before !== undefined && /^ *$/.test(before);
}

/** Returns the column of a span's start, counted from 0. */
export function columnOf(span: Span): number {
  return positionAt(span.file, span.start).column - 1;
}

/** Returns the span from the start of a key to the end of its value. */
export function entrySpan({ key, value }: EntryPlace): Span {
  return { file: key.span.file, start: key.span.start, end: Math.max(key.span.end, value.span.end) };
}

/** Returns the edit that removes the lines of an entry; the entry must own them. */
export function removeLines(entry: EntryPlace): Edit {
  const { file, start, end } = entrySpan(entry);
  return { span: { file, start: lineStart(file, start), end: nextLine(file, end) }, text: '' };
}

/** Returns the source text of an entry, with the lines after the first one indented by `indent` instead. */
export function reindented(entry: Entry, indent: number): string {
  const { file, start, end } = entrySpan(entry);
  const old = columnOf(entry.key.span);
  const [first = '', ...others] = file.text.slice(start, end).split('\n');
  const moved = others.map((line) => {
    const depth = line.length - line.trimStart().length;
    return line.trim() === '' ? line : ' '.repeat(Math.max(0, depth - old + indent)) + line.trimStart();
  });
  return [first, ...moved].join('\n');
}

/** Returns the edit that writes lines of text below a node. The text comes without indentation of its first line. */
export function insertBelow(node: Node, indent: number, text: string): Edit {
  const { file, end } = node.span;
  const at = nextLine(file, end);
  const lines = `${' '.repeat(indent)}${text}`;
  const isLast = at === file.text.length && !file.text.endsWith('\n');
  return { span: { file, start: at, end: at }, text: isLast ? `\n${lines}` : `${lines}\n` };
}

/** Nobody indents further than this: what stands there is left as it is, and not looked at again for each entry. */
const MOST_INDENTATION = 1000;

function beforeOnLine(span: Span): string | undefined {
  const start = lineStart(span.file, span.start);
  return span.start - start > MOST_INDENTATION ? undefined : span.file.text.slice(start, span.start);
}

function lineStart(file: SourceFile, offset: number): number {
  return lineStarts(file)[positionAt(file, offset).line - 1] ?? 0;
}

function nextLine(file: SourceFile, offset: number): number {
  return lineStarts(file)[positionAt(file, offset).line] ?? file.text.length;
}
