import { type FoundSecret, findSecrets, judgeValue } from './find-secrets.ts';
import { findFragmentSecrets } from './fragment-secrets.ts';
import type { PlacedText } from './text-places.ts';

/** Returns the pieces of a text of a spec that are secrets in plain text, in its order; all of it where its name says so. */
export function secretPieces({ kind, name, value, isLogin }: PlacedText): readonly FoundSecret[] {
  const text = value.value;
  const isNamed = name !== undefined && (isLogin === true || judgeValue(name, text) === 'literal');
  if (isNamed) return [{ by: 'name', what: name, kind: 'literal', start: 0, end: text.length }];
  const found = kind === 'fragment' ? findFragmentSecrets(text) : findSecrets(text);
  return found.filter((secret) => secret.kind === 'literal');
}
