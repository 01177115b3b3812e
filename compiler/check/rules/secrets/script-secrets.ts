import { assignmentForms } from './assignment-forms.ts';
import { judgeValue } from './judge-value.ts';
import { secretName } from './secret-name.ts';
import { findShellSecrets } from './shell-secrets.ts';

/** A value in a text, and the name that makes it a secret. */
export interface NamedSecret {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** A header whose value comes behind the end of a quote. */
const SCHEME = /^(?:bearer|basic|token|apikey|digest|negotiate)$/i;

/**
 * Returns the values in a text that names or commands say to be secrets. What is filled in at run time is none, and
 * neither are placeholders: texts are full of them, to show how a command is used.
 */
export function findScriptSecrets(text: string): readonly NamedSecret[] {
  const found = new Map<number, NamedSecret>();
  const add = (name: string, start: number, end: number) => {
    const before = found.get(start);
    if (before === undefined || before.end < end) found.set(start, { name, start, end });
  };
  for (const { sign, head, value: pattern, isSure } of assignmentForms) {
    if (!text.includes(sign)) continue;
    head.lastIndex = 0;
    for (let match = head.exec(text); match !== null; match = head.exec(text)) {
      const name = match.groups?.name ?? '';
      if (isSure !== true && secretName(name) === undefined) continue;
      pattern.lastIndex = head.lastIndex;
      const { single, double, bare } = pattern.exec(text)?.groups ?? {};
      const value = single ?? double ?? bare?.trimEnd() ?? '';
      if (value === '') continue;
      const start = head.lastIndex + text.slice(head.lastIndex, pattern.lastIndex).indexOf(value);
      head.lastIndex = pattern.lastIndex;
      if (!SCHEME.test(value) && judgeValue(isSure === true ? 'password' : name, value) === 'literal')
        add(name, start, start + value.length);
    }
  }
  if (!text.includes(' ')) return [...found.values()];
  for (const { name, start, end, text: value } of findShellSecrets(text)) {
    // A word with escapes or quotes inside is longer in the script.
    const isPlain = text.startsWith(value, start);
    if (judgeValue('password', value) === 'literal') add(name, start, isPlain ? start + value.length : end);
  }
  return [...found.values()];
}
