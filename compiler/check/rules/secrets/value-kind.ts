/** What stands where a secret could: nothing of the kind, a stand-in for it, or a literal. */
export type ValueKind = 'harmless' | 'placeholder' | 'literal';

/** Something that is filled in elsewhere, or read from elsewhere. */
const references: readonly RegExp[] = [
  /^\$[A-Za-z_{(]/, // $VAR, ${VAR}, $(VAR)
  /\$\{[^}]+\}|\$\([^)]+\)|\$[A-Z_][A-Z0-9_]*\b/,
  /^`.*`$/,
  /^%[A-Z0-9_]+%$/i,
  /\{\{.*\}\}/,
  /^(arn|vault|ssm|secretsmanager|secret|env|file|op|sops|aws|gcp|azure):/i,
  /^(\.{0,2}|~)\/[\w./@-]*$/, // a path
  /^!(Ref|Sub|GetAtt|vault)\b/,
  /^-/, // another option
];

const WORDS = /^(true|false|yes|no|on|off|null|nil|none|undefined|disabled|enabled|required|optional|0|1)$/i;

const PLACEHOLDER =
  /^[<[({*#_-]*(redacted|masked|hidden|removed|omitted|obfuscated|placeholder|todo|tbd|fixme|(your|my|the|some|a|an)[-_ ][\w -]*(password|passwd|token|secret|key|here)[\w -]*|(insert|put|enter|replace|fill)[-_ ][\w -]*)[>\])}*#_-]*$|^[*x.#•]{3,}$|^<[^<>]+>$/i;

/** References and placeholders are short. */
const MOST_LENGTH = 500;

/** Returns what a text is that stands where a secret could. */
export function valueKind(text: string): ValueKind {
  const value = text.trim();
  if (value === '' || WORDS.test(value)) return 'harmless';
  if (value.length > MOST_LENGTH) return 'literal';
  if (PLACEHOLDER.test(value)) return 'placeholder';
  return references.some((reference) => reference.test(value)) ? 'harmless' : 'literal';
}

/** Returns whether a text looks as if a machine had made it: long, without words, letters and digits mixed. */
export function looksRandom(text: string): boolean {
  if (!/^[A-Za-z0-9+/=_.-]{16,}$/.test(text) || !/\d/.test(text) || !/[A-Za-z]/.test(text)) return false;
  return /^[0-9a-fA-F]{24,}$/.test(text) || entropy(text) > 3.5;
}

/** Bits per character. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
