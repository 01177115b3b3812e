import type { Tree } from '../tree.ts';
import { type Place, textAt, textsIn } from './places.ts';

/** A text around the value of a field. */
export interface Frame {
  readonly place: Place;
  readonly before: string;
  readonly after: string;
}

/** Returns the text of a frame with a value in it. */
export function framed({ before, after }: Frame, value: string): string {
  return before + value + after;
}

/** Returns the frame of a value within a text that holds it; printers may write it in capitals. */
export function frameOf(place: Place, text: string, value: string): Frame | undefined {
  const at = text.toLowerCase().indexOf(value);
  return at === -1 ? undefined : { place, before: text.slice(0, at), after: text.slice(at + value.length) };
}

/** Returns what stands in a frame. What the printer adds may be missing in what somebody else wrote: then all of it. */
export function framedText(
  trees: readonly Tree[],
  { place, before, after }: Frame,
  isLoose: boolean,
): string | undefined {
  const text = textAt(trees, place);
  if (text === undefined) return undefined;
  const isFramed =
    text.startsWith(before) && text.endsWith(after) && text.length >= before.length + after.length;
  if (isFramed) return text.slice(before.length, text.length - after.length);
  return isLoose ? text : undefined;
}

/** Returns the frame of a value within the only text that holds it. */
export function frameIn(trees: readonly Tree[], value: string): Frame | undefined {
  for (const [place, text] of textsIn(trees)) {
    const frame = frameOf(place, text, value);
    if (frame !== undefined) return frame;
  }
  return undefined;
}
