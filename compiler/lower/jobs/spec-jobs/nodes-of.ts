import { type EntryTable, madeOf, originOf } from '../../../../jenkins/shared/entry.ts';
import type { SpecNode } from '../../../../jenkins/shared/spec-node.ts';
import type { LocatedObject } from '../../../source/node.ts';
import type { Origin } from '../../../text/origin.ts';
import type { JobScope } from '../job-scope.ts';

/** How each thing of a family becomes a node of a job; a thing without a line is a mistake of types. */
export type NodeTable<Entry, Node> = EntryTable<Entry, [Origin, JobScope], Node | undefined>;

/** Returns the function that makes a node which is what the spec says of it, and nothing else. */
export function asWritten<Kind extends string>(
  kind: Kind,
): <Spec extends LocatedObject>(spec: Spec, origin: Origin) => SpecNode<Kind, Spec> {
  return (spec, origin) => ({ kind, spec, origin });
}

/** Returns the nodes of entries, in their order. */
export function nodesOf<Entry extends LocatedObject, Node>(
  entries: readonly Entry[],
  table: NodeTable<Entry, Node>,
  scope: JobScope,
): readonly Node[] {
  return entries.flatMap((entry) => {
    const origin = originOf(entry);
    const node = origin && madeOf(entry, table, origin, scope);
    return node === undefined ? [] : [node];
  });
}
