import { fromSeveral, type Origin } from './origin.ts';
import { Sourced } from './sourced.ts';
import { plainText, type Text } from './text.ts';
import { TracedText } from './traced-text.ts';

/** Returns one text of several, with all their origins. */
export function joinTexts(texts: readonly Text[], separator: string): Text {
  const [only] = texts;
  if (only !== undefined && texts.length === 1) return only;
  const joined = texts.map(plainText).join(separator);
  const origins = texts.flatMap(originsOf);
  return origins.length === 0 ? joined : new Sourced(joined, fromSeveral(origins));
}

function originsOf(text: Text): readonly Origin[] {
  if (text instanceof Sourced) return [text.origin];
  return text instanceof TracedText ? text.marks.map(({ origin }) => origin) : [];
}
