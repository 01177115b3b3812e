import { withAbsentFields } from './absent-fields.ts';
import { oldForms } from './old-forms.ts';
import type { Tree } from './tree.ts';

/** The short names of jobs: inside of a configuration they are those of fields. */
const JOBS: ReadonlySet<string> = new Set(['project', 'matrix-project', 'flow-definition']);

/**
 * Returns a tree as Jenkins of today would save it: forms of older versions become what they are read as. The tree is a whole
 * configuration, or an element of a list inside of one.
 */
export function currentForm(tree: Tree): Tree {
  return withCurrentParts(tree, converted(tree));
}

function currentPart(tree: Tree): Tree {
  return withCurrentParts(tree, JOBS.has(tree.name) ? tree : converted(tree));
}

function withCurrentParts(tree: Tree, made: Tree): Tree {
  const children = made.children.map(currentPart);
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
