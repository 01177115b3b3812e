import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { Text } from '../../compiler/text/traced-text.ts';
import { element, leaf, optional } from '../shared/xml.ts';

/** Returns the element of a parameter, with what all parameters have in the order in which Jenkins saves it. */
export function parameterElement(
  name: string,
  { name: called, description }: { readonly name: Text; readonly description?: Text },
  own: readonly XmlElement[] = [],
): XmlElement {
  return element(name, [leaf('name', called), ...optional('description', description), ...own]);
}
