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

/** One of the things that a block does with a node: about how many calls that takes, and what writes them. */
export interface BlockStep {
  readonly size: number;
  readonly write: () => void;
}

/**
 * Calls in one closure. The JVM allows 64 KB for the code of one method, and a call that appends an element takes up to
 * 100 bytes.
 */
const BLOCK_SIZE = 300;

/** Writes what a block does with a node; where that is too much for one closure, each part in one of its own. */
export function inParts(node: string, steps: readonly BlockStep[], dsl: DslWriter): void {
  const writeAll = (some: readonly BlockStep[]) => {
    for (const { write } of some) write();
  };
  if (sizeOf(steps) <= BLOCK_SIZE) writeAll(steps);
  else for (const part of parts(steps)) dsl.closure([`${node}.with {`], () => writeAll(part));
}

/** Returns steps in parts that fit into a closure; a step that does not fit is a part of its own, and makes parts itself. */
function parts(steps: readonly BlockStep[]): readonly (readonly BlockStep[])[] {
  const made: BlockStep[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const step of steps) {
    if (size + step.size > BLOCK_SIZE) {
      made.push([]);
      size = 0;
    }
    made.at(-1)?.push(step);
    size += step.size;
  }
  return made;
}

function sizeOf(steps: readonly BlockStep[]): number {
  return steps.reduce((sum, { size }) => sum + size, 0);
}

/** Returns how many calls append an element and what it holds. */
export function appendSize({ content }: XmlElement): number {
  return isElements(content) ? content.reduce((sum, child) => sum + appendSize(child), 1) : 1;
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
  inParts(
    node,
    children.map((child) => ({
      size: appendSize(child),
      write: () => {
        if (child.origin === undefined) appendNode(nodes, node, child, dsl);
        else dsl.from(child.origin, () => appendNode(nodes, node, child, dsl));
      },
    })),
    dsl,
  );
}

/** Whether the content of an element are elements. */
export function isElements(content: XmlElement['content']): content is readonly XmlElement[] {
  return Array.isArray(content);
}
