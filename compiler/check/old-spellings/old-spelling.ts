import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Entry, MappingNode } from '../../source/node.ts';

/** A mapping in today's spelling, and what was reported about the old one. */
export interface Respelled {
  readonly owner: MappingNode;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * A way in which specs in the wild say something that today's schema says otherwise. `apply` returns undefined where
 * the mapping has nothing of it. Spans of the new tree point at the old text, so that later findings do too.
 */
export interface OldSpelling {
  /** The definition of the schema on whose objects it occurs, such as `Service`. */
  readonly on: string;
  /** Without one of these keys a mapping has nothing of it. */
  readonly keys: readonly string[];
  readonly apply: (owner: MappingNode) => Respelled | undefined;
}

/** Returns the entry of a field, if the mapping has one. */
export function entryOf(owner: MappingNode, field: string): Entry | undefined {
  return owner.entries.find(({ key }) => key.text === field);
}

/** Returns the mapping with one of its entries replaced, by several or by none. */
export function replaceEntry(owner: MappingNode, old: Entry, by: readonly Entry[]): MappingNode {
  return { ...owner, entries: owner.entries.flatMap((entry) => (entry === old ? by : [entry])) };
}

/** Returns an entry under another key; its place in the file stays. */
export function renamedEntry(entry: Entry, to: string): Entry {
  return { ...entry, key: { ...entry.key, text: to } };
}
