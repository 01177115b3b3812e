import { isPlainObject } from './learn/leaf.ts';
import type { PlainObject } from './printers.ts';
import { sizeOf, treeOf } from './tree.ts';
import { readXmlText } from './xml-text.ts';

/** A job, folder or view as jobs.bitesize says it. */
export interface ImportedItem {
  /** With the folders that it is in, parted by `/`. */
  readonly name: string;
  readonly kind: string;
  /** All fields but the name and the kind, in the long form: each thing as `{thing: {...}}`. */
  readonly spec: PlainObject;
  /** Whether all of it is said in the vocabulary: nothing is kept as XML. */
  readonly native: boolean;
  /** What is kept as XML, in the order of the spec. */
  readonly kept: readonly KeptXml[];
  /** Where it was read from, as the caller names it. */
  readonly source: string;
}

/** Elements that stay XML. */
export interface KeptXml {
  /** Where they stand in the spec, such as `builders[2]` or `fragments[0]`; empty for a job that is XML as a whole. */
  readonly path: string;
  /** The name of the outermost element; for one that stands for a class, the class. */
  readonly element: string;
  /** How many elements there are, with the outermost one. */
  readonly elements: number;
}

/** Returns what a job of a kind keeps as XML. */
export function keptIn(kind: string, spec: PlainObject): readonly KeptXml[] {
  if (kind === 'xml') return keptElements('', spec.xml);
  const found: KeptXml[] = [];
  const visit = (value: unknown, path: string): void => {
    if (Array.isArray(value)) value.forEach((item, index) => void visit(item, `${path}[${index}]`));
    else if (typeof value === 'object' && value !== null)
      for (const [name, inner] of Object.entries(value)) {
        const xml = name === 'xml' && isPlainObject(inner) ? inner.xml : undefined;
        if (xml !== undefined) found.push(...keptElements(path, xml));
        else visit(inner, path === '' ? name : `${path}.${name}`);
      }
  };
  const { fragments = [], ...others } = spec;
  visit(others, '');
  if (Array.isArray(fragments))
    fragments.forEach((fragment, index) => {
      found.push(...keptElements(`fragments[${index}]`, isPlainObject(fragment) ? fragment.xml : undefined));
    });
  return found;
}

function keptElements(path: string, xml: unknown): readonly KeptXml[] {
  const holder = typeof xml === 'string' ? readXmlText(xml) : undefined;
  if (holder === undefined) return [];
  return treeOf(holder).children.map((tree) => ({
    path,
    element: tree.attributes.class ?? tree.name,
    elements: sizeOf(tree),
  }));
}
