import { type DiagnosticExtras, diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { spanOf } from '../text/origin.ts';
import { positionAt } from '../text/position.ts';
import { repeats, type Sourced } from '../text/sourced.ts';
import { type SuggestionAllowance, suggestion } from '../util/suggestion.ts';

/** Returns the help for a name that is not defined: the nearest one and where it stands, or all that exist. */
export function nameHelp(
  wrong: string,
  candidates: readonly { readonly name: Sourced<string> }[],
  noun: string,
  allowance: SuggestionAllowance,
): DiagnosticExtras {
  const near = suggestion(wrong, namesOf(candidates), allowance);
  const match = near === undefined ? undefined : candidates.find(({ name }) => name.value === near);
  const span = match === undefined ? undefined : spanOf(match.name.origin);
  if (near !== undefined && span !== undefined) {
    const { line, column } = positionAt(span.file, span.start);
    return { help: `did you mean \`${near}\` (${span.file.name}:${line}:${column})?` };
  }
  if (candidates.length === 0) return { help: `no ${noun} is defined` };
  const names = candidates.slice(0, 8).map(({ name }) => `\`${name.value}\``);
  return { help: `defined: ${names.join(', ')}${candidates.length > names.length ? ', ...' : ''}` };
}

/** One after the other, since most of them are never asked for once the allowance is spent. */
function* namesOf(candidates: readonly { readonly name: Sourced<string> }[]): Generator<string> {
  for (const { name } of candidates) yield name.value;
}

/** Returns a finding for every entry whose name an earlier entry of the same list has. */
export function duplicateNames(
  noun: string,
  entries: readonly { readonly name: Sourced<string> }[],
): Diagnostic[] {
  return repeats(entries.map(({ name }) => name)).map(({ again, first }) => {
    const span = spanOf(first.origin);
    return diagnose('link/duplicate-name', { noun, name: again.value }, spanOf(again.origin), {
      labels: span ? [{ span, text: 'first defined here' }] : [],
      help: 'give one of the two another name',
    });
  });
}
