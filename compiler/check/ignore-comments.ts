import type { Node } from '../source/node.ts';
import { parseYaml } from '../source/parse-source.ts';
import { isCode } from '../source/spec-kind.ts';
import { lineStarts, positionAt } from '../text/position.ts';
import type { SourceFile, Span } from '../text/span.ts';

/** One `# bitesize-ignore` comment of a spec; in TypeScript it starts with `//`. */
export interface IgnoreComment {
  readonly code: string;
  readonly reason: string;
  /** The line that it holds for, from 1. */
  readonly line: number;
  /** The comment from its start to the end of its line. */
  readonly span: Span;
  readonly codeSpan: Span;
  /** What to remove to be rid of the comment: its whole line when it stands alone. */
  readonly removal: Span;
  /** Why the comment has no effect, if it is not well formed. */
  readonly problem?: string;
}

const WORD = 'bitesize-ignore';
const COMMENT = /(^|[ \t])(#[ \t]*bitesize-ignore(?![\w-])([^\r\n]*))/gm;
const CODE_COMMENT = /(^|[ \t])(\/\/[ \t]*bitesize-ignore(?![\w-])([^\r\n]*))/gm;

const commentsOfFile = new WeakMap<SourceFile, readonly IgnoreComment[]>();

/** Returns the comments of a spec in their order. The same words inside a text value are not a comment. */
export function findIgnoreComments(file: SourceFile): readonly IgnoreComment[] {
  const known = commentsOfFile.get(file) ?? commentsIn(file);
  commentsOfFile.set(file, known);
  return known;
}

function commentsIn(file: SourceFile): readonly IgnoreComment[] {
  if (!file.text.includes(WORD)) return [];
  const root = isCode(file) ? undefined : parseYaml(file).root;
  const texts = root === undefined ? [] : scalarSpans(root);
  const comments: IgnoreComment[] = [];
  const lines = contentLines(file);
  let text = 0;
  for (const match of file.text.matchAll(isCode(file) ? CODE_COMMENT : COMMENT)) {
    const start = match.index + (match[1] ?? '').length;
    // Both come in the order of the file.
    while ((texts[text]?.end ?? Number.POSITIVE_INFINITY) <= start) text++;
    if ((texts[text]?.start ?? Number.POSITIVE_INFINITY) <= start) continue;
    comments.push(commentAt(file, start, match[2] ?? '', match[3] ?? '', lines));
  }
  return comments;
}

function commentAt(
  file: SourceFile,
  start: number,
  whole: string,
  rest: string,
  lines: readonly number[],
): IgnoreComment {
  const end = start + whole.trimEnd().length;
  const colon = /:(\s|$)/.exec(rest)?.index ?? rest.length;
  const code = rest.slice(0, colon).trim();
  const reason = rest.slice(colon + 1).trim();
  const codeStart = code === '' ? start : start + whole.indexOf(code, whole.indexOf(WORD) + WORD.length);
  const starts = lineStarts(file);
  const own = positionAt(file, start).line - 1;
  const lineStart = starts[own] ?? 0;
  const isAlone = file.text.slice(lineStart, start).trim() === '';
  const problem = problemOf(code, reason);
  return {
    code,
    reason,
    line: isAlone ? (lines[own + 1] ?? starts.length) : own + 1,
    span: { file, start, end },
    codeSpan: { file, start: codeStart, end: code === '' ? end : codeStart + code.length },
    removal: isAlone
      ? { file, start: lineStart, end: starts[own + 1] ?? file.text.length }
      : { file, start: lineStart + file.text.slice(lineStart, start).trimEnd().length, end },
    ...(problem === undefined ? {} : { problem }),
  };
}

function problemOf(code: string, reason: string): string | undefined {
  if (code === '') return 'it names no code';
  if (/\s/.test(code))
    return reason === '' ? 'it gives no reason after a colon' : 'it names more than one code';
  return reason === '' ? 'it gives no reason' : undefined;
}

/** Returns for each line of a file (from 0) the first one from there on (from 1) that holds more than a comment. */
function contentLines(file: SourceFile): readonly number[] {
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
