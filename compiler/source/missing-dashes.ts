import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Span } from '../text/span.ts';
import type { RawEntry } from './collect-entries.ts';

/** Entries of a list that stand there as one, because those behind the first have no `-`. */
export interface UnmarkedEntries {
  /** The keys and values of each, in their order. */
  readonly entries: readonly (readonly RawEntry[])[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Returns the entries of a list that a mapping in it really is: its first key begins each of them anew, at the start of a
 * line and with other keys below, and none has a key twice. Undefined for any other mapping.
 */
export function unmarkedEntries(raw: readonly RawEntry[]): UnmarkedEntries | undefined {
  const [first] = raw;
  if (first?.key.kind !== 'scalar') return undefined;
  const name = first.key.text;
  const dash = dashBefore(first.key.span);
  if (dash === undefined) return undefined;
  const entries: RawEntry[][] = [];
  for (const entry of raw) {
    if (entry.key.kind === 'scalar' && entry.key.text === name) entries.push([entry]);
    else entries.at(-1)?.push(entry);
  }
  const others = entries.slice(1);
  const isOne = entries[0]?.length === 1;
  if (others.length === 0 || entries.some(hasTwice)) return undefined;
  const begins = others.flatMap((other) => {
    const [{ key } = first] = other;
    return (isOne || other.length > 1) && startsLine(key.span, dash) ? [key.span] : [];
  });
  if (begins.length < others.length) return undefined;
  return {
    entries,
    diagnostics: begins.map((span) => missingDash(name, first.key.span, span, dash)),
  };
}

/** Returns how far the `-` of an entry stands to the left of its first key; undefined where none stands there. */
function dashBefore({ file, start }: Span): number | undefined {
  const line = file.text.slice(file.text.lastIndexOf('\n', start - 1) + 1, start);
  const blanks = /-( +)$/.exec(line.slice(-MOST_BLANKS))?.[1];
  return blanks === undefined ? undefined : blanks.length + 1;
}

/** Nobody writes more behind a `-`. */
const MOST_BLANKS = 40;

/** Returns whether nothing but blanks stands before a key, enough for a `-`. */
function startsLine({ file, start }: Span, dash: number): boolean {
  const line = file.text.lastIndexOf('\n', start - 1) + 1;
  return start - line >= dash && file.text.slice(line, start).trim() === '';
}

function hasTwice(entries: readonly RawEntry[]): boolean {
  const texts = entries.flatMap(({ key }) => (key.kind === 'scalar' && key.text !== '<<' ? [key.text] : []));
  return new Set(texts).size < texts.length;
}

function missingDash(key: string, before: Span, span: Span, dash: number): Diagnostic {
  const at = span.start - dash;
  return diagnose('source/missing-dash', { key }, span, {
    labels: [{ span: before, text: 'the entry before it begins here' }],
    help: 'write `-` before the first key of each entry of a list',
    fixes: [
      {
        title: `write \`-\` before \`${key}\``,
        edits: [{ span: { ...span, start: at, end: at + 1 }, text: '-' }],
        safe: false,
      },
    ],
  });
}
