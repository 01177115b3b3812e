import type { Node, ScalarNode } from '../source/node.ts';
import { parseSource } from '../source/parse-source.ts';
import { isCode } from '../source/spec-kind.ts';
import { lineStarts, positionAt } from '../text/position.ts';
import type { SourceFile, Span } from '../text/span.ts';
import { firstAtLeast } from '../util/first-at-least.ts';

/** A comment of a spec, from its `#` (in TypeScript its `//`) to the last letter of its line. */
export interface Comment {
  readonly span: Span;
  readonly text: string;
}

/** Returns the comments that start with a word, in their order. The same words inside a text value are no comment. */
export function findComments(file: SourceFile, word: string): readonly Comment[] {
  if (!file.text.includes(word)) return [];
  const mark = isCode(file) ? '//' : '#';
  const pattern = new RegExp(`(^|[ \\t])(${mark}[ \\t]*${word}(?![\\w-])[^\\r\\n]*)`, 'gm');
  const { texts } = quotedTexts(file);
  const comments: Comment[] = [];
  let text = 0;
  for (const match of file.text.matchAll(pattern)) {
    const start = match.index + (match[1] ?? '').length;
    // Both come in the order of the file.
    while ((texts[text]?.span.end ?? Number.POSITIVE_INFINITY) <= start) text++;
    if ((texts[text]?.span.start ?? Number.POSITIVE_INFINITY) <= start) continue;
    const whole = (match[2] ?? '').trimEnd();
    comments.push({ span: { file, start, end: start + whole.length }, text: whole });
  }
  return comments;
}

/** Returns for each line of a file (from 0) the first one from there on (from 1) that holds more than a comment. */
export function contentLines(file: SourceFile): readonly number[] {
  const starts = lineStarts(file);
  const lines = new Array<number>(starts.length);
  let next = starts.length;
  for (let index = starts.length - 1; index >= 0; index--) {
    const text = file.text.slice(starts[index], starts[index + 1]).trim();
    if (text !== '' && !text.startsWith(isCode(file) ? '//' : '#')) next = index + 1;
    lines[index] = next;
  }
  return lines;
}

/**
 * Returns the line (from 1) at which a comment about a line stands or ends: the line itself, but for a text of several
 * lines, in which there are no comments, the one at which the text begins, with its key or its dash.
 */
export function commentableLine(file: SourceFile, line: number): number {
  const starts = lineStarts(file);
  const [start, next] = [starts[line - 1] ?? 0, starts[line] ?? file.text.length];
  const { texts, ends } = quotedTexts(file);
  const around = texts[firstAtLeast(ends, start + 1)];
  if (around === undefined || around.span.start >= next) return line;
  const first = positionAt(file, around.span.start).line;
  // A block begins below its `|` or `>`.
  return around.style === 'block' ? first - 1 : first;
}

/** The texts of a file in their order, one behind the other, and where each ends. */
interface QuotedTexts {
  readonly texts: readonly ScalarNode[];
  readonly ends: readonly number[];
}

const textsOfFile = new WeakMap<SourceFile, QuotedTexts>();

/** Returns the quoted texts and blocks of a file, which may hold a `#`; TypeScript has none of these. */
function quotedTexts(file: SourceFile): QuotedTexts {
  const known = textsOfFile.get(file);
  if (known !== undefined) return known;
  const root = isCode(file) ? undefined : parseSource(file).root;
  const texts = root === undefined ? [] : textsIn(root);
  const found = { texts, ends: texts.map(({ span }) => span.end) };
  textsOfFile.set(file, found);
  return found;
}

/** Each node is visited once, aliases included. */
function textsIn(root: Node): readonly ScalarNode[] {
  const seen = new Set<Node>();
  const texts: ScalarNode[] = [];
  const visit = (node: Node) => {
    if (seen.has(node)) return;
    seen.add(node);
    if (node.kind === 'sequence') node.items.forEach(visit);
    else if (node.kind === 'mapping') {
      for (const { key, value } of node.entries) {
        visit(key);
        visit(value);
      }
    } else if (node.style !== 'plain') texts.push(node);
  };
  visit(root);
  return texts.sort((a, b) => a.span.start - b.span.start);
}
