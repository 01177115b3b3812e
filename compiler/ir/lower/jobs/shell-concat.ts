import { shellWord } from '../../../print/shell-word.ts';

/** A piece of a shell word: a text, or the value of a variable. */
export type ShellPart = string | { readonly variable: string };

/** Returns one word of a shell command that is made of texts and variables. */
export function shellConcat(parts: readonly ShellPart[]): string {
  return parts.map((part) => (typeof part === 'string' ? shellWord(part) : `"$${part.variable}"`)).join('');
}
