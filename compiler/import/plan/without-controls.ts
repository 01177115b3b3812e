import { controlCharacter } from '../../source/control-character.ts';
import type { Tree } from '../tree.ts';

/** What stands for a character that no spec can hold. */
const LOST = '\ufffd';

const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Returns the first character of a tree that no spec can hold, as `U+001B`; undefined where all can be. */
export function firstControl({ text, attributes, children }: Tree): string | undefined {
  for (const each of [text, ...Object.values(attributes)]) {
    const found = controlCharacter(each);
    if (found !== undefined) return found;
  }
  for (const child of children) {
    const found = firstControl(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Returns a tree with a sign in the place of each character that no spec can hold. */
export function withoutControls({ name, attributes, children, text }: Tree): Tree {
  const change = (each: string) => each.replace(CONTROLS, LOST);
  return {
    name,
    attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, change(value)])),
    children: children.map(withoutControls),
    text: change(text),
  };
}
