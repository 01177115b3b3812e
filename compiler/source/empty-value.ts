import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../text/span.ts';
import type { RawEntry } from './collect-entries.ts';
import type { Node } from './node.ts';

/** What stands behind a key or a dash without a value: `#channel` without a blank, or a mark for aliases. */
const BEHIND = /^[ \t]+(?:(?<comment>#)[^\s#]|&(?<anchor>[^\s,[\]{}]+)[ \t]*(?:[#\r\n]|$))/;

/** Whether some alias refers to a mark. */
type IsRepeated = (anchor: string) => boolean;

/**
 * Returns the finding about a key whose value YAML does not see: a text that starts with `#`, which is a comment, or with
 * `&`, which is a mark that no alias refers to. Undefined where there is a value, or where nothing looks like one.
 */
export function emptyValue({ key, value }: RawEntry, isRepeated: IsRepeated): Diagnostic | undefined {
  if (key.kind !== 'scalar' || !isNothing(value)) return undefined;
  const { file, end } = key.span;
  return file.text[end] === ':' ? nothingBehind(`\`${key.text}\``, file, end + 1, isRepeated) : undefined;
}

/** Returns the same about an entry of a list, by where its dash stands. An entry cannot be left out, so it is an error. */
export function emptyEntry(
  value: Node,
  file: SourceFile,
  dash: number,
  isRepeated: IsRepeated,
): Diagnostic | undefined {
  if (!isNothing(value)) return undefined;
  const found = nothingBehind('an entry of the list', file, dash + 1, isRepeated);
  return found && { ...found, severity: 'error' };
}

function isNothing(value: Node): boolean {
  if (value.kind !== 'scalar' || value.text !== '' || value.style !== 'plain') return false;
  return value.alias === undefined && value.reported !== true;
}

function nothingBehind(
  what: string,
  file: SourceFile,
  at: number,
  isRepeated: IsRepeated,
): Diagnostic | undefined {
  const behind = BEHIND.exec(file.text.slice(at, at + 300));
  if (behind === null) return undefined;
  const { comment, anchor = '' } = behind.groups ?? {};
  if (comment === undefined && isRepeated(anchor)) return undefined;
  const sign = comment === undefined ? '&' : '#';
  const start = at + behind[0].indexOf(sign);
  const span = { file, start, end: start + (comment === undefined ? anchor.length + 1 : 1) };
  return diagnose('source/no-value', { what, sign }, span, {
    help: "quote what starts there, if it is the value: '...'",
  });
}

/** Returns where the next dash stands behind blanks and comments; where the first other character stands without one. */
export function nextDash(text: string, from: number): { readonly at: number; readonly isDash: boolean } {
  let at = from;
  for (;;) {
    while (/\s/.test(text[at] ?? '')) at++;
    if (text[at] !== '#') return { at, isDash: text[at] === '-' };
    const end = text.indexOf('\n', at);
    at = end === -1 ? text.length : end;
  }
}
