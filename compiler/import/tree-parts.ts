import type { Tree } from './tree.ts';

/** Returns an element with elements inside, or none. */
export function named(name: string, children: readonly Tree[] = []): Tree {
  return { name, attributes: {}, children, text: '' };
}

/** Returns an element with a text. */
export function field(name: string, text: string): Tree {
  return { name, attributes: {}, children: [], text };
}

/** Returns the first element of a name inside another one. */
export function childNamed({ children }: Tree, name: string): Tree | undefined {
  return children.find((child) => child.name === name);
}

/** Returns the text of the first element of a name inside another one. */
export function textOf(tree: Tree, name: string): string | undefined {
  return childNamed(tree, name)?.text;
}

/** Returns an element without those inside that have one of some names; itself where there are none. */
export function without(tree: Tree, ...names: readonly string[]): Tree {
  const children = tree.children.filter(({ name }) => !names.includes(name));
  return children.length === tree.children.length ? tree : { ...tree, children };
}

/** Returns an element with another one inside, instead of that of its name if there is one. */
export function withChild(tree: Tree, child: Tree): Tree {
  const at = tree.children.findIndex(({ name }) => name === child.name);
  const children = at === -1 ? [...tree.children, child] : tree.children.with(at, child);
  return { ...tree, text: '', children };
}
