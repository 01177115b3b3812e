import type { LocatedObject } from '../../compiler/source/node.ts';
import type { SpecNode } from './spec-node.ts';
import type { KindNode, Thing } from './thing.ts';

/**
 * Returns a thing with two kinds of nodes: those that the compiler makes, for which Job DSL has methods, and those that
 * are what a spec says, with all the elements that Jenkins saves. A configure block makes the second.
 */
export function orSpec<Made extends KindNode, Written extends SpecNode<Made['kind'], LocatedObject>>(
  made: Thing<Made>,
  written: Pick<Thing<Written>, 'xml' | 'inside'>,
): Thing<Made | Written> {
  const isWritten = (node: Made | Written): node is Written => 'spec' in node;
  return {
    kind: made.kind,
    needs: made.needs,
    xml: (node) => (isWritten(node) ? written.xml(node) : made.xml(node)),
    dsl: (node, dsl) => {
      if (!isWritten(node)) made.dsl?.(node, dsl);
    },
    hasCalls: (node) => !isWritten(node),
    inside: (node, needs) => {
      if (isWritten(node)) written.inside?.(node, needs);
      else made.inside?.(node, needs);
    },
  };
}
