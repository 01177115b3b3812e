import { type Frame, framed, framedText, frameOf } from './frame.ts';
import type { Leaf } from './leaf.ts';
import { addedBy, changesBetween, type FieldReader, type LearnContext } from './learn-context.ts';
import { placeKey } from './places.ts';
import { sample } from './samples.ts';
import { isWithin, type TaggedItem, taggedItemOf, taggedTexts } from './tagged-item.ts';

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
  const tagged = [...items.values()];
  const known = [...frames.values()].filter((frame) => !tagged.some((item) => isWithin(frame, item)));
  return (trees) => {
    // Where an item stands among others depends on which others there are.
    const texts = [
      ...tagged.flatMap((item) => taggedTexts(trees, item)),
      ...known.flatMap((frame) => framedText(trees, frame, true) ?? []),
    ];
    return [...new Set(texts.flatMap((text) => readText(text) ?? []))];
  };
}
