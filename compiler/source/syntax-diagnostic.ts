import type { YAMLException } from 'js-yaml';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { lineStarts, positionAt } from '../text/position.ts';
import type { SourceFile, Span } from '../text/span.ts';
import { MAX_DEPTH } from './limits.ts';
import { type OpenDelimiter, openDelimiter } from './open-delimiter.ts';
import { slipAt } from './slips.ts';

/** What js-yaml says, and what it means to an author: the problem in our words and the way out. */
const explanations: readonly { readonly reason: RegExp; readonly problem: string; readonly help: string }[] =
  [
    {
      reason: /bad indentation of a mapping entry/,
      problem: 'this line does not fit the indentation or the value before it',
      help: 'align it with the other keys of its mapping; quote a value that contains `: `',
    },
    {
      reason: /bad indentation of a sequence entry/,
      problem: 'this line does not fit the list that it stands in',
      help: 'align every `-` of a list, and indent what belongs to an entry by two more spaces',
    },
    {
      reason: /deficient indentation/,
      problem: 'a bracket or brace is still open here',
      help: 'close it with `]` or `}`, or indent this line',
    },
    {
      reason: /end of the stream or a document separator is expected/,
      problem: 'this line does not continue what stands before it',
      help: 'give the line before it a key and a colon (`key: value`), or align this line with its siblings',
    },
    {
      reason: /unexpected end of the stream within a (single|double) quoted scalar/,
      problem: 'a quoted text is never closed',
      help: 'add the closing quote',
    },
    {
      reason: /implicit mapping key|can not read an implicit mapping pair/,
      problem: 'a colon is missing here, or a text spans lines without quotes',
      help: 'write `key: value`, and quote long texts or use `|`',
    },
    {
      reason: /unknown escape sequence/,
      problem: 'unknown escape in a double quoted text',
      help: "use single quotes ('...') for text with backslashes",
    },
  ];

/** Returns the diagnostic for a file that js-yaml cannot parse, at the place where it stopped. */
export function syntaxDiagnostic(file: SourceFile, error: YAMLException): Diagnostic {
  const at = Math.min(error.mark?.position ?? 0, file.text.length);
  if (/nesting exceeded/.test(error.reason)) {
    return diagnose('source/too-deep', { limit: MAX_DEPTH }, { file, start: at, end: at + 1 });
  }
  const tab = tabInIndentation(file, at);
  if (tab) return diagnose('source/tab', {}, tab, { help: 'replace the tab by spaces' });
  const open = /deficient indentation|unexpected end of the stream/.test(error.reason)
    ? openDelimiter(file, at)
    : undefined;
  if (open !== undefined) return neverClosed(file, open, at);
  const slip = slipAt(file, at);
  if (slip !== undefined) return slip;
  const known = explanations.find(({ reason }) => reason.test(error.reason));
  return diagnose('source/syntax', { problem: known?.problem ?? error.reason }, tokenAt(file, at), {
    ...(known ? { help: known.help } : {}),
  });
}

/** The place where a quote or bracket was opened says more than the one where the parser gave up. */
function neverClosed(file: SourceFile, { offset, character }: OpenDelimiter, at: number): Diagnostic {
  const isQuote = character === '"' || character === "'";
  const closing = character === '[' ? ']' : character === '{' ? '}' : character;
  const problem = isQuote ? 'a quoted text is never closed' : `a \`${character}\` is never closed`;
  const span = { file, start: offset, end: offset + 1 };
  const stopped = tokenAt(file, at);
  const labels = at > offset + 1 && at < file.text.length ? [{ span: stopped, text: 'still open here' }] : [];
  return diagnose('source/syntax', { problem }, span, { labels, help: `add the closing \`${closing}\`` });
}

/** Returns the tab in the indentation of the line at `offset`, the usual reason why a parser stops there. */
function tabInIndentation(file: SourceFile, offset: number): Span | undefined {
  const { line } = positionAt(file, offset);
  const start = lineStarts(file)[line - 1] ?? 0;
  const indentation = /^[ \t]*/.exec(file.text.slice(start, start + 1000))?.[0] ?? '';
  const tab = indentation.indexOf('\t');
  return tab === -1 ? undefined : { file, start: start + tab, end: start + tab + 1 };
}

/** Returns the word at `offset`, or the line's first word when the parser stopped in its indentation. */
function tokenAt(file: SourceFile, offset: number): Span {
  const rest = file.text.slice(offset, offset + 200);
  const skipped = /^[ ]*/.exec(rest)?.[0].length ?? 0;
  const length = /^[^\s:,\]}]+/.exec(rest.slice(skipped))?.[0].length ?? 0;
  const start = length === 0 ? offset : offset + skipped;
  return { file, start, end: Math.min(file.text.length, start + Math.max(length, 1)) };
}
