import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { Origin } from '../../compiler/text/origin.ts';
import { childrenOf, element, from } from './xml.ts';

/**
 * An element of config.xml that the specs cannot say otherwise. It goes behind what is in its place; directly below
 * the root (`at` is empty) it replaces an element of the same name.
 */
export interface Fragment {
  readonly origin: Origin;
  /** One of the places of the item: an element below the root, which is made if it is not there, or empty for the root. */
  readonly at: string;
  readonly xml: XmlElement;
}

/** Returns the root with fragments in their places: below the root they replace, elsewhere they are added. */
export function withFragments(root: XmlElement, fragments: readonly Fragment[] = []): XmlElement {
  if (fragments.length === 0) return root;
  let children = childrenOf(root);
  for (const { at, xml, origin } of fragments) {
    const piece = from(origin, xml);
    if (at === '') children = [...children.filter(({ name }) => name !== xml.name), piece];
    else if (children.some(({ name }) => name === at)) children = addedTo(children, at, piece);
    else children = [...children, element(at, [piece])];
  }
  return { ...root, content: children };
}

/** Adds a piece to the first child of a name. */
function addedTo(children: readonly XmlElement[], at: string, piece: XmlElement): XmlElement[] {
  const place = children.findIndex(({ name }) => name === at);
  return children.map((child, index) =>
    index === place ? { ...child, content: [...childrenOf(child), piece] } : child,
  );
}
