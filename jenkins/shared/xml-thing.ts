import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { ItemNode } from './node.ts';
import type { Thing } from './thing.ts';

/** A thing that a spec gives as an element of config.xml. */
export interface XmlNode extends ItemNode {
  readonly kind: 'xml';
  readonly xml: XmlElement;
}

/** The element as it is; its plugins are those of the classes that it names. */
export const xmlThing: Thing<XmlNode> = {
  kind: 'xml',
  needs: 'core',
  xml: ({ xml }) => xml,
  inside: ({ xml, origin }, needs) => needs.fragment(xml, origin),
};
