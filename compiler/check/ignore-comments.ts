import { lineStarts, positionAt } from '../text/position.ts';
import type { SourceFile, Span } from '../text/span.ts';
import { contentLines, findComments } from './comments.ts';

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

const commentsOfFile = new WeakMap<SourceFile, readonly IgnoreComment[]>();

/** Returns the comments of a spec in their order. The same words inside a text value are not a comment. */
export function findIgnoreComments(file: SourceFile): readonly IgnoreComment[] {
  const known = commentsOfFile.get(file) ?? commentsIn(file);
  commentsOfFile.set(file, known);
  return known;
}

function commentsIn(file: SourceFile): readonly IgnoreComment[] {
  const found = findComments(file, WORD);
  if (found.length === 0) return [];
  const lines = contentLines(file);
  return found.map(({ span, text }) => commentAt(file, span.start, text, lines));
}

function commentAt(file: SourceFile, start: number, whole: string, lines: readonly number[]): IgnoreComment {
  const end = start + whole.length;
  const rest = whole.slice(whole.indexOf(WORD) + WORD.length);
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
