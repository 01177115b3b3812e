import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { LocatedObject } from '../../compiler/source/node.ts';
import type { Sourced } from '../../compiler/text/sourced.ts';
import { joinTexts } from '../../compiler/text/traced-text.ts';
import { element, from, leaf } from '../shared/xml.ts';

/** Returns an element with several texts, with commas between them; empty for none. */
export function joined(name: string, texts: readonly Sourced<string>[], separator = ','): XmlElement {
  return leaf(name, joinTexts(texts, separator));
}

/** Returns the same in a list, or an empty list where there are no texts. */
export function optionalJoined(name: string, texts: readonly Sourced<string>[]): XmlElement[] {
  return texts.length === 0 ? [] : [joined(name, texts)];
}

/** Returns an element of texts, each in an element of its own. */
export function listed(name: string, item: string, texts: readonly Sourced<string>[]): XmlElement {
  return element(
    name,
    texts.map((text) => leaf(item, text)),
  );
}

/** Returns an element of elements that are made of objects of a spec; each knows its place. */
export function elementsOfSpecs<Spec extends LocatedObject>(
  name: string,
  specs: readonly Spec[],
  make: (spec: Spec, index: number) => XmlElement,
): XmlElement {
  return element(
    name,
    specs.map((spec, index) => from(spec.$.origin, make(spec, index))),
  );
}

/** Returns a leaf for the opposite of a switch. */
export function negated(name: string, flag: Sourced<boolean>): XmlElement {
  return leaf(
    name,
    flag.map((value) => !value),
  );
}

/** Returns a decimal number as Java writes a `double` of that size: `80` is `80.0`. */
export function javaDouble(number: Sourced<string>): Sourced<string> {
  return number.map((text) => {
    const plain = String(Number(text));
    return plain.includes('.') ? plain : `${plain}.0`;
  });
}

/** Returns what `SecureGroovyScript` of Script Security saves: a script, and whether it runs in the sandbox. */
export function secureScript(
  name: string,
  script: Sourced<string>,
  sandbox: Sourced<boolean>,
  classpath: readonly Sourced<string>[] = [],
): XmlElement {
  const entries = classpath.map((url) => element('entry', [leaf('url', url)]));
  return element(name, [
    leaf('script', script),
    leaf('sandbox', sandbox),
    ...(entries.length === 0 ? [] : [element('classpath', entries)]),
  ]);
}
