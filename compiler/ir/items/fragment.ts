import type { XmlElement } from '../../print/xml-element.ts';
import type { ItemNode } from './node.ts';

/**
 * A piece of config.xml that the specs cannot say otherwise. `at` names the element that it is added to, as a path
 * below the root such as `publishers` or `definition/scm`; an empty path is the root itself. Elements of the path
 * that do not exist are made, and the fragment goes behind what is there.
 */
export interface Fragment extends ItemNode {
  readonly at: readonly string[];
  readonly xml: XmlElement;
}
