import type { XmlElement } from '../print/xml-element.ts';
import { plainText } from '../text/traced-text.ts';

/** An element of XML as plain data: elements inside, or a text. */
export interface Tree {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Tree[];
  /** Empty where there are elements inside. */
  readonly text: string;
  /** What was read, where this is its current form (`currentForm`). */
  readonly original?: Tree;
}

/** Returns an element without origins and marks. */
export function treeOf({ name, attributes = {}, content }: XmlElement): Tree {
  const children = isElements(content) ? content.map(treeOf) : [];
  return { name, attributes, children, text: isElements(content) ? '' : plainText(content) };
}

/** Returns the element that a tree stands for. */
export function elementOf({ name, attributes, children, text }: Tree): XmlElement {
  return { name, attributes, content: children.length > 0 ? children.map(elementOf) : text };
}

/** Returns how many elements a tree has. */
export function sizeOf(tree: Tree): number {
  return tree.children.reduce((sum, child) => sum + sizeOf(child), 1);
}

function isElements(content: XmlElement['content']): content is readonly XmlElement[] {
  return Array.isArray(content);
}
