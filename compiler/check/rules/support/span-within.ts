import { spanOf } from '../../../text/origin.ts';
import type { Sourced } from '../../../text/sourced.ts';
import type { Span } from '../../../text/span.ts';

/**
 * Returns where a piece of a text stands in its file; the whole value when it is not written there in one piece,
 * such as a text with escapes or one that spans lines, or when it cannot be told which of many pieces it is.
 */
export function spanWithin(value: Sourced<string>, start: number, piece: string): Span | undefined {
  const span = spanOf(value.origin);
  if (span === undefined || piece === '') return span;
  const known = lastPlaces.get(value);
  const { places, inValue } = known?.piece === piece ? known : findPlaces(value, piece, span);
  const index = inValue?.indexOf(start) ?? -1;
  // An escape can look like the piece: only what stands there as often as in the value is sure.
  if (places === undefined || index === -1 || places.length !== inValue?.length) return span;
  const at = places[index];
  if (at === undefined) return span;
  return { file: span.file, start: span.start + at, end: span.start + at + piece.length };
}

interface Places {
  readonly piece: string;
  readonly places: readonly number[] | undefined;
  readonly inValue: readonly number[] | undefined;
}

/** One piece is often asked for many times in a row. */
const lastPlaces = new WeakMap<Sourced<string>, Places>();

function findPlaces(value: Sourced<string>, piece: string, { file, start, end }: Span): Places {
  const source = file.text.slice(start, end);
  const found = { piece, places: placesOf(source, piece), inValue: placesOf(value.value, piece) };
  lastPlaces.set(value, found);
  return found;
}

/** More places are not told apart: that keeps a text of one letter from being compared with itself. */
const MOST_PLACES = 200;

function placesOf(text: string, piece: string): readonly number[] | undefined {
  const places: number[] = [];
  for (let at = text.indexOf(piece); at !== -1; at = text.indexOf(piece, at + 1)) {
    places.push(at);
    if (places.length > MOST_PLACES) return undefined;
  }
  return places;
}
