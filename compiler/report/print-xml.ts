import { create } from 'xmlbuilder2';

/** An element as xmlbuilder2 takes it: keys with `@` are attributes, `#` is text. */
export type XmlObject = { readonly [key: string]: string | number | XmlObject | readonly XmlObject[] };

/** Returns an XML document. Characters that XML cannot hold become U+FFFD. */
export function printXml(document: XmlObject): string {
  const options = { version: '1.0' as const, encoding: 'UTF-8', invalidCharReplacement: '\ufffd' };
  return `${create(options, document).end({ prettyPrint: true })}\n`;
}
