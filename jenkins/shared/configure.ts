import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { Origin } from '../../compiler/text/origin.ts';
import type { DslWriter } from './dsl-writer.ts';
import type { Fragment } from './fragment.ts';

/**
 * Writes the `configure` block that adds a fragment; see Fragment for where it goes. The block calls methods of
 * groovy.util.Node, for what Job DSL has no method for: the operators of such blocks do not work in the sandbox, and
 * in a builder's closure a name such as `description` would call the method of the job.
 */
export function configureFragment({ at, xml, origin }: Fragment, dsl: DslWriter): void {
  if (at !== '') {
    configureAt(origin, [at], xml, dsl);
    return;
  }
  configure(origin, dsl, (statements) => {
    statements.count++;
    dsl.statement('project.get(', [xml.name], ').each { project.remove(it) }');
    append(statements, 'project', xml, dsl);
  });
}

/** Writes the block that adds an element to the one that a path of names leads to; missing ones are made. */
export function configureAt(origin: Origin, path: readonly string[], xml: XmlElement, dsl: DslWriter): void {
  configure(origin, dsl, (statements) => {
    let on = 'project';
    for (const [depth, name] of path.entries()) {
      const place = `place${depth + 1}`;
      statements.count++;
      dsl.statement(`def ${place} = ${on}.get(`, [name], `)[0] ?: ${on}.appendNode(`, [name], ')');
      on = place;
    }
    append(statements, on, xml, dsl);
  });
}

/** How many statements a block has: nodes are named by where they are made. */
interface Statements {
  count: number;
}

function configure(origin: Origin, dsl: DslWriter, body: (statements: Statements) => void): void {
  dsl.from(origin, () => dsl.closure('configure { project ->', () => body({ count: 0 })));
}

/** Adds the calls for an element and what it holds; only elements with elements inside need a name. */
function append(
  statements: Statements,
  on: string,
  { name, attributes = {}, content }: XmlElement,
  dsl: DslWriter,
): void {
  const children = isElements(content) ? content : [];
  const node = `node${statements.count}`;
  const pairs = Object.entries(attributes).flatMap(([key, value], index) => [
    index === 0 ? ', [' : ', ',
    [key] as const,
    ': ',
    [value] as const,
  ]);
  statements.count++;
  dsl.statement(
    `${children.length === 0 ? '' : `def ${node} = `}${on}.appendNode(`,
    [name],
    ...pairs,
    pairs.length === 0 ? '' : ']',
    ...(isElements(content) || content === '' ? [] : [', ', [content] as const]),
    ')',
  );
  for (const child of children) append(statements, node, child, dsl);
}

function isElements(content: XmlElement['content']): content is readonly XmlElement[] {
  return Array.isArray(content);
}
