import type { Tree } from '../tree.ts';
import type { Leaf } from './leaf.ts';
import { addedBy, changesBetween, type FieldReader, type LearnContext } from './learn-context.ts';
import { type Place, placeKey, textAt } from './places.ts';
import { sample } from './samples.ts';
import { type TaggedItem, taggedItemOf, taggedTexts } from './tagged-item.ts';

/** A text around the value of a field. */
export interface Frame {
  readonly place: Place;
  readonly before: string;
  readonly after: string;
}

/** Returns the reader of a text or number, which stands somewhere alone or within a text that is always the same. */
export function textReader(
  leaf: Leaf,
  context: LearnContext,
  readText: (text: string) => string | number | undefined,
): FieldReader {
  const first = sample(leaf.form, context.root, 0);
  const second = sample(leaf.form, context.root, 1);
  const frames = new Map<string, Frame>();
  const items = new Map<string, TaggedItem>();
  for (const spec of context.contexts) {
    for (const change of changesBetween(leaf, context, spec, first, second)) {
      if (change.kind !== 'text') continue;
      const frame = frameOf(change.place, change.from, String(first));
      if (frame === undefined || change.to.toLowerCase() !== framed(frame, String(second)).toLowerCase())
        continue;
      frames.set(`${placeKey(frame.place)} ${frame.before} ${frame.after}`, frame);
    }
    for (const change of addedBy(leaf, context, spec, first)) {
      const item = taggedItemOf(change, String(first));
      if (item !== undefined) items.set(JSON.stringify(item), item);
    }
  }
  const known = [...frames.values()];
  const tagged = [...items.values()];
  return (trees) => {
    // Where an item stands among others depends on which others there are.
    const texts = [
      ...tagged.flatMap((item) => taggedTexts(trees, item)),
      ...known.flatMap((frame) => framedText(trees, frame, true) ?? []),
    ];
    return [...new Set(texts.flatMap((text) => readText(text) ?? []))];
  };
}

function framed({ before, after }: Frame, value: string): string {
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
