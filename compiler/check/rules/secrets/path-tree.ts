import { type PlaceKind, placeKind } from './place-kind.ts';

/** A path of fields from the root of a spec, and the kind of the texts there. */
export interface PathNode {
  readonly kind: PlaceKind;
  /** Returns the node of a field below this one. */
  below(field: string): PathNode;
}

/**
 * Returns the root of the paths of a spec. The paths of a fleet are the same few hundred, so their kinds are found
 * once, and no walk makes the text of a path again. Names of options are among them: there is a limit to what is kept.
 */
export function pathTree(name: string, most = 5000): PathNode {
  let count = 0;
  const make = (path: string): PathNode => {
    const known = new Map<string, PathNode>();
    const below = (field: string): PathNode => {
      const before = known.get(field);
      if (before !== undefined) return before;
      const node = make(`${path} ${field}`);
      if (count < most) {
        count++;
        known.set(field, node);
      }
      return node;
    };
    return { kind: placeKind(path), below };
  };
  return make(name);
}
