import { withAbsentFields } from './absent-fields.ts';
import { oldForms } from './old-forms.ts';
import type { Tree } from './tree.ts';

/** Returns a tree as Jenkins of today would save it: forms of older versions become what they are read as. */
export function currentForm(tree: Tree): Tree {
  const made = converted(tree);
  const children = made.children.map(currentForm);
  const isSame = children.every((child, index) => child === made.children[index]);
  if (isSame && made === tree) return tree;
  return { ...made, children: isSame ? made.children : children, original: tree.original ?? tree };
}

/** Returns the tree that was read where a tree stands for it in its current form. */
export function originalOf(tree: Tree): Tree {
  return tree.original ?? tree;
}

function converted(tree: Tree): Tree {
  const forms = oldForms.get(tree.attributes.class ?? tree.name) ?? [];
  return withAbsentFields(
    forms.reduce((form, { convert }) => convert(form), isResult(tree) ? resultOf(tree) : tree),
  );
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
