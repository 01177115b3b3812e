import type { Tree } from '../tree.ts';
import {
  childrenAt,
  type Difference,
  type Path,
  type Place,
  placeKey,
  placeOf,
  textAt,
  textsIn,
} from './places.ts';

/** An item of a list that holds a value, beside texts that tell it from other items: `<type>INCLUDE</type>`. */
export interface TaggedItem {
  readonly parent: Path;
  readonly name: string;
  readonly inside: Place;
  readonly tags: readonly (readonly [Place, string])[];
}

/** Returns the item of a list that a change adds with a value in it; undefined where it adds none. */
export function taggedItemOf(change: Difference, value: string): TaggedItem | undefined {
  if (change.kind !== 'added') return undefined;
  const place = placeOf([change.tree], value);
  if (place === undefined) return undefined;
  const depth = place.path.findLastIndex(({ name }) => name === 'entry' || name.includes('.'));
  const way = place.path.slice(0, depth + 1);
  const item = itemAt(change.tree, way);
  if (depth === -1 || item === undefined) return undefined;
  const inside = placeOf([item], value);
  const tags = textsIn([item]).filter(([tag]) => inside !== undefined && placeKey(tag) !== placeKey(inside));
  const outer = [...change.parent, ...way.slice(0, -1).map(({ name }) => ({ name, nth: 0 }))];
  return inside && { parent: outer, name: item.name, inside, tags };
}

function itemAt(tree: Tree, [, ...way]: Path): Tree | undefined {
  let found: Tree | undefined = tree;
  for (const step of way) found = found?.children.find(({ name }) => name === step.name);
  return found;
}

/** Returns the values of the items of a list that have the tags. */
export function taggedTexts(
  trees: readonly Tree[],
  { parent, name, inside, tags }: TaggedItem,
): readonly string[] {
  return (childrenAt(trees, parent) ?? [])
    .filter((item) => item.name === name && tags.every(([place, text]) => textAt([item], place) === text))
    .flatMap((item) => textAt([item], inside) ?? []);
}
