import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { RawEntry } from './collect-entries.ts';

/** What stands behind a key without a value: `#channel` without a blank, or a mark for aliases. */
const BEHIND = /^:[ \t]+(?:(?<comment>#)[^\s#]|&(?<anchor>[^\s,[\]{}]+)[ \t]*(?:[#\r\n]|$))/;

/**
 * Returns the finding about a key whose value YAML does not see: a text that starts with `#`, which is a comment, or with
 * `&`, which is a mark that no alias refers to (`isRepeated` says of which there are some). Undefined where there is a value, or where
 * nothing looks like one.
 */
export function emptyValue(
  { key, value }: RawEntry,
  isRepeated: (anchor: string) => boolean,
): Diagnostic | undefined {
  if (key.kind !== 'scalar' || value.kind !== 'scalar') return undefined;
  if (value.text !== '' || value.style !== 'plain' || value.alias !== undefined || value.reported === true)
    return undefined;
  const { file, end } = key.span;
  const behind = BEHIND.exec(file.text.slice(end, end + 300));
  if (behind === null) return undefined;
  const { comment, anchor = '' } = behind.groups ?? {};
  if (comment === undefined && isRepeated(anchor)) return undefined;
  const sign = comment === undefined ? '&' : '#';
  const start = end + behind[0].indexOf(sign);
  const span = { file, start, end: start + (comment === undefined ? anchor.length + 1 : 1) };
  return diagnose('source/no-value', { field: key.text, sign }, span, {
    help: "quote what starts there, if it is the value: '...'",
  });
}
