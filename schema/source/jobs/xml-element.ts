import { text } from '../fields.ts';
import { SINCE, type Things } from './family.ts';
import { allowance, XML_SCRIPTS } from './groovy-script.ts';

/** Returns the thing of a family that is an element of config.xml, for what has no word. */
export function xmlElement(example: string): Things {
  return {
    xml: {
      description: 'An element of config.xml, for what has no word here.',
      short: 'xml',
      fields: {
        xml: text('The element.', {
          required: true,
          minLength: 1,
          examples: [example],
          since: SINCE,
          secret: true,
        }),
        allow: allowance(XML_SCRIPTS),
      },
      examples: [{ xml: example }],
    },
  };
}
