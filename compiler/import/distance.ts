import type { Tree } from './tree.ts';

/** Returns how many elements, attributes and texts of two canonical trees differ; 0 when they are equal. */
export function distance(a: Tree, b: Tree): number {
  let found = a.name === b.name ? 0 : 1;
  if (a.text !== b.text) found++;
  for (const name of new Set([...Object.keys(a.attributes), ...Object.keys(b.attributes)]))
    if (a.attributes[name] !== b.attributes[name]) found++;
  return found + listDistance(a.children, b.children);
}

function listDistance(a: readonly Tree[], b: readonly Tree[]): number {
  if (a.length === b.length && a.every(({ name }, index) => name === b[index]?.name))
    return a.reduce((sum, tree, index) => sum + distance(tree, b[index] as Tree), 0);
  let found = 0;
  const rest = [...b];
  for (const tree of a) {
    const at = rest.findIndex(({ name }) => name === tree.name);
    const other = at === -1 ? undefined : rest[at];
    if (other === undefined) found += weight(tree);
    else {
      rest.splice(at, 1);
      found += distance(tree, other);
    }
  }
  for (const tree of rest) found += weight(tree);
  // The same elements in another order.
  return found === 0 ? 1 : found;
}

function weight(tree: Tree): number {
  return tree.children.reduce((sum, child) => sum + weight(child), 1);
}
