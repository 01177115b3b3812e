import { create } from 'xmlbuilder2';
import { countBreaks } from '../text/count-breaks.ts';
import type { Origin } from '../text/origin.ts';
import { Sourced } from '../text/sourced.ts';
import { addShifted, type LineMark, TracedText } from '../text/traced-text.ts';
import type { XmlElement } from './xml-element.ts';

/** Markup, and whatever is not plain ASCII in runs: only there can anything else need a look. */
const SUSPECT = /[&<>]|[^\t\n -~]+/g;

/** Texts in which nothing but markup needs a look. */
const PLAIN = /^[\t\n -~]*$/;

/** Characters that need a reference: those that a reader of XML 1.1 would turn into a line feed, and controls. */
const SPECIAL = /[\r\u0085\u2028]|[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g;

/** Characters that no XML 1.1 document can hold. */
const IMPOSSIBLE = /[\0\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/**
 * Returns a text as the content of an element of an XML 1.1 document, so that it reads back exactly: whitespace and
 * line breaks too. Throws for a character that XML cannot hold; the source stage refuses those in specs.
 */
export function escapeXmlText(text: string): string {
  if (!PLAIN.test(text)) return text.replace(SUSPECT, escapeSuspect);
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function escapeSuspect(suspect: string): string {
  const named = NAMED[suspect];
  if (named !== undefined) return named;
  if (IMPOSSIBLE.test(suspect)) throw new Error('a character that XML cannot hold reached the printer');
  return suspect.replace(SPECIAL, characterReference);
}

/** Returns a reference that stands for one character. */
function characterReference(character: string): string {
  return `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`;
}

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** The markup around the content of an element, and the whole element when it is empty. */
interface XmlTags {
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
function xmlTags(name: string, attributes: Readonly<Record<string, string>> | undefined): XmlTags {
  const key = attributes === undefined ? name : tagsKey(name, attributes);
  const found = known.get(key);
  if (found !== undefined) return found;
  const tags = writeTags(name, attributes);
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(key, tags);
  return tags;
}

/** Lengths keep the texts apart. */
function tagsKey(name: string, attributes: Readonly<Record<string, string>>): string {
  let key = name;
  for (const attribute in attributes) {
    const value = attributes[attribute] ?? '';
    key += ` ${attribute.length} ${attribute} ${value.length} ${value}`;
  }
  return key;
}

function writeTags(name: string, attributes: Readonly<Record<string, string>> = {}): XmlTags {
  // xmlbuilder2 replaces references in what it is given and then leaves those that are left as they are: escaped
  // twice, every `&` comes out as the one that stands for it.
  const named = Object.entries(attributes).map(([key, value]) => [
    `@${key}`,
    value.replaceAll('&', '&amp;amp;'),
  ]);
  // With one argument it takes an element such as `parser` or `version` for its own options.
  const empty = create({}, { [name]: Object.fromEntries(named) })
    .end({ headless: true })
    .replace(/[\t\n\r\u0085\u2028\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, characterReference);
  return { open: empty.replace(/\/>$/, '>'), close: `</${name}>`, empty };
}

/** XML 1.1, since Jenkins writes it and since it holds every character that a spec can. */
const HEADER = '<?xml version="1.1" encoding="UTF-8"?>';

/**
 * Returns an XML document with the origins of its lines: one element per line, four spaces per level as Job DSL's
 * engine indents, texts exactly as they are. The header comes from the origin, if one is given. Throws for a text that XML
 * cannot hold (see escapeXmlText).
 */
export function printXml(root: XmlElement, origin?: Origin): TracedText {
  const printer = new XmlPrinter();
  if (origin !== undefined) printer.marks.push({ first: 0, last: 0, origin });
  printer.element(root, '');
  return new TracedText(printer.text, printer.marks, printer.line);
}

/** Writes element by element and counts the lines. */
class XmlPrinter {
  text = `${HEADER}\n`;
  readonly marks: LineMark[] = [];
  /** The line that comes next; line 0 is the header. */
  line = 1;

  element(element: XmlElement, indent: string): void {
    const { name, attributes, content, origin } = element;
    const start = this.line;
    const mark = origin === undefined ? undefined : { first: start, last: start, origin };
    if (mark !== undefined) this.marks.push(mark);
    const tags = xmlTags(name, attributes);
    if (!isElements(content)) this.leaf(content, indent, tags);
    else if (content.length === 0) this.write(indent, tags.empty);
    else {
      this.write(indent, tags.open);
      const deeper = `${indent}    `;
      for (const child of content) this.element(child, deeper);
      this.write(indent, tags.close);
    }
    if (mark !== undefined) mark.last = this.line - 1;
  }

  private leaf(content: LeafContent, indent: string, { open, close, empty }: XmlTags): void {
    const text =
      content instanceof Sourced ? content.value : content instanceof TracedText ? content.text : content;
    const start = this.line;
    if (text === '') this.write(indent, empty);
    else {
      const escaped = escapeXmlText(text);
      this.text += `${indent}${open}${escaped}${close}\n`;
      this.line += 1 + (content instanceof TracedText ? content.breaks : countBreaks(escaped));
    }
    if (content instanceof Sourced) this.mark(start, content.origin);
    if (content instanceof TracedText) addShifted(this.marks, content.marks, start);
  }

  /** Adds one line. */
  private write(indent: string, markup: string): void {
    this.text += `${indent}${markup}\n`;
    this.line++;
  }

  private mark(first: number, origin: Origin): void {
    this.marks.push({ first, last: this.line - 1, origin });
  }
}

type LeafContent = Exclude<XmlElement['content'], readonly XmlElement[]>;

function isElements(content: XmlElement['content']): content is readonly XmlElement[] {
  return Array.isArray(content);
}
