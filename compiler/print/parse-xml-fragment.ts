import type { XmlElement } from './xml-element.ts';
import { type XmlFragmentProblem, XmlScanner } from './xml-scanner.ts';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Takes a problem: a message, and where it is in the text. */
type ReportXmlProblem = (message: string, start: number, end: number) => void;

/**
 * Returns a text of XML with its references replaced. What is no reference of XML is reported, and so are references
 * to control characters: Job DSL would print them as they are, and Jenkins could not read its own file.
 */
function decodeXmlText(text: string, report: ReportXmlProblem): string {
  return text.replace(/&([^;&\s]*)(;?)/g, (reference, name: string, semicolon, at: number) => {
    const value = semicolon === ';' ? (ENTITIES[name] ?? character(name)) : undefined;
    if (value === undefined) {
      const help = reference === '&' ? '; a plain `&` is written `&amp;`' : '';
      report(`\`${reference}\` stands for nothing in XML${help}`, at, at + reference.length);
    }
    return value ?? '';
  });
}

function character(name: string): string | undefined {
  const digits = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(name);
  if (digits === null) return undefined;
  const code = Number.parseInt(digits[1] ?? digits[2] ?? '', digits[1] === undefined ? 10 : 16);
  const isSpace = code === 0x9 || code === 0xa || code === 0xd;
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  const isPossible =
    (isSpace || code >= 0x20) && code <= 0x10ffff && !isSurrogate && (code & 0xfffe) !== 0xfffe;
  return isPossible ? String.fromCodePoint(code) : undefined;
}

/** Elements or the first problem of a fragment. */
export type XmlFragment =
  | { readonly kind: 'elements'; readonly elements: readonly XmlElement[] }
  | { readonly kind: 'problem'; readonly problem: XmlFragmentProblem };

/** Deeper or longer texts are refused: what prints them must stay within the stack and a method of the JVM. */
const MAX_DEPTH = 50;
const MAX_ELEMENTS = 500;

/** A whole document is printed in several methods. */
const MAX_IN_DOCUMENT = 10_000;

/** A byte order mark and an XML declaration. */
const DECLARATION = /^\ufeff?\s*(?:<\?xml\s[^<>]*\?>)?/;

/**
 * Returns the elements of a piece of XML, or where and why it cannot be one. It follows XML 1.1 without its risks:
 * no document type, no entities but the five of XML, no processing instructions, no namespaces (Jenkins uses none).
 * An element holds elements or text, not both; comments are left out.
 */
export function parseXmlFragment(text: string): XmlFragment {
  return parse(text, { most: MAX_ELEMENTS, isDocument: false });
}

/** Returns the one element of a whole document, under the same rules; it may have an XML declaration. */
export function parseXmlDocument(text: string): XmlFragment {
  const start = DECLARATION.exec(text)?.[0] ?? '';
  const blank = start.replace(/[^\n]/g, ' ');
  return parse(blank + text.slice(start.length), { most: MAX_IN_DOCUMENT, isDocument: true });
}

/** How much a text may hold. */
interface Limits {
  readonly most: number;
  /** Whether it is one element. */
  readonly isDocument: boolean;
}

function parse(text: string, limits: Limits): XmlFragment {
  const scanner = new XmlScanner(text);
  const elements = new FragmentParser(scanner, limits).elements(0, undefined);
  return scanner.problem === undefined
    ? { kind: 'elements', elements }
    : { kind: 'problem', problem: scanner.problem };
}

/** Reads elements until the scanner has a problem; what it returns then means nothing. */
class FragmentParser {
  private readonly scanner: XmlScanner;
  private readonly limits: Limits;
  private count = 0;

  constructor(scanner: XmlScanner, limits: Limits) {
    this.scanner = scanner;
    this.limits = limits;
  }

  /** Reads elements and white space up to the closing tag of `parent`, or to the end at the top. */
  elements(
    depth: number,
    parent: { readonly name: string; readonly start: number } | undefined,
  ): XmlElement[] {
    const found: XmlElement[] = [];
    while (this.scanner.problem === undefined) {
      const start = this.scanner.at;
      const text = this.text();
      if (/[^ \t\r\n]/.test(text)) {
        this.scanner.fail('text stands beside elements; an element holds elements or text, not both', start);
      } else if (this.scanner.atEnd()) {
        if (parent !== undefined) {
          const { name, start } = parent;
          this.scanner.fail(`\`<${name}>\` is not closed`, start, start + name.length + 1);
        }
        if (parent === undefined && found.length === 0) this.scanner.fail('there is no element', 0);
        break;
      } else if (this.scanner.startsWith('</')) {
        if (parent === undefined) this.scanner.fail('a tag closes that was never opened', this.scanner.at);
        break;
      } else if (depth === 0 && found.length > 0 && this.limits.isDocument) {
        this.scanner.fail('a second element stands beside the first one', this.scanner.at);
      } else found.push(this.element(depth));
    }
    return found;
  }

  private element(depth: number): XmlElement {
    const { scanner } = this;
    const start = scanner.at;
    const { most } = this.limits;
    if (++this.count > most) scanner.fail(`there are more than ${most} elements`, start);
    if (depth >= MAX_DEPTH) scanner.fail(`elements are nested more than ${MAX_DEPTH} deep`, start);
    scanner.expect('<');
    const name = scanner.name('an element');
    const attributes = this.attributes();
    const head = attributes === undefined ? { name } : { name, attributes };
    if (scanner.accept('/>')) return { ...head, content: '' };
    scanner.expect('>');
    const content = this.content(depth, name, start);
    const closing = scanner.at;
    scanner.expect('</');
    const closed = scanner.name('a closing tag');
    if (closed !== name) scanner.fail(`\`</${closed}>\` closes \`<${name}>\``, closing);
    scanner.skipSpace();
    scanner.expect('>');
    return { ...head, content };
  }

  private content(depth: number, name: string, opening: number): XmlElement['content'] {
    const start = this.scanner.at;
    const text = this.text();
    if (this.scanner.problem !== undefined || this.scanner.startsWith('</')) return text;
    this.scanner.at = start;
    return this.elements(depth + 1, { name, start: opening });
  }

  /** Reads text, CDATA sections and comments. */
  private text(): string {
    const { scanner } = this;
    let text = '';
    while (scanner.problem === undefined) {
      if (scanner.accept('<!--')) {
        scanner.until('-->', 'a comment');
      } else if (scanner.accept('<![CDATA[')) {
        text += scanner.until(']]>', 'a CDATA section');
      } else {
        const start = scanner.at;
        const raw = scanner.untilMarkup();
        if (raw === '') break;
        text += decodeXmlText(raw, (message, from, to) => scanner.fail(message, start + from, start + to));
      }
    }
    return text;
  }

  private attributes(): Record<string, string> | undefined {
    const { scanner } = this;
    const found = new Map<string, string>();
    while (scanner.skipSpace() && !scanner.startsWith('/>') && !scanner.startsWith('>')) {
      const start = scanner.at;
      const name = scanner.name('an attribute');
      if (found.has(name)) scanner.fail(`attribute \`${name}\` stands twice`, start);
      scanner.skipSpace();
      scanner.expect('=');
      scanner.skipSpace();
      const from = scanner.at;
      const raw = scanner.quoted();
      const value = decodeXmlText(raw.replace(/[\t\n\r]/g, ' '), (message, first, last) =>
        scanner.fail(message, from + 1 + first, from + 1 + last),
      );
      if (scanner.problem !== undefined) break;
      found.set(name, value);
    }
    return found.size === 0 ? undefined : Object.fromEntries(found);
  }
}
