import { countBreaks } from './count-breaks.ts';
import { commonOrigin, fromSeveral, type Origin } from './origin.ts';
import { Sourced } from './sourced.ts';

/** A leaf of a traceable tree. A TracedText is a text whose single lines have origins, such as a script. */
type TraceableLeaf = string | number | boolean | null | TracedText;

/**
 * JSON-like data in which any value may carry its origin. `undefined` means that the key is absent, so that
 * optional fields can be written without conditions.
 */
export type Traceable =
  | TraceableLeaf
  | Sourced<Traceable>
  | Sourced<string>
  | Sourced<number>
  | Sourced<boolean>
  | readonly Traceable[]
  | { readonly [key: string]: Traceable | undefined };

/** Says that the lines `first` to `last` (counted from 0, both included) come from `origin`. */
export interface LineMark {
  readonly first: number;
  readonly last: number;
  readonly origin: Origin;
}

/** A text of several lines that knows where its lines come from. Marks may nest; inner ones come later. */
export class TracedText {
  readonly text: string;
  readonly marks: readonly LineMark[];
  #breaks: number | undefined;

  /** `breaks` is how many line feeds the text has, where whoever made it knows. */
  constructor(text: string, marks: readonly LineMark[] = [], breaks?: number) {
    this.text = text;
    this.marks = marks;
    this.#breaks = breaks;
  }

  /** How many line feeds the text has: counted once, as texts are joined to texts and those to others again. */
  get breaks(): number {
    this.#breaks ??= countBreaks(this.text);
    return this.#breaks;
  }
}

/** Returns the marks of a text that starts `lines` lines further down in another one. */
export function shiftMarks(marks: readonly LineMark[], lines: number): LineMark[] {
  return marks.map(({ first, last, origin }) => ({ first: first + lines, last: last + lines, origin }));
}

/** Adds the marks of a text that starts `lines` lines further down in another one to the marks of that. */
export function addShifted(target: LineMark[], marks: readonly LineMark[], lines: number): void {
  for (const { first, last, origin } of marks)
    target.push({ first: first + lines, last: last + lines, origin });
}

/** A value of the IR: as it is, or with the place that it comes from. */
export type Valued<T> = T | Sourced<T>;

/**
 * A text of the IR. One that stands in a spec is a `Sourced<string>`; a script whose single lines have origins is a
 * `TracedText`; one that the compiler made is a plain string.
 */
export type Text = Valued<string> | TracedText;

/** Returns a value without its origin. */
export function plainValue<T>(valued: Valued<T>): T {
  return valued instanceof Sourced ? valued.value : valued;
}

/** Returns a text without its origins. */
export function plainText(text: Text): string {
  return text instanceof TracedText ? text.text : plainValue(text);
}

/** Returns one text of several, with all their origins. */
export function joinTexts(texts: readonly Valued<string>[], separator: string): Valued<string>;
export function joinTexts(texts: readonly Text[], separator: string): Text;
export function joinTexts(texts: readonly Text[], separator: string): Text {
  const [only] = texts;
  if (only !== undefined && texts.length === 1) return only;
  const joined = texts.map(plainText).join(separator);
  const origins = texts.flatMap(originsOf);
  return origins.length === 0 ? joined : new Sourced(joined, fromSeveral(origins));
}

/** Returns the origins of a text: none where the compiler made it. */
export function originsOf(text: Text | Valued<number> | Valued<boolean> | undefined): readonly Origin[] {
  if (text instanceof Sourced) return [text.origin];
  return text instanceof TracedText ? text.marks.map(({ origin }) => origin) : [];
}

/**
 * Returns a text that holds others, with the origins of all of them: joined`docker push ${image}:${version}`. Whatever
 * is written through a template or a printer then says where it comes from.
 */
export function joined(
  parts: TemplateStringsArray,
  ...values: readonly (Valued<string> | Valued<number>)[]
): Valued<string> {
  let text = parts[0] ?? '';
  const origins: Origin[] = [];
  let part = 1;
  for (const value of values) {
    text += plainValue<string | number>(value);
    text += parts[part++] ?? '';
    if (value instanceof Sourced) origins.push(value.origin);
  }
  return origins.length === 0 ? text : new Sourced(text, fromSeveral(origins));
}

/** Returns another text with the same origin, if it has one. */
export function mapValue<T, U>(value: Valued<T>, change: (value: T) => U): Valued<U> {
  return value instanceof Sourced ? value.map(change) : change(value);
}

/**
 * Returns a list or mapping that is only there for what it holds, so that its key comes from what all of that has in
 * common; undefined for nothing.
 */
export function forContents<T extends readonly Traceable[] | Readonly<Record<string, Traceable | undefined>>>(
  contents: T,
): Traceable | undefined {
  const values = Object.values(contents).filter((value) => value !== undefined);
  if (values.length === 0) return undefined;
  const origin = commonOrigin(
    values.map((value) => (value instanceof Sourced ? value.origin : fromSeveral([]))),
  );
  return origin === undefined ? contents : new Sourced<Traceable>(contents, origin);
}
