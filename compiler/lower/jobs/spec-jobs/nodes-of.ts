import type { SpecNode } from '../../../../jenkins/shared/spec-node.ts';
import type { LocatedObject } from '../../../source/node.ts';
import type { Origin } from '../../../text/origin.ts';
import type { JobScope } from '../job-scope.ts';

/** The names of the things that an entry can be. */
export type ThingName<Entry> = Exclude<keyof Entry, '$'> & string;

/** How each thing of a family becomes a node of a job; a thing without a line is a mistake of types. */
export type NodeTable<Entry, Node> = {
  readonly [Name in ThingName<Entry>]: (
    spec: NonNullable<Entry[Name]>,
    origin: Origin,
    scope: JobScope,
  ) => Node | undefined;
};

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
    // An entry has one field, whose value is what the function of that name takes.
    const [name] = Object.keys(entry).filter((key) => key !== '$') as ThingName<Entry>[];
    const spec = name === undefined ? undefined : entry[name];
    if (name === undefined || spec === undefined || spec === null) return [];
    const node = table[name](spec, (spec as unknown as LocatedObject).$.origin, scope);
    return node === undefined ? [] : [node];
  });
}
