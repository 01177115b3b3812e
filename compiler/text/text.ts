import { Sourced } from './sourced.ts';
import { TracedText } from './traced-text.ts';

/** A value of the IR: as it is, or with the place that it comes from. */
export type Valued<T> = T | Sourced<T>;

/**
 * A text of the IR. One that stands in a spec is a `Sourced<string>`; a script whose single lines have origins is a
 * `TracedText`; one that the compiler made is a plain string.
 */
export type Text = Valued<string> | TracedText;

/** Returns a value without its origin. */
export function plainValue<T>(valued: Valued<T>): T {
  return valued instanceof Sourced ? valued.value : valued;
}

/** Returns a text without its origins. */
export function plainText(text: Text): string {
  return text instanceof TracedText ? text.text : plainValue(text);
}
