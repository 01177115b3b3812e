import { applyEdits, type Edit, type Fix } from '../diagnostics/diagnostic.ts';
import { lineStarts, positionAt } from '../text/position.ts';
import type { SourceFile } from '../text/span.ts';
import { bar, type FrameStyle } from './code-frame.ts';
import { drawLine } from './source-line.ts';

/** The most lines of a fix that are shown; `--fix` and machine formats have all of it. */
const MOST_LINES = 8;

/** Returns a fix as a small diff: the lines that it changes, before and after. */
export function fixLines(fix: Fix, gutter: number, style: FrameStyle): readonly string[] {
  const { paint } = style;
  const note = fix.safe ? ' (`bitesize check --fix` does it)' : '';
  const lines = [`${' '.repeat(gutter)} ${paint.frame('=')} ${paint.strong('fix:')} ${fix.title}${note}`];
  const changes = editedFiles(fix).flatMap(([file, edits]) => changedLines(file, edits, style));
  if (changes.length === 0) return lines;
  lines.push(bar(gutter, paint));
  for (const { number, sign, text } of changes.slice(0, MOST_LINES)) {
    const colour = sign === '-' ? paint.removed : paint.added;
    lines.push(`${paint.frame(String(number).padStart(gutter))} ${colour(`${sign} ${text}`.trimEnd())}`);
  }
  if (changes.length > MOST_LINES) lines.push(paint.frame('...'));
  return lines;
}

interface ChangedLine {
  readonly number: number;
  readonly sign: '-' | '+';
  readonly text: string;
}

function editedFiles(fix: Fix): readonly (readonly [SourceFile, readonly Edit[]])[] {
  const files = new Map<SourceFile, Edit[]>();
  for (const edit of fix.edits) {
    const known = files.get(edit.span.file);
    if (known === undefined) files.set(edit.span.file, [edit]);
    else known.push(edit);
  }
  return [...files];
}

/** Whole lines from the first edit to the last one. A secret next to an edit stays masked. */
function changedLines(file: SourceFile, edits: readonly Edit[], style: FrameStyle): readonly ChangedLine[] {
  const first = Math.min(...edits.map(({ span }) => positionAt(file, span.start).line));
  const last = Math.max(...edits.map(({ span }) => positionAt(file, span.end).line));
  const starts = lineStarts(file);
  const from = starts[first - 1] ?? 0;
  const to = starts[last] ?? file.text.length;
  const before = style.redact(file).slice(from, to);
  const moved = edits.map(({ span, text }) => ({
    text,
    span: { file, start: span.start - from, end: span.end - from },
  }));
  const old = splitLines(before);
  const made = splitLines(applyEdits(before, moved));
  const focus = (edits[0]?.span.start ?? from) - from;
  const draw = (text: string) => drawLine(text, first === last ? focus : 0, style.width).text;
  return [
    ...old.map((text, index) => ({ number: first + index, sign: '-' as const, text: draw(text) })),
    ...made.map((text, index) => ({ number: first + index, sign: '+' as const, text: draw(text) })),
  ];
}

function splitLines(text: string): readonly string[] {
  if (text === '') return [];
  return text.replace(/\r?\n$/, '').split(/\r?\n/);
}
