import { lineStarts, positionAt } from '../text/position.ts';
import type { SourceFile, Span } from '../text/span.ts';
import { headOfBlock } from './flat-block.ts';
import { indentationOf, isBlankLine, lineAt } from './line-at.ts';

/** A text that begins lines above a `:` and would be the key before it. */
export interface KeyOfManyLines {
  /** Its first word, which most likely was to be the key. */
  readonly word: Span;
  /** Whether that word alone, or with the header of a block behind it, is its first line: only the colon is missing. */
  readonly isKey: boolean;
  /** Whether no line above it says anything. */
  readonly isTop: boolean;
  /** Whether what follows is indented as if it were its value. */
  readonly hasValue: boolean;
}

/** How far up such a text is looked for. */
const MOST_LINES = 1000;

/** What ends a line that says more than text: a key with its value below it or behind it. */
const HAS_KEY = /^ *(?:- +)*[^ \t#'"[{&*!|>-][^#'"]*?:(?:[ \t]|$)/;

/**
 * Returns where the text begins that YAML took for a key of several lines at `at`; undefined when it begins in the same
 * line. What stands below a word without its colon is read as more of that word, up to the next `:`.
 */
export function keyOfManyLines(file: SourceFile, at: number): KeyOfManyLines | undefined {
  const starts = lineStarts(file);
  const stopped = positionAt(file, at).line - 1;
  let first: { readonly number: number; readonly indentation: number } | undefined;
  let below = indentationOf(lineAt(file, starts, stopped));
  let nearest = below;
  let isTop = true;
  for (let number = stopped - 1; number >= Math.max(0, stopped - MOST_LINES); number--) {
    const text = lineAt(file, starts, number);
    if (isBlankLine(text)) continue;
    if (HAS_KEY.test(text)) {
      isTop = false;
      if (headOfBlock(text) < (first?.indentation ?? 0)) return undefined;
      break;
    }
    const indentation = indentationOf(text);
    if (first === undefined || indentation < first.indentation) {
      first = { number, indentation };
      below = nearest;
    }
    nearest = indentation;
  }
  if (first === undefined) return undefined;
  const text = lineAt(file, starts, first.number);
  const head = /^ *(?:- +)*/.exec(text)?.[0].length ?? 0;
  const word = /^[^\s|>]+/.exec(text.slice(head))?.[0];
  if (word === undefined) return undefined;
  const start = (starts[first.number] ?? 0) + head;
  return {
    word: { file, start, end: start + word.length },
    isKey: /^[\w.-]+:?\s*(?:[|>][+-]?\d?[+-]?)?\s*(?:#.*)?$/.test(text.slice(head)),
    isTop,
    hasValue: below > first.indentation,
  };
}
