import type { Node } from '../source/node.ts';
import { parseYaml } from '../source/parse-yaml.ts';
import { isCode } from '../source/spec-kind.ts';
import { lineStarts } from '../text/position.ts';
import type { SourceFile } from '../text/source-file.ts';
import type { Span } from '../text/span.ts';

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

/** Returns the comments of a spec in their order. The same words inside a text value are not a comment. */
export function findIgnoreComments(file: SourceFile): readonly IgnoreComment[] {
  if (!file.text.includes(WORD)) return [];
  const root = isCode(file) ? undefined : parseYaml(file).root;
  const texts = root === undefined ? [] : scalarSpans(root);
  const comments: IgnoreComment[] = [];
  for (const match of file.text.matchAll(isCode(file) ? CODE_COMMENT : COMMENT)) {
    const start = match.index + (match[1] ?? '').length;
    if (texts.some((span) => span.start <= start && start < span.end)) continue;
    comments.push(commentAt(file, start, match[2] ?? '', match[3] ?? ''));
  }
  return comments;
}

function commentAt(file: SourceFile, start: number, whole: string, rest: string): IgnoreComment {
  const end = start + whole.trimEnd().length;
  const colon = /:(\s|$)/.exec(rest)?.index ?? rest.length;
  const code = rest.slice(0, colon).trim();
  const reason = rest.slice(colon + 1).trim();
  const codeStart = code === '' ? start : start + whole.indexOf(code, whole.indexOf(WORD) + WORD.length);
  const starts = lineStarts(file);
  const own = starts.findLastIndex((at) => at <= start);
  const lineStart = starts[own] ?? 0;
  const isAlone = file.text.slice(lineStart, start).trim() === '';
  const problem = problemOf(code, reason);
  return {
    code,
    reason,
    line: isAlone ? nextContentLine(file, own + 1) : own + 1,
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

/** Returns the first line (from 1) after the given index of lines that holds more than a comment. */
function nextContentLine(file: SourceFile, from: number): number {
  const starts = lineStarts(file);
  for (let index = from; index < starts.length; index++) {
    const text = file.text.slice(starts[index], starts[index + 1]).trim();
    if (text !== '' && !text.startsWith(isCode(file) ? '//' : '#')) return index + 1;
  }
  return starts.length;
}

/** The spans of quoted texts and blocks, which may hold a `#`; each node is visited once, aliases included. */
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
  return spans;
}
