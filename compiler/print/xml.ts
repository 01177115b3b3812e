import type { Origin } from '../text/origin.ts';
import { Sourced } from '../text/sourced.ts';
import { type LineMark, shiftMarks, TracedText } from '../text/traced-text.ts';
import { countBreaks } from './count-breaks.ts';
import { escapeXmlText } from './escape-xml.ts';
import type { XmlElement } from './xml-element.ts';
import { type XmlTags, xmlTags } from './xml-tags.ts';

/** XML 1.1, since Jenkins writes it and since it holds every character that a spec can. */
const HEADER = '<?xml version="1.1" encoding="UTF-8"?>';

/**
 * Returns an XML document with the origins of its lines: one element per line, four spaces per level as Job DSL's
 * engine indents, texts exactly as they are. Throws for a text that XML cannot hold (see escapeXmlText).
 */
export function printXml(root: XmlElement): TracedText {
  const printer = new XmlPrinter();
  printer.element(root, '');
  return new TracedText(printer.text, printer.marks);
}

/** Writes element by element and counts the lines. */
class XmlPrinter {
  text = `${HEADER}\n`;
  readonly marks: LineMark[] = [];
  /** The line that comes next; line 0 is the header. */
  private line = 1;

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
      this.line += 1 + countBreaks(escaped);
    }
    if (content instanceof Sourced) this.mark(start, content.origin);
    if (content instanceof TracedText)
      for (const mark of shiftMarks(content.marks, start)) this.marks.push(mark);
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
