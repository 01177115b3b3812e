import { oldForms } from './old-forms.ts';
import type { Tree } from './tree.ts';

const known = new WeakMap<Tree, Tree>();
const originals = new WeakMap<Tree, Tree>();

/** Returns a tree as Jenkins of today would save it: forms of older versions become what they are read as. */
export function currentForm(tree: Tree): Tree {
  const found = known.get(tree);
  if (found !== undefined) return found;
  let made = converted(tree);
  const children = made.children.map(currentForm);
  if (children.some((child, index) => child !== made.children[index])) made = { ...made, children };
  known.set(tree, made);
  known.set(made, made);
  if (made !== tree) originals.set(made, tree);
  return made;
}

/** Returns the tree that was read where a tree stands for it in its current form. */
export function originalOf(tree: Tree): Tree {
  return originals.get(tree) ?? tree;
}

function converted(tree: Tree): Tree {
  const forms = oldForms.get(tree.attributes.class ?? tree.name) ?? [];
  return forms.reduce((form, { convert }) => convert(form), isResult(tree) ? resultOf(tree) : tree);
}

const RESULT_FIELDS = new Set(['name', 'ordinal', 'color', 'completeBuild']);

/** A result of a build is found by its number (`hudson.model.Result.readResolve`, core 2.579). */
function isResult({ children }: Tree): boolean {
  return (
    children.some(({ name }) => name === 'ordinal') && children.every(({ name }) => RESULT_FIELDS.has(name))
  );
}

function resultOf(tree: Tree): Tree {
  return { ...tree, children: tree.children.filter(({ name }) => name === 'ordinal') };
}
