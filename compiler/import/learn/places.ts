import type { Tree } from '../tree.ts';

/** A step into a tree: the element of a name, counted among those of the name. */
interface Step {
  readonly name: string;
  readonly nth: number;
}

/** A way from trees to an element, or to all of them where it is empty. */
export type Path = readonly Step[];

/** Where a text stands: in an element, or in one of its attributes. */
export interface Place {
  readonly path: Path;
  readonly attribute?: string;
}

/** Something in which two lists of trees differ. */
export type Difference =
  | { readonly kind: 'text'; readonly place: Place; readonly from: string; readonly to: string }
  | { readonly kind: 'added'; readonly parent: Path; readonly path: Path; readonly tree: Tree }
  | { readonly kind: 'removed'; readonly parent: Path; readonly path: Path; readonly tree: Tree };

/** Returns the element that a path leads to. */
export function elementAt(trees: readonly Tree[], path: Path): Tree | undefined {
  let children = trees;
  let found: Tree | undefined;
  for (const { name, nth } of path) {
    let left = nth;
    found = children.find((child) => child.name === name && left-- === 0);
    if (found === undefined) return undefined;
    children = found.children;
  }
  return found;
}

/** Returns the elements inside the one that a path leads to; the trees themselves for the empty path. */
export function childrenAt(trees: readonly Tree[], path: Path): readonly Tree[] | undefined {
  return path.length === 0 ? trees : elementAt(trees, path)?.children;
}

/** Returns the text at a place; undefined where there is no such element. */
export function textAt(trees: readonly Tree[], { path, attribute }: Place): string | undefined {
  const element = elementAt(trees, path);
  return attribute === undefined ? element?.text : element?.attributes[attribute];
}

/** Returns in what two lists of trees differ, each difference as far outside as it can be. */
export function differences(
  a: readonly Tree[],
  b: readonly Tree[],
  parent: Path = [],
): readonly Difference[] {
  const found: Difference[] = [];
  const others = counted(b);
  const taken = new Set<string>();
  for (const [key, { tree, step }] of counted(a)) {
    const path = [...parent, step];
    const other = others.get(key)?.tree;
    if (other === undefined) found.push({ kind: 'removed', parent, path, tree });
    else {
      taken.add(key);
      if (tree.text !== other.text)
        found.push({ kind: 'text', place: { path }, from: tree.text, to: other.text });
      for (const name of new Set([...Object.keys(tree.attributes), ...Object.keys(other.attributes)])) {
        const from = tree.attributes[name] ?? '';
        const to = other.attributes[name] ?? '';
        if (from !== to) found.push({ kind: 'text', place: { path, attribute: name }, from, to });
      }
      found.push(...differences(tree.children, other.children, path));
    }
  }
  for (const [key, { tree, step }] of others)
    if (!taken.has(key)) found.push({ kind: 'added', parent, path: [...parent, step], tree });
  return found;
}

function counted(trees: readonly Tree[]): Map<string, { readonly tree: Tree; readonly step: Step }> {
  const counts = new Map<string, number>();
  return new Map(
    trees.map((tree) => {
      const nth = counts.get(tree.name) ?? 0;
      counts.set(tree.name, nth + 1);
      return [`${tree.name} ${nth}`, { tree, step: { name: tree.name, nth } }];
    }),
  );
}

/** Returns a text that is the same for the same places. */
export function placeKey({ path, attribute }: Place): string {
  return `${pathKey(path)}@${attribute ?? ''}`;
}

/** Returns a text that is the same for the same paths. */
export function pathKey(path: Path): string {
  return path.map(({ name, nth }) => `${name}[${nth}]`).join('/');
}

/** Returns where a text stands alone; printers may write it in capitals. */
export function placeOf(trees: readonly Tree[], text: string, path: Path = []): Place | undefined {
  const counts = new Map<string, number>();
  for (const tree of trees) {
    const nth = counts.get(tree.name) ?? 0;
    counts.set(tree.name, nth + 1);
    const at = [...path, { name: tree.name, nth }];
    if (tree.text.toLowerCase() === text) return { path: at };
    const attribute = Object.entries(tree.attributes).find(([, value]) => value === text)?.[0];
    if (attribute !== undefined) return { path: at, attribute };
    const inside = placeOf(tree.children, text, at);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

/** Returns the texts of elements that have one, with the places where they stand. */
export function textsIn(trees: readonly Tree[], path: Path = []): readonly (readonly [Place, string])[] {
  const counts = new Map<string, number>();
  return trees.flatMap((tree) => {
    const nth = counts.get(tree.name) ?? 0;
    counts.set(tree.name, nth + 1);
    const at = [...path, { name: tree.name, nth }];
    if (tree.children.length > 0) return textsIn(tree.children, at);
    return tree.text === '' ? [] : [[{ path: at }, tree.text] as const];
  });
}

/** Returns the path to the innermost element that holds all differences. */
export function commonPath(found: readonly Difference[]): Path | undefined {
  const paths = found.map((change) => (change.kind === 'text' ? change.place.path : change.path));
  const [first, ...others] = paths;
  if (first === undefined) return undefined;
  let length = first.length;
  for (const path of others) {
    let same = 0;
    while (same < length && pathKey(path.slice(0, same + 1)) === pathKey(first.slice(0, same + 1))) same++;
    length = same;
  }
  return first.slice(0, length);
}
