import { create } from 'xmlbuilder2';
import { escapeCommands, escapeControls } from '../util/log-text.ts';

/** An element as xmlbuilder2 takes it: keys with `@` are attributes, `#` is text. */
export type XmlObject = { readonly [key: string]: string | number | XmlObject | readonly XmlObject[] };

/**
 * Returns an XML document. Characters that XML cannot hold become U+FFFD; those that would steer a terminal or a runner of CI
 * that logs it become references, so that a parser gives the exact text.
 */
export function printXml(document: XmlObject): string {
  const options = { version: '1.0' as const, encoding: 'UTF-8', invalidCharReplacement: '\ufffd' };
  const text = create(options, document).end({ prettyPrint: true });
  const safe = escapeCommands(escapeControls(text, reference), { '#': reference('#'), ':': reference(':') });
  return `${safe}\n`;
}

function reference(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}
