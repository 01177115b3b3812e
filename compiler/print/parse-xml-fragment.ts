import type { XmlElement } from './xml-element.ts';
import { type XmlFragmentProblem, XmlScanner } from './xml-scanner.ts';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Takes a problem: a message, and where it is in the text. */
type ReportXmlProblem = (message: string, start: number, end: number) => void;

/**
 * Returns a text of XML with its references replaced. What is no reference of XML is reported, and so are references
 * to control characters, unless `hasControls` says that they are read: Job DSL would print them as they are, and Jenkins
 * could not read its own file.
 */
function decodeXmlText(text: string, report: ReportXmlProblem, hasControls: boolean): string {
  return text.replace(/&([^;&\s]*)(;?)/g, (reference, name: string, semicolon, at: number) => {
    const value = semicolon === ';' ? (ENTITIES[name] ?? character(name, hasControls)) : undefined;
    if (value === undefined) {
      const help = reference === '&' ? '; a plain `&` is written `&amp;`' : '';
      report(`\`${reference}\` stands for nothing in XML${help}`, at, at + reference.length);
    }
    return value ?? '';
  });
}

function character(name: string, hasControls: boolean): string | undefined {
  const digits = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(name);
  if (digits === null) return undefined;
  const code = Number.parseInt(digits[1] ?? digits[2] ?? '', digits[1] === undefined ? 10 : 16);
  const isSpace = code === 0x9 || code === 0xa || code === 0xd;
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  const isPossible =
    (isSpace || code >= (hasControls ? 1 : 0x20)) &&
    code <= 0x10ffff &&
    !isSurrogate &&
    (code & 0xfffe) !== 0xfffe;
  return isPossible ? String.fromCodePoint(code) : undefined;
}

/** What XML 1.1 has only as references. */
const RAW_CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;

/** Elements or the first problem of a fragment. */
export type XmlFragment =
  | { readonly kind: 'elements'; readonly elements: readonly XmlElement[] }
  | { readonly kind: 'problem'; readonly problem: XmlFragmentProblem };

/** Deeper or longer texts are refused: what prints them must stay within the stack and a method of the JVM. */
const MAX_DEPTH = 50;
const MAX_ELEMENTS = 500;

/** What Jenkins saved is only read: a configuration has some hundred elements, a large folder or view some thousand. */
const MAX_SAVED_DEPTH = 200;
const MAX_SAVED_ELEMENTS = 200_000;

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
  return parse(text, { most: MAX_ELEMENTS, depth: MAX_DEPTH, isDocument: false });
}

/** Returns the one element of a whole document, under the same rules; it may have an XML declaration. */
export function parseXmlDocument(text: string): XmlFragment {
  return parse(withoutDeclaration(text), { most: MAX_IN_DOCUMENT, depth: MAX_DEPTH, isDocument: true });
}

/** A configuration that Jenkins saved, or the first problem of it. */
export type SavedXml =
  | { readonly kind: 'saved'; readonly root: XmlElement; readonly comments: readonly string[] }
  | { readonly kind: 'problem'; readonly problem: XmlFragmentProblem };

/**
 * Returns the root element of a configuration as Jenkins saves it, and the comments that stand in it. The rules are those
 * of `parseXmlDocument`, but for its size and for references to control characters, which XML 1.1 has. Line ends have to
 * be line feeds.
 */
export function parseSavedXml(text: string): SavedXml {
  const comments: string[] = [];
  const limits = { most: MAX_SAVED_ELEMENTS, depth: MAX_SAVED_DEPTH, isDocument: true, comments };
  const parsed = parse(withoutDeclaration(text), limits);
  if (parsed.kind === 'problem') return parsed;
  const [root] = parsed.elements;
  if (root === undefined) throw new Error('a document without a problem has an element');
  return { kind: 'saved', root, comments };
}

/** Returns the text with blanks instead of its XML declaration, so that all else stays in its place. */
function withoutDeclaration(text: string): string {
  const start = DECLARATION.exec(text)?.[0] ?? '';
  return start.replace(/[^\n]/g, ' ') + text.slice(start.length);
}

/** How much a text may hold. */
interface Limits {
  readonly most: number;
  readonly depth: number;
  /** Whether it is one element. */
  readonly isDocument: boolean;
  /** Takes the comments of a text that may have references to control characters. */
  readonly comments?: string[];
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
    const { most, depth: deepest } = this.limits;
    if (++this.count > most) scanner.fail(`there are more than ${most} elements`, start);
    if (depth >= deepest) scanner.fail(`elements are nested more than ${deepest} deep`, start);
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
    const { comments } = this.limits;
    const known = comments?.length ?? 0;
    const text = this.text();
    if (this.scanner.problem !== undefined || this.scanner.startsWith('</')) return text;
    // What stands before the first element is read again.
    this.scanner.at = start;
    comments?.splice(known);
    return this.elements(depth + 1, { name, start: opening });
  }

  /** Returns text with its references replaced; `start` is where it stands. */
  private decoded(text: string, start: number): string {
    const { scanner, limits } = this;
    const hasControls = limits.comments !== undefined;
    const raw = hasControls ? RAW_CONTROL.exec(text) : null;
    if (raw !== null) {
      const code = raw[0].charCodeAt(0).toString(16);
      scanner.fail(`a control character is written as a reference, here \`&#x${code};\``, start + raw.index);
    }
    return decodeXmlText(
      text,
      (message, from, to) => scanner.fail(message, start + from, start + to),
      hasControls,
    );
  }

  /** Reads text, CDATA sections and comments. */
  private text(): string {
    const { scanner, limits } = this;
    let text = '';
    while (scanner.problem === undefined) {
      if (scanner.accept('<!--')) {
        const comment = scanner.until('-->', 'a comment');
        limits.comments?.push(comment.trim());
      } else if (scanner.accept('<![CDATA[')) {
        text += scanner.until(']]>', 'a CDATA section');
      } else {
        const start = scanner.at;
        const raw = scanner.untilMarkup();
        if (raw === '') break;
        text += this.decoded(raw, start);
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
      const value = this.decoded(raw.replace(/[\t\n\r]/g, ' '), from + 1);
      if (scanner.problem !== undefined) break;
      found.set(name, value);
    }
    return found.size === 0 ? undefined : Object.fromEntries(found);
  }
}
