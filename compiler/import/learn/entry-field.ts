import type { PlainObject } from '../printers.ts';
import { type Leaf, withoutValue, withValue } from './leaf.ts';
import type { FieldReader, LearnContext, Print } from './learn-context.ts';
import { commonPath, differences, elementAt, type Path, pathKey } from './places.ts';

/** Returns the reader of a field that holds one thing: the place in which things differ is where it stands. */
export function entryReader(leaf: Leaf, context: LearnContext, definition: string): FieldReader {
  const { print, root, inner } = context;
  const spots = new Map<string, { readonly path: Path; readonly spec: PlainObject }>();
  for (const spec of context.contexts) {
    const printed = inner.things(definition).flatMap((thing) => {
      const trees = print(withValue(spec, leaf, thing, root));
      return trees === undefined ? [] : [trees];
    });
    // Without a required thing, what holds it may become something else.
    const without = (leaf.isRequired ? undefined : print(withoutValue(spec, leaf.at))) ?? printed[0];
    if (without === undefined) continue;
    for (const trees of printed) {
      const path = commonPath(differences(without, trees));
      if (path !== undefined && path.length > 1 && !spots.has(pathKey(path)))
        spots.set(pathKey(path), { path, spec });
    }
  }
  const known = [...spots.values()];
  return (trees) =>
    known.flatMap(({ path, spec }) => {
      const tree = elementAt(trees, path);
      if (tree === undefined) return [];
      const printItem: Print = (item) => {
        const printed = print(withValue(spec, leaf, item, root));
        const found = printed && elementAt(printed, path);
        return found && [found];
      };
      return inner.entry(definition, printItem, tree, `at ${pathKey(path)}`)?.spec ?? [];
    });
}
