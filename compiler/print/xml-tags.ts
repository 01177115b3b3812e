import { create } from 'xmlbuilder2';
import { characterReference } from './escape-xml.ts';

/** The markup around the content of an element, and the whole element when it is empty. */
export interface XmlTags {
  readonly open: string;
  readonly close: string;
  readonly empty: string;
}

/** Enough for the elements of every Jenkins configuration that we know; more start over. */
const MAX_KNOWN = 5_000;

const known = new Map<string, XmlTags>();

/**
 * Returns the tags of an element. xmlbuilder2 writes each distinct element once: a fleet has hundreds of thousands
 * of elements, but only some hundred different ones.
 */
export function xmlTags(name: string, attributes: Readonly<Record<string, string>> | undefined): XmlTags {
  const key = attributes === undefined ? name : JSON.stringify([name, ...Object.entries(attributes)]);
  const found = known.get(key);
  if (found !== undefined) return found;
  const tags = writeTags(name, attributes);
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(key, tags);
  return tags;
}

function writeTags(name: string, attributes: Readonly<Record<string, string>> = {}): XmlTags {
  // xmlbuilder2 replaces references in what it is given and then leaves those that are left as they are: escaped
  // twice, every `&` comes out as the one that stands for it.
  const named = Object.entries(attributes).map(([key, value]) => [
    `@${key}`,
    value.replaceAll('&', '&amp;amp;'),
  ]);
  const empty = create({ [name]: Object.fromEntries(named) })
    .end({ headless: true })
    .replace(/[\t\n\r\u0085\u2028\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, characterReference);
  return { open: empty.replace(/\/>$/, '>'), close: `</${name}>`, empty };
}
