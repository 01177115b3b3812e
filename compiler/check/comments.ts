import type { Node } from '../source/node.ts';
import { parseYaml } from '../source/parse-source.ts';
import { isCode } from '../source/spec-kind.ts';
import { lineStarts } from '../text/position.ts';
import type { SourceFile, Span } from '../text/span.ts';

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
  const root = isCode(file) ? undefined : parseYaml(file).root;
  const texts = root === undefined ? [] : scalarSpans(root);
  const comments: Comment[] = [];
  let text = 0;
  for (const match of file.text.matchAll(pattern)) {
    const start = match.index + (match[1] ?? '').length;
    // Both come in the order of the file.
    while ((texts[text]?.end ?? Number.POSITIVE_INFINITY) <= start) text++;
    if ((texts[text]?.start ?? Number.POSITIVE_INFINITY) <= start) continue;
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
 * The spans of quoted texts and blocks, which may hold a `#`, in the order of the file; each node is visited once,
 * aliases included.
 */
function scalarSpans(root: Node): readonly Span[] {
  const seen = new Set<Node>();
  const spans: Span[] = [];
  const visit = (node: Node) => {
    if (seen.has(node)) return;
    seen.add(node);
    if (node.kind === 'sequence') node.items.forEach(visit);
    else if (node.kind === 'mapping') {
      for (const { key, value } of node.entries) {
        visit(key);
        visit(value);
      }
    } else if (node.style !== 'plain') spans.push(node.span);
  };
  visit(root);
  return spans.sort((a, b) => a.start - b.start);
}
