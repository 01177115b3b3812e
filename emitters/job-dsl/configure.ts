import type { Fragment } from '../../compiler/ir/items/fragment.ts';
import type { GitPathFilter, Scm } from '../../compiler/ir/items/scm.ts';
import type { Text } from '../../compiler/ir/items/text.ts';
import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { Origin } from '../../compiler/text/origin.ts';
import { pathFilterElement } from '../config-xml/nodes/path-filter.ts';

/** A `configure` block: calls on the nodes of config.xml, for what Job DSL has no method for. */
export interface ConfigureBlock {
  readonly origin: Origin;
  readonly margin: string;
  readonly statements: readonly NodeStatement[];
}

/**
 * One call. They are calls of groovy.util.Node: the operators of configure blocks do not work in the sandbox, and
 * in a builder's closure a name such as `description` would call the method of the job.
 */
export type NodeStatement =
  | { readonly kind: 'remove'; readonly on: string; readonly name: string }
  | { readonly kind: 'find'; readonly as: string; readonly on: string; readonly name: string }
  | {
      readonly kind: 'append';
      readonly as?: string;
      readonly on: string;
      readonly name: string;
      readonly attributes: readonly { readonly name: string; readonly value: string }[];
      readonly value?: Text;
    };

/** Returns the block that adds a fragment; see Fragment for where it goes. */
export function fragmentBlock({ at, xml, origin }: Fragment, margin: string): ConfigureBlock {
  if (at !== '') return addingBlock(origin, [at], xml, margin);
  const statements: NodeStatement[] = [{ kind: 'remove', on: 'project', name: xml.name }];
  append(statements, 'project', xml);
  return { origin, margin, statements };
}

/** Returns the block that adds an element to the one that a path of names leads to; missing ones are made. */
export function addingBlock(
  origin: Origin,
  path: readonly string[],
  xml: XmlElement,
  margin = '',
): ConfigureBlock {
  const statements: NodeStatement[] = [];
  let on = 'project';
  for (const [depth, name] of path.entries()) {
    const as = `place${depth + 1}`;
    statements.push({ kind: 'find', as, on, name });
    on = as;
  }
  append(statements, on, xml);
  return { origin, margin, statements };
}

/** Returns the block for a path filter: it belongs to the git plugin, but Job DSL has no method for it. */
export function pathFilterBlocks(scm: Scm | undefined, path: readonly string[]): ConfigureBlock[] {
  const filter: GitPathFilter | undefined = scm?.pathFilter;
  return filter === undefined
    ? []
    : [addingBlock(filter.origin, [...path, 'scm', 'extensions'], pathFilterElement(filter))];
}

/** Adds the calls for an element and what it holds; only elements with elements inside need a name. */
function append(
  statements: NodeStatement[],
  on: string,
  { name, attributes = {}, content }: XmlElement,
): void {
  const pairs = Object.entries(attributes).map(([key, value]) => ({ name: key, value }));
  const call = { kind: 'append', on, name, attributes: pairs } as const;
  if (!isElements(content)) {
    statements.push(content === '' ? call : { ...call, value: content });
  } else if (content.length === 0) {
    statements.push(call);
  } else {
    const as = `node${statements.length}`;
    statements.push({ ...call, as });
    for (const child of content) append(statements, as, child);
  }
}

function isElements(content: XmlElement['content']): content is readonly XmlElement[] {
  return Array.isArray(content);
}
