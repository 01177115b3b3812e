import type { Tree } from '../tree.ts';
import { type Leaf, withValue } from './leaf.ts';
import type { FieldReader, LearnContext } from './learn-context.ts';
import {
  childrenAt,
  differences,
  elementAt,
  type Path,
  type Place,
  pathKey,
  textAt,
  textsIn,
} from './places.ts';

/**
 * Returns the reader of a list of words. Each stands for an element of a list, or turns something on that is there
 * anyway.
 */
export function wordsReader(
  leaf: Leaf,
  { contexts, print, root }: LearnContext,
  words: readonly string[],
): FieldReader {
  /** What the items of a container stand for. */
  const containers = new Map<string, { readonly parent: Path; readonly words: Map<string, string> }>();
  const note = (path: Path, tree: Tree | undefined, word: string) => {
    if (tree === undefined || path.length < 2) return;
    const parent = path.slice(0, -1);
    const container = containers.get(pathKey(parent)) ?? { parent, words: new Map<string, string>() };
    containers.set(pathKey(parent), container);
    container.words.set(itemKey(tree), word);
  };
  for (const spec of contexts) {
    const printed = words.map((word) => print(withValue(spec, leaf, [word], root)));
    printed.forEach((trees, index) => {
      const other = printed[index === 0 ? 1 : 0];
      const word = words[index];
      if (trees === undefined || other === undefined || word === undefined) return;
      for (const change of differences(other, trees)) {
        if (change.kind === 'text') note(change.place.path, elementAt(trees, change.place.path), word);
        if (change.kind === 'added') note(change.path, change.tree, word);
      }
    });
  }
  const known = [...containers.values()];
  const switches = switchesOf(leaf, { contexts, print, root }, words);
  return (trees) => [
    ...known.flatMap(({ parent, words: byItem }) => {
      const found = (childrenAt(trees, parent) ?? []).flatMap((item) => byItem.get(itemKey(item)) ?? []);
      return found.length === 0 ? [] : [found];
    }),
    switches.filter(({ place, on }) => textAt(trees, place) === on).map(({ word }) => word),
  ];
}

/** A text that is as it is when one word is there. */
interface Switch {
  readonly word: string;
  readonly place: Place;
  readonly on: string;
}

/** Returns the texts that only one word changes. */
function switchesOf(
  leaf: Leaf,
  { contexts, print, root }: Pick<LearnContext, 'contexts' | 'print' | 'root'>,
  words: readonly string[],
): readonly Switch[] {
  const [spec] = contexts;
  if (spec === undefined) return [];
  const printed = words.flatMap((word) => {
    const trees = print(withValue(spec, leaf, [word], root));
    return trees === undefined ? [] : [{ word, trees }];
  });
  return printed.flatMap(({ word, trees }) => {
    const others = printed.filter((other) => other.word !== word);
    const found = textsIn(trees).find(([place, text]) =>
      others.every((other) => textAt(other.trees, place) !== text),
    );
    return found === undefined ? [] : [{ word, place: found[0], on: found[1] }];
  });
}

function itemKey({ name, attributes, text }: Tree): string {
  return `${name} ${attributes.class ?? ''} ${text}`;
}
