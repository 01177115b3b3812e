import type { Item } from '../../../compiler/ir/items/item.ts';
import type { XmlElement } from '../../../compiler/print/xml-element.ts';
import { type ByKind, byKind } from '../../../compiler/util/by-kind.ts';
import { from } from '../element.ts';
import { withFragments } from '../nodes/fragments.ts';
import { folderElement } from './folder.ts';
import { freestyleElement } from './freestyle.ts';
import { multibranchElement } from './multibranch.ts';
import { pipelineElement } from './pipeline.ts';
import { viewElement } from './view.ts';

const printed =
  <Node extends Item>(print: (item: Node) => XmlElement) =>
  (item: Node): XmlElement =>
    from(item.origin, withFragments(print(item), item.fragments));

const printers: ByKind<Item, XmlElement> = {
  folder: printed(folderElement),
  freestyle: printed(freestyleElement),
  pipeline: printed(pipelineElement),
  multibranch: printed(multibranchElement),
  'list-view': viewElement,
  'dashboard-view': viewElement,
  'build-pipeline-view': viewElement,
  'nested-view': viewElement,
  'delivery-pipeline-view': viewElement,
};

/** Returns the root element of an item's configuration. */
export function itemElement(item: Item): XmlElement {
  return byKind(printers, item);
}
