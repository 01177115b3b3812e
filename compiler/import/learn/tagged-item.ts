import type { Tree } from '../tree.ts';
import { type Frame, framedText, frameIn } from './frame.ts';
import {
  childrenAt,
  type Difference,
  type Path,
  type Place,
  pathKey,
  placeKey,
  textAt,
  textsIn,
} from './places.ts';
import { SAMPLES } from './samples.ts';

/** An item of a list that holds a value, beside texts that tell it from other items: `<type>INCLUDE</type>`. */
export interface TaggedItem {
  readonly parent: Path;
  readonly name: string;
  readonly frame: Frame;
  readonly tags: readonly (readonly [Place, string])[];
}

/** Returns the item of a list that a change adds with a value in it; undefined where it adds none. */
export function taggedItemOf(change: Difference, value: string): TaggedItem | undefined {
  if (change.kind !== 'added') return undefined;
  const place = frameIn([change.tree], value)?.place;
  if (place === undefined) return undefined;
  const depth = place.path.findLastIndex(({ name }) => name === 'entry' || name.includes('.'));
  // The innermost element may be named after a class and hold the value itself: a key beside it tells what it is.
  const at = depth === place.path.length - 1 && depth > 0 ? depth - 1 : depth;
  const way = place.path.slice(0, at + 1);
  const item = itemAt(change.tree, way);
  const frame = item && frameIn([item], value);
  if (at === -1 || item === undefined || frame === undefined) return undefined;
  const outer = way.slice(0, -1).map(({ name }) => ({ name, nth: 0 }));
  return { parent: [...change.parent, ...outer], name: item.name, frame, tags: tagsOf(item, frame) };
}

/** Returns the texts of an item beside that of a value, without those that are values of other fields. */
export function tagsOf(item: Tree, { place }: Frame): TaggedItem['tags'] {
  return textsIn([item]).filter(
    ([tag, text]) => placeKey(tag) !== placeKey(place) && !SAMPLES.some((sample) => text.includes(sample)),
  );
}

function itemAt(tree: Tree, [, ...way]: Path): Tree | undefined {
  let found: Tree | undefined = tree;
  for (const step of way) found = found?.children.find(({ name }) => name === step.name);
  return found;
}

/** Returns the values of the items of a list that have the tags. */
export function taggedTexts(
  trees: readonly Tree[],
  { parent, name, frame, tags }: TaggedItem,
): readonly string[] {
  return (childrenAt(trees, parent) ?? [])
    .filter((item) => item.name === name && tags.every(([place, text]) => textAt([item], place) === text))
    .flatMap((item) => framedText([item], frame, true) ?? []);
}

/** Says whether a frame stands within items of a list, which their tags tell apart. */
export function isWithin({ place }: Pick<Frame, 'place'>, { parent, name, tags }: TaggedItem): boolean {
  return (
    tags.length > 0 &&
    pathKey(place.path.slice(0, parent.length)) === pathKey(parent) &&
    place.path[parent.length]?.name === name
  );
}
