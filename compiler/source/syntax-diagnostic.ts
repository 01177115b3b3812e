import type { YAMLException } from 'js-yaml';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { lineStarts, positionAt } from '../text/position.ts';
import type { SourceFile, Span } from '../text/span.ts';
import { conflictMarker } from './conflict-marker.ts';
import { type FlatBlock, flatBlock } from './flat-block.ts';
import { type KeyOfManyLines, keyOfManyLines } from './key-of-many-lines.ts';
import { MAX_DEPTH } from './limits.ts';
import { type OpenDelimiter, openDelimiter } from './open-delimiter.ts';
import { slipAt } from './slips.ts';
import { indentationLabels } from './uneven-indentation.ts';

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
      reason: /unexpected end of the (stream|document) within a (single|double) quoted scalar/,
      problem: 'a quoted text is never closed',
      help: 'add the closing quote',
    },
    {
      reason: /multiline key|expected ':' after a mapping key/,
      problem: 'a colon is missing here, or a text spans lines without quotes',
      help: 'write `key: value`, and quote long texts or use `|`',
    },
    {
      reason: /missed comma between flow collection entries/,
      problem: 'between the entries in brackets or braces, a comma is missing here',
      help: 'write `,` before it; quote a text that has one of `[]{},` in it',
    },
    {
      reason: /expected the node content, but found ','/,
      problem: 'there is nothing before this comma',
      help: "remove the comma, or write `''` before it for an empty text",
    },
    {
      reason: /non-printable characters|null byte/,
      problem: 'a character that YAML does not allow stands here',
      help: 'remove it: it is one that nobody sees',
    },
    {
      reason: /indentation width|chomping mode/,
      problem: 'this is no header of a text of several lines',
      help: 'write `|` or `>`, with `-` behind it to leave out the last line break',
    },
    {
      reason: /duplication of an? (tag|anchor) property/,
      problem: 'a value has one mark (`&name`, `!tag`) at most, this is another one',
      help: "remove one of the two, or quote the value if it is text: '...'",
    },
    {
      reason: /unknown escape sequence|expected hexadecimal character/,
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
  const conflict = conflictMarker(file);
  if (conflict !== undefined) return conflict;
  const tab = tabInIndentation(file, at);
  if (tab) return diagnose('source/tab', {}, tab, { help: 'replace the tab by spaces' });
  const open = /deficient indentation|unexpected end of the stream/.test(error.reason)
    ? openDelimiter(file, at)
    : undefined;
  if (open !== undefined) return neverClosed(file, open, at);
  const slip = slipAt(file, at);
  if (slip !== undefined) return slip;
  const key = keyWithoutColon(file, at, error.reason);
  const block = flatBlock(file, key?.word.start ?? at);
  if (block !== undefined) return notIndented(block);
  if (key !== undefined) return slipAt(file, key.word.start) ?? withoutColon(key, tokenAt(file, at));
  const known = explanations.find(({ reason }) => reason.test(error.reason));
  return diagnose('source/syntax', { problem: known?.problem ?? error.reason }, tokenAt(file, at), {
    ...(known ? { help: known.help } : {}),
    labels: /bad indentation|end of the stream or/.test(error.reason) ? indentationLabels(file, at) : [],
  });
}

/** Where the parser noticed by the next colon that one is missing in a line above. */
function keyWithoutColon(file: SourceFile, at: number, reason: string): KeyOfManyLines | undefined {
  const key = keyOfManyLines(file, at);
  if (/multiline key/.test(reason)) return key;
  // The first key of a mapping: without its colon it is the value of the key around it.
  const isFirst = /bad indentation of a mapping entry/.test(reason) && key?.isKey && key.hasValue;
  const isAtTop = /end of the stream or a document/.test(reason) && key?.isTop;
  return isFirst || isAtTop ? key : undefined;
}

/** The text of a block is told from what follows by its indentation alone. */
function notIndented({ key, line, blanks }: FlatBlock): Diagnostic {
  const problem = `the text of \`${key}\` is not indented`;
  return diagnose('source/syntax', { problem }, line, {
    help: `put ${blanks} spaces before each line of the text, which is more than before \`${key}\``,
  });
}

/** The line in which a colon is missing, not the one in which the next colon stands. */
function withoutColon({ word, isKey }: KeyOfManyLines, stopped: Span): Diagnostic {
  const text = word.file.text.slice(word.start, word.end);
  const labels = [{ span: stopped, text: 'all up to here is read as one text' }];
  if (!isKey)
    return diagnose('source/syntax', { problem: 'a key does not span lines' }, word, {
      labels,
      help: 'put a colon behind the key in this line (`key: value`), or indent the line if it goes on with the text above it',
    });
  const end = { ...word, start: word.end };
  return diagnose('source/syntax', { problem: `there is no colon after \`${text}\`` }, word, {
    labels,
    help: `write \`${text}:\``,
    fixes: [{ title: `write \`${text}:\``, edits: [{ span: end, text: ':' }], safe: false }],
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
