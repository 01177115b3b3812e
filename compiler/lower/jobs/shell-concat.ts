import { shellWord } from '../../print/shell-word.ts';

/** A piece of a shell word: a text, or the value of a variable. */
export type ShellPart = string | { readonly variable: string };

/** Returns one word of a shell command that is made of texts and variables. */
export function shellConcat(parts: readonly ShellPart[]): string {
  let word = '';
  let text = '';
  for (const part of parts) {
    if (typeof part === 'string') {
      text += part;
      continue;
    }
    word += `${text === '' ? '' : shellWord(text)}"$${part.variable}"`;
    text = '';
  }
  return text === '' ? word : word + shellWord(text);
}
