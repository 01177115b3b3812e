import { type Frame, framedText, frameIn, frameOf } from './frame.ts';
import type { Leaf } from './leaf.ts';
import { changesBetween, type FieldReader, type LearnContext } from './learn-context.ts';
import type { Difference } from './places.ts';
import { SAMPLES } from './samples.ts';
import { type TaggedItem, taggedTexts, tagsOf } from './tagged-item.ts';

/** Something that a list adds to: a text, or the elements inside one. */
type ListPlace =
  | { readonly kind: 'joined'; readonly frame: Frame; readonly separator: string }
  | { readonly kind: 'items'; readonly item: TaggedItem };

/** Returns the reader of a list of texts, which are joined to one text or have an element each. */
export function textsReader(leaf: Leaf, context: LearnContext): FieldReader {
  const [one, two] = SAMPLES;
  const found = new Map<string, ListPlace>();
  for (const spec of context.contexts)
    for (const change of changesBetween(leaf, context, spec, [one], [one, two])) {
      const place = change.kind === 'removed' ? undefined : listPlace(change, one, two);
      if (place !== undefined) found.set(JSON.stringify(place), place);
    }
  const places = [...found.values()];
  return (trees) =>
    places.flatMap((place): readonly string[][] => {
      if (place.kind === 'joined') {
        const joined = framedText(trees, place.frame, false);
        return joined === undefined || joined === '' ? [] : parts(joined, place.separator);
      }
      const texts = taggedTexts(trees, place.item);
      return texts.length === 0 ? [] : [[...texts]];
    });
}

/** Returns the parts of a joined text: as it is joined here, and as people join it who leave blanks elsewhere. */
function parts(joined: string, separator: string): readonly string[][] {
  if (separator === '') return [[joined]];
  const exact = joined.split(separator);
  const loose = separator.trim();
  if (loose === '' || loose === separator) return [exact];
  return [exact, joined.split(loose).map((part) => part.trim())];
}

function listPlace(
  change: Exclude<Difference, { kind: 'removed' }>,
  one: string,
  two: string,
): ListPlace | undefined {
  if (change.kind === 'added') {
    const frame = frameIn([change.tree], two);
    if (frame === undefined) return undefined;
    const tags = tagsOf(change.tree, frame);
    return { kind: 'items', item: { parent: change.parent, name: change.tree.name, frame, tags } };
  }
  const frame = frameOf(change.place, change.from, one);
  if (frame === undefined) return undefined;
  const joined = change.to.slice(frame.before.length, change.to.length - frame.after.length);
  if (!joined.toLowerCase().startsWith(one) || !joined.toLowerCase().endsWith(two)) return undefined;
  return { kind: 'joined', frame, separator: joined.slice(one.length, joined.length - two.length) };
}
