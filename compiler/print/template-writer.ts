import { countBreaks } from '../text/count-breaks.ts';
import { fromSeveral, type Origin } from '../text/origin.ts';
import { Sourced } from '../text/sourced.ts';
import { type LineMark, TracedText } from '../text/traced-text.ts';
import { groovyLiteral, groovyTracedLiteral, isOneLineLiteral } from './groovy-literal.ts';
import { oneLine } from './lines.ts';
import { shellWord } from './shell-word.ts';

/** What `npm run generate` makes of a template: a function that writes what the template gives for a context. */
export type Template = (out: TemplateWriter, context: object) => void;

/** Templates by name; every one is also a partial of the others. */
export type Templates = Readonly<Record<string, Template>>;

/** A mark whose end is not known yet, and for one that may hold nothing how long the text was when it began. */
interface OpenMark {
  readonly mark: { -readonly [Key in keyof LineMark]: LineMark[Key] };
  readonly start?: number;
}

const LINE_FEED = 10;

/**
 * The text that templates write, and the origins of its lines. Lines are counted while they are written, so that nobody
 * has to read the text again. Each method is what a construct of a template becomes (scripts/templates).
 */
export class TemplateWriter {
  private text = '';
  private readonly marks: LineMark[] = [];
  /** The line that is being written, counted from 0. */
  private line = 0;
  /** The last piece that was not empty: the whole text is only put together at the end. */
  private last = '';

  /** Returns what was written. */
  traced(): TracedText {
    return new TracedText(this.text, this.marks, this.line);
  }

  /** Writes a text that has this many line breaks. */
  add(text: string, breaks: number): void {
    if (text === '') return;
    this.text += text;
    this.last = text;
    this.line += breaks;
  }

  /** `{{#from origin}}`: starts lines that come from an origin; without one, there is nothing to mark. */
  open(origin: Origin | undefined): OpenMark | undefined {
    if (origin === undefined) return undefined;
    const mark = { first: this.line, last: this.line, origin };
    this.marks.push(mark);
    return { mark };
  }

  /** `{{#if x}}` and its like: what is written or left out because of a value comes from where the value comes from. */
  because(value: unknown): OpenMark | undefined {
    if (!(value instanceof Sourced)) return undefined;
    const mark = { first: this.line, last: this.line, origin: value.origin };
    this.marks.push(mark);
    return { mark, start: this.text.length };
  }

  /**
   * `{{/from}}`, `{{/if}}`. A marked block usually ends with a line break: the line after it is not part of it. A
   * condition that writes nothing marks nothing.
   */
  close(opened: OpenMark | undefined): void {
    if (opened === undefined) return;
    const { mark, start } = opened;
    if (this.text.length === start) {
      this.marks.splice(this.marks.lastIndexOf(mark), 1);
      return;
    }
    const endsLine = this.last.charCodeAt(this.last.length - 1) === LINE_FEED;
    mark.last = endsLine ? Math.max(mark.first, this.line - 1) : this.line;
  }

  /** `{{groovy x}}`: a value as a Groovy literal, whose lines come from where the value comes from. */
  groovy(value: unknown): void {
    if (typeof value === 'string') this.literal(value);
    else if (value instanceof TracedText) this.embed(groovyTracedLiteral(value));
    else if (value instanceof Sourced && typeof value.value === 'string') {
      const opened = this.open(value.origin);
      this.literal(value.value);
      this.end(opened);
    } else this.sourced(value, groovyValue(value));
  }

  /** `{{shell x}}`: a word of a shell command. */
  shell(value: unknown): void {
    this.sourced(value, shellWord(String(unwrap(value))));
  }

  /** `{{text x}}`: a value as it is, for names that the compiler made. */
  value(value: unknown): void {
    this.sourced(value, String(unwrap(value)));
  }

  /** `{{comment x}}`: text for a comment of one line. Groovy reads Unicode escapes even there. */
  comment(value: unknown): void {
    this.sourced(value, commentText(String(unwrap(value))));
  }

  /** `{{x}}`: a number or a text that the compiler made. */
  plain(value: unknown, name: string): void {
    const inner = unwrap(value);
    if (typeof inner !== 'string' && typeof inner !== 'number') throw new Error(`"${name}" is not defined`);
    this.sourced(value, String(inner));
  }

  /** `{{#if x}}`: whether a value is there and neither empty, zero nor false. */
  isFilled(value: unknown): boolean {
    const inner = unwrap(value);
    return Array.isArray(inner) ? inner.length > 0 : Boolean(inner);
  }

