import { XMLParser } from 'fast-xml-parser';

/** An element of an XML document. */
export interface XmlElement {
  readonly name: string;
  /** The text in it, unchanged; empty when it has elements instead. */
  readonly text: string;
  readonly children: readonly XmlElement[];
}

/** Returns the root element of a document. */
export function parseXml(text: string): XmlElement {
  const parser = new XMLParser({
    preserveOrder: true,
    parseTagValue: false,
    trimValues: false,
    ignoreDeclaration: true,
    // A script has more entities than the parser takes for harmless, so they are replaced here.
    processEntities: false,
  });
  const parsed: unknown = parser.parse(text);
  const [root] = elements(parsed);
  if (root === undefined) throw new Error('the document has no element');
  return root;
}

/** Returns the element at the end of a path of names; an empty one when there is none. */
export function child(parent: XmlElement, ...path: readonly string[]): XmlElement {
  const [name, ...rest] = path;
  if (name === undefined) return parent;
  const found = parent.children.find((each) => each.name === name);
  return child(found ?? { name, text: '', children: [] }, ...rest);
}

function elements(nodes: unknown): readonly XmlElement[] {
  return list(nodes)
    .map((node) => Object.entries(node).find(([name]) => name !== ':@' && name !== '#text'))
    .filter((entry) => entry !== undefined)
    .map(([name, content]) => {
      const children = elements(content);
      return { name, text: children.length > 0 ? '' : textOf(content), children };
    });
}

function textOf(nodes: unknown): string {
  const text = list(nodes).flatMap((node) =>
    Object.entries(node).flatMap(([name, value]) => (name === '#text' ? [String(value)] : [])),
  );
  const characters: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.join('').replace(/&(\w+);/g, (entity, name: string) => characters[name] ?? entity);
}

function list(nodes: unknown): readonly object[] {
  return Array.isArray(nodes) ? nodes.filter((node) => typeof node === 'object' && node !== null) : [];
}
