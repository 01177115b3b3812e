import type { Node } from '../source/node.ts';

/** Returns the value of a key of a mapping; undefined when there is none. */
export function valueAt(node: Node | undefined, ...path: readonly string[]): Node | undefined {
  let at = node;
  for (const name of path)
    at = at?.kind === 'mapping' ? at.entries.find(({ key }) => key.text === name)?.value : undefined;
  return at;
}

/** Returns the entries of a mapping by key; none for another node. */
export function entriesOf(node: Node | undefined): readonly (readonly [string, Node])[] {
  return node?.kind === 'mapping' ? node.entries.map(({ key, value }) => [key.text, value] as const) : [];
}

/** Returns the items of a list; a single scalar is a list of itself. */
export function itemsOf(node: Node | undefined): readonly Node[] {
  if (node?.kind === 'sequence') return node.items;
  return node?.kind === 'scalar' ? [node] : [];
}

/** Returns the text of a scalar; undefined for another node. */
export function scalarOf(node: Node | undefined): string | undefined {
  return node?.kind === 'scalar' ? node.text : undefined;
}
