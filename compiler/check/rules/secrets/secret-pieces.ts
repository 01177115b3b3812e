import { type FoundSecret, findSecrets, judgeValue } from './find-secrets.ts';
import { findFragmentSecrets } from './fragment-secrets.ts';
import type { PlacedText } from './text-places.ts';
import { type ValueKind, valueKind } from './value-kind.ts';

/** Returns the pieces of a text of a spec that are secrets in plain text, in its order; all of it where its name says so. */
export function secretPieces(place: PlacedText): readonly FoundSecret[] {
  const { kind, name, value } = place;
  const text = value.value;
  if (name !== undefined && kindByName(place) === 'literal')
    return [{ by: 'name', what: name, kind: 'literal', start: 0, end: text.length }];
  const found = kind === 'fragment' ? findFragmentSecrets(text) : findSecrets(text);
  return found.filter((secret) => secret.kind === 'literal');
}

/** Returns what a text is by the name that it has, or by the field that it is the value of; undefined for one without. */
export function kindByName({ name, value, isLogin, isSecret }: PlacedText): ValueKind | undefined {
  if (name === undefined) return undefined;
  if (isLogin === true) return 'literal';
  return isSecret === true ? valueKind(value.value) : judgeValue(name, value.value);
}
