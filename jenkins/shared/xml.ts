import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { Origin } from '../../compiler/text/origin.ts';
import { Sourced } from '../../compiler/text/sourced.ts';
import { type Text, TracedText, type Valued } from '../../compiler/text/traced-text.ts';

/** What can be the text of an element. */
export type LeafValue = Text | Valued<number> | Valued<boolean>;

/** Returns an element of elements. */
export function element(name: string, content: readonly XmlElement[] = []): XmlElement {
  return { name, attributes: undefined, content, origin: undefined, saved: undefined };
}

/** Returns an element of elements with a `class`, which tells XStream what it is. */
export function typed(name: string, type: string, content: XmlElement['content'] = []): XmlElement {
  return { name, attributes: { class: type }, content, origin: undefined, saved: undefined };
}

/** Returns an element with a text. */
export function leaf(name: string, value: LeafValue): XmlElement {
  return { name, attributes: undefined, content: leafText(value), origin: undefined, saved: undefined };
}

/** Returns the element in a list, or an empty list when there is no value. */
export function optional(name: string, value: LeafValue | undefined): XmlElement[] {
  return value === undefined ? [] : [leaf(name, value)];
}

/** Returns the element in a list, or an empty list when the value is absent, empty or false, as Groovy sees it. */
export function ifTrue(name: string, value: LeafValue | undefined): XmlElement[] {
  return value !== undefined && isTrue(value) ? [leaf(name, value)] : [];
}

/** Returns an element of texts, as XStream writes a list or an array of them. */
export function strings(name: string, values: readonly LeafValue[]): XmlElement {
  return element(
    name,
    values.map((value) => leaf('string', value)),
  );
}

/** Returns the element with an origin for all its lines. */
export function from(origin: Origin, { name, attributes, content, saved }: XmlElement): XmlElement {
  return { name, attributes, content, origin, saved };
}

/** Returns the elements inside an element; none when it holds a text. */
export function childrenOf({ content }: XmlElement): readonly XmlElement[] {
  return Array.isArray(content) ? content : [];
}

function leafText(value: LeafValue): Text {
  if (typeof value === 'string') return value;
  if (value instanceof Sourced)
    return typeof value.value === 'string' ? value : new Sourced(String(value.value), value.origin);
  return typeof value === 'object' ? value : String(value);
}

function isTrue(value: LeafValue): boolean {
  return value instanceof TracedText
    ? value.text !== ''
    : Boolean(value instanceof Sourced ? value.value : value);
}
