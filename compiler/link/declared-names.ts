import type { Node } from '../source/node.ts';

/**
 * Returns the names of the entries of a root list as they were written, whatever else is wrong with them: a
 * component with a mistake still exists, and a reference to it must not be reported as well.
 */
export function declaredNames(root: Node | undefined, list: string): ReadonlySet<string> {
  return new Set(entriesOf(root, list).flatMap((item) => textOf(item, 'name')));
}

function entriesOf(root: Node | undefined, key: string): readonly Node[] {
  const value = fieldOf(root, key);
  return value?.kind === 'sequence' ? value.items : [];
}

function textOf(node: Node, key: string): string[] {
  const value = fieldOf(node, key);
  return value?.kind === 'scalar' ? [value.text] : [];
}

function fieldOf(node: Node | undefined, key: string): Node | undefined {
  return node?.kind === 'mapping' ? node.entries.find((entry) => entry.key.text === key)?.value : undefined;
}
