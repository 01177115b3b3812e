import type { Tree } from '../tree.ts';
import type { Print } from './learn-context.ts';

/**
 * Returns trees whose only outermost element has no name of its own: it may depend on a choice, and then stands in an
 * attribute like other texts.
 */
export function nameless(trees: readonly Tree[]): readonly Tree[] {
  const [tree, ...others] = trees;
  if (tree === undefined || others.length > 0) return trees;
  return [{ ...tree, name: 'root', attributes: { ...tree.attributes, '': tree.name } }];
}

/** Returns the class of the object that an element is, as the element is called or says; also of one without its name. */
export function className({ name, attributes }: Tree): string {
  return attributes.class ?? attributes[''] ?? name;
}

/** Returns what prints what was printed before without printing it, until `forget`: fields are learned beside the same objects. */
export function remembering(print: Print): { readonly print: Print; readonly forget: () => void } {
  const printed = new Map<string, ReturnType<Print>>();
  let isOver = false;
  return {
    print: (spec) => {
      if (isOver) return print(spec);
      const key = JSON.stringify(spec);
      if (!printed.has(key)) printed.set(key, print(spec));
      return printed.get(key);
    },
    forget: () => {
      isOver = true;
      printed.clear();
    },
  };
}
