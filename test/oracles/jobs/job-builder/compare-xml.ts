import { XMLParser } from 'fast-xml-parser';

/** One place in which two documents differ; null where there is nothing. */
export interface XmlDifference {
  /** Names of elements from the root's children down; `[2]` is the second of one name, `@class` an attribute. */
  readonly path: string;
  readonly ours: string | null;
  readonly theirs: string | null;
}

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  trimValues: false,
  parseTagValue: false,
  processEntities: true,
  attributeNamePrefix: '',
});

/**
 * Returns where two config.xml differ. Siblings of different names have no order, as XStream reads fields in any; those of
 * one name keep it. The attribute `plugin` is left out: it names what wrote the file, not what it means. What one side
 * lacks altogether is one difference.
 */
export function compareXml(ours: string, theirs: string): readonly XmlDifference[] {
  return compareElements('', rootOf(ours), rootOf(theirs));
}

function compareElements(path: string, ours: Element, theirs: Element): readonly XmlDifference[] {
  const found: XmlDifference[] = [];
  for (const name of both(ours.attributes, theirs.attributes)) {
    const [left, right] = [ours.attributes[name] ?? null, theirs.attributes[name] ?? null];
    if (left !== right) found.push({ path: `${path}@${name}`, ours: left, theirs: right });
  }
  if (ours.children.length + theirs.children.length === 0) {
    if (ours.text !== theirs.text) found.push({ path, ours: ours.text, theirs: theirs.text });
    return found;
  }
  const [left, right] = [byName(ours.children), byName(theirs.children)];
  for (const key of both(left, right)) {
    const at = path === '' ? key : `${path}/${key}`;
    const [mine, other] = [left[key], right[key]];
    if (mine !== undefined && other !== undefined) found.push(...compareElements(at, mine, other));
    else found.push({ path: at, ours: printed(mine), theirs: printed(other) });
  }
  return found;
}

function both(left: object, right: object): readonly string[] {
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].sort();
}

function byName(elements: readonly Element[]): Readonly<Record<string, Element>> {
  const seen = new Map<string, number>();
  return Object.fromEntries(
    elements.map((element) => {
      const count = (seen.get(element.name) ?? 0) + 1;
      seen.set(element.name, count);
      return [count === 1 ? element.name : `${element.name}[${count}]`, element];
    }),
  );
}

function printed(element: Element | undefined): string | null {
  if (element === undefined) return null;
  const attributes = Object.entries(element.attributes).map(([name, value]) => ` ${name}="${value}"`);
  const inside =
    element.children.length === 0 ? element.text : element.children.map((child) => printed(child)).join('');
  const start = `<${element.name}${attributes.join('')}`;
  return inside === '' ? `${start}/>` : `${start}>${inside}</${element.name}>`;
}

function rootOf(text: string): Element {
  // fast-xml-parser knows 1.0 only; what these documents hold means the same in both.
  const nodes = parser.parse(text.replace(/^<\?xml[^>]*\?>\s*/, '')) as readonly RawNode[];
  const [root] = nodes.flatMap(elementOf);
  if (root === undefined) throw new Error('a document without an element');
  return { ...root, attributes: { ...root.attributes, element: root.name } };
}

type RawNode = Readonly<Record<string, unknown>>;

function elementOf(node: RawNode): readonly Element[] {
  const name = Object.keys(node).find((key) => key !== ':@');
  const content = name === undefined ? undefined : node[name];
  if (name === undefined || name === '#text' || !Array.isArray(content)) return [];
  const nodes = content as readonly RawNode[];
  const { plugin: _, ...attributes } = (node[':@'] ?? {}) as Record<string, string>;
  const children = nodes.flatMap(elementOf);
  const text = nodes.map((one) => String(one['#text'] ?? '')).join('');
  return [{ name, attributes, children, text: children.length > 0 ? '' : text }];
}
