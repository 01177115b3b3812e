import { parseSavedXml } from '../print/parse-xml-fragment.ts';
import { escapeXmlText } from '../print/xml.ts';
import type { XmlElement } from '../print/xml-element.ts';
import type { Tree } from './tree.ts';

/** Returns a tree as XML, one element a line, two spaces a level, texts exactly as they are. */
export function xmlText(tree: Tree): string {
  const lines: string[] = [];
  write(tree, '', lines);
  return lines.join('\n');
}

function write({ name, attributes, children, text }: Tree, indent: string, lines: string[]): void {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escapeXmlText(value).replaceAll('"', '&quot;')}"`,
  );
  const open = `${indent}<${name}${written.join('')}`;
  if (children.length > 0) {
    lines.push(`${open}>`);
    for (const child of children) write(child, `${indent}  `, lines);
    lines.push(`${indent}</${name}>`);
  } else lines.push(text === '' ? `${open}/>` : `${open}>${escapeXmlText(text)}</${name}>`);
}

/** Returns an element with what a piece of XML holds: elements or a text; undefined for what is no XML. */
export function readXmlText(xml: string): XmlElement | undefined {
  const parsed = parseSavedXml(`<a>${xml.replace(/^\s*<\?xml[^>]*\?>/, '')}</a>`);
  return parsed.kind === 'saved' ? parsed.root : undefined;
}