  /** `{{#each x}}`: the items of a list; a list that is not there has none. */
  list(value: unknown): readonly unknown[] {
    if (value === undefined || value === null || value === false) return [];
    if (Array.isArray(value)) return value;
    throw new Error('not a list');
  }

  /** `{{> (concat 'x-' kind)}}`: the template of this name. */
  partial(templates: Templates, name: string): Template {
    const template = Object.hasOwn(templates, name) ? templates[name] : undefined;
    if (template === undefined) throw new Error(`no template named ${name}`);
    return template;
  }

  /** Writes what a value became, on lines that come from where the value comes from. */
  private sourced(value: unknown, text: string): void {
    if (typeof value !== 'object' || value === null) {
      this.write(text);
      return;
    }
    const opened = this.open(originIn(value));
    this.write(text);
    this.end(opened);
  }

  /** Ends the lines of a value: the one that is being written is the last of them. */
  private end(opened: OpenMark | undefined): void {
    if (opened !== undefined) opened.mark.last = this.line;
  }

  private literal(text: string): void {
    const literal = groovyLiteral(text);
    this.add(literal, isOneLineLiteral(text) ? 0 : countBreaks(literal));
  }

  private write(text: string): void {
    this.add(text, countBreaks(text));
  }

  /** Writes a text whose lines have origins. Marks that hold others come before them. */
  private embed({ text, marks }: TracedText): void {
    if (marks.length === 0) {
      this.write(text);
      return;
    }
    const starts = lineStarts(text);
    for (const { first, last, origin } of outerFirst(marks)) {
      // An empty line at the end of a marked block is not part of it, as in `close`.
      const isEmpty = text.charCodeAt(starts[last] ?? -1) === LINE_FEED;
      const end = isEmpty ? Math.max(first, last - 1) : last;
      this.marks.push({ first: this.line + first, last: this.line + end, origin });
    }
    this.add(text, starts.length - 1);
  }
}

/** Returns the offsets at which the lines of a literal start; its last line holds at least a quote. */
function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Those of the same lines keep their order. */
function outerFirst(marks: readonly LineMark[]): readonly LineMark[] {
  return [...marks].sort((a, b) => a.first - b.first || b.last - a.last);
}

/** Characters of ASCII that mean nothing in a comment, wherever they stand. */
const HARMLESS = /^[ -#%-[\]-~]*$/;

function commentText(text: string): string {
  if (HARMLESS.test(text)) return text;
  return oneLine(text)
    .replace(/\\(?=u)/g, '\\ ')
    .replaceAll('${', '$ {');
}

/** Returns the origin of a value of a template with all that is in it; undefined for one without any. */
function originIn(value: object): Origin | undefined {
  if (value instanceof Sourced && typeof value.value !== 'object') return value.origin;
  const origins = originsIn(value);
  return origins.length === 0 ? undefined : fromSeveral(origins);
}

/** Returns the origins of a value of a template, also of those in a list or a map. */
function originsIn(value: unknown): readonly Origin[] {
  if (typeof value !== 'object' || value === null) return [];
  if (value instanceof Sourced) return [value.origin, ...originsIn(value.value)];
  if (value instanceof TracedText) return value.marks.map(({ origin }) => origin);
  return Object.values(value).flatMap(originsIn);
}

function unwrap(value: unknown): unknown {
  return value instanceof Sourced ? unwrap(value.value) : value instanceof TracedText ? value.text : value;
}

/**
 * Returns a Groovy 2.4 expression for plain data: text, number, boolean, null, list or map. This is the only way
 * for a value to enter emitted Groovy, so that no text of a spec can become code.
 */
function groovyValue(value: unknown): string {
  if (value instanceof Sourced) return groovyValue(value.value);
  if (value instanceof TracedText) return groovyLiteral(value.text);
  if (typeof value === 'string') return groovyLiteral(value);
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (value === null) return 'null';
  if (Array.isArray(value)) return `[${value.map(groovyValue).join(', ')}]`;
  if (typeof value === 'object') return groovyMap(value);
  throw new Error(`no Groovy literal for ${typeof value}`);
}

function groovyMap(value: object): string {
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  if (entries.length === 0) return '[:]';
  return `[${entries.map(([key, item]) => `(${groovyLiteral(key)}): ${groovyValue(item)}`).join(', ')}]`;
}
