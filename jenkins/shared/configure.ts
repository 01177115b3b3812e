import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { DslWriter } from './dsl-writer.ts';
import type { Fragment } from './fragment.ts';

/**
 * Writes the `configure` block that adds a fragment; see Fragment for where it goes. The block calls methods of
 * groovy.util.Node, for what Job DSL has no method for. It runs after the script, outside the sandbox, where the
 * operators of such blocks do not work; and in a builder's closure a name such as `description` would call the method
 * of the job.
 */
export function configureFragment({ at, xml, origin }: Fragment, dsl: DslWriter): void {
  dsl.from(origin, () =>
    dsl.closure(['configure { project ->'], () => {
      const nodes = { count: 1 };
      if (at === '') {
        dsl.statement('project.get(', [xml.name], ').each { project.remove(it) }');
        appendNode(nodes, 'project', xml, dsl);
      } else {
        dsl.statement('def place1 = project.get(', [at], ')[0] ?: project.appendNode(', [at], ')');
        appendNode(nodes, 'place1', xml, dsl);
      }
    }),
  );
}

/** How many nodes a block has: they are named by their number. */
export interface NodeCount {
  count: number;
}

/** Writes the calls that append an element and what it holds; only elements with elements inside need a name. */
export function appendNode(
  nodes: NodeCount,
  on: string,
  { name, attributes = {}, content }: XmlElement,
  dsl: DslWriter,
): void {
  const children = isElements(content) ? content : [];
  const node = `node${nodes.count}`;
  const pairs = Object.entries(attributes).flatMap(([key, value], index) => [
    index === 0 ? ', [' : ', ',
    [key] as const,
    ': ',
    [value] as const,
  ]);
  nodes.count++;
  dsl.statement(
    `${children.length === 0 ? '' : `def ${node} = `}${on}.appendNode(`,
    [name],
    ...pairs,
    pairs.length === 0 ? '' : ']',
    ...(isElements(content) || content === '' ? [] : [', ', [content] as const]),
    ')',
  );
  for (const child of children) {
    if (child.origin === undefined) appendNode(nodes, node, child, dsl);
    else dsl.from(child.origin, () => appendNode(nodes, node, child, dsl));
  }
}

/** Whether the content of an element are elements. */
export function isElements(content: XmlElement['content']): content is readonly XmlElement[] {
  return Array.isArray(content);
}
