import type { Tree } from '../tree.ts';
import { type Frame, framed, framedText, frameOf } from './frame.ts';
import type { Leaf } from './leaf.ts';
import { addedBy, changesBetween, type FieldReader, type LearnContext } from './learn-context.ts';
import { type Place, placeKey, textAt } from './places.ts';
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
  const scales = new Map<string, Scale>();
  for (const spec of context.contexts) {
    for (const change of changesBetween(leaf, context, spec, first, second)) {
      if (change.kind !== 'text') continue;
      const factor = factorOf(Number(first), change.from, Number(second), change.to);
      if (factor !== undefined) scales.set(placeKey(change.place), { place: change.place, factor });
      const frame = frameOf(change.place, change.from, String(first));
      if (frame === undefined || change.to.toLowerCase() !== framed(frame, String(second)).toLowerCase())
        continue;
      frames.set(`${placeKey(frame.place)} ${frame.before} ${frame.after}`, frame);
    }
    for (const change of addedBy(leaf, context, spec, second)) {
      const item = taggedItemOf(change, String(second));
      if (item !== undefined) items.set(JSON.stringify(item), item);
    }
  }
  const tagged = [...items.values()];
  const isDoubtful = (at: Pick<Frame, 'place'>) => tagged.some((item) => isWithin(at, item));
  const known = [...frames.values()];
  const factors = [...scales.values()];
  const readAll = (trees: readonly Tree[], isWanted: (at: Pick<Frame, 'place'>) => boolean) => [
    ...factors.filter(isWanted).flatMap((scale) => scaledNumber(trees, scale) ?? []),
    ...known
      .filter(isWanted)
      .flatMap((frame) => framedText(trees, frame, true) ?? [])
      .flatMap((text) => readText(text) ?? []),
  ];
  return (trees) => {
    const sure = [
      ...tagged.flatMap((item) => taggedTexts(trees, item)).flatMap((text) => readText(text) ?? []),
      ...readAll(trees, (at) => !isDoubtful(at)),
    ];
    // Where an item stands among others depends on which others there are: it may be that of another field.
    const doubtful = readAll(trees, isDoubtful);
    return [
      ...new Set(sure.length > 0 || doubtful.length === 0 ? [...sure, ...doubtful] : [null, ...doubtful]),
    ];
  };
}

/** A place where a number stands in another unit: minutes as seconds. */
interface Scale {
  readonly place: Place;
  readonly factor: number;
}

function factorOf(first: number, from: string, second: number, to: string): number | undefined {
  const factor = Number(from) / first;
  return Number.isInteger(factor) && factor > 1 && Number(to) / second === factor ? factor : undefined;
}

function scaledNumber(trees: readonly Tree[], { place, factor }: Scale): number | undefined {
  const text = textAt(trees, place) ?? '';
  const number = Number(text) / factor;
  return text !== '' && Number.isInteger(number) ? number : undefined;
}
