import type { Fragment } from '../../../compiler/ir/items/fragment.ts';
import type { XmlElement } from '../../../compiler/print/xml-element.ts';
import { childrenOf, element, from } from '../element.ts';

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
