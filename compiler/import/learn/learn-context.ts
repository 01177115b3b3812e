import type { JsonValue, SchemaNode } from '../../../schema/schema-node.ts';
import type { PlainObject } from '../printers.ts';
import type { Tree } from '../tree.ts';
import { type Leaf, withoutValue, withValue } from './leaf.ts';
import { type Difference, differences } from './places.ts';

/** Prints an object of a definition; undefined where that cannot be done. */
export type Print = (spec: PlainObject) => readonly Tree[] | undefined;

/** What an element says. */
export interface Reading {
  readonly spec: PlainObject;
  /** In how many places what the spec becomes differs from what was read; 0 when Jenkins makes the same of both. */
  readonly distance: number;
}

/** Reads the element of an object or entry of a definition that a holder prints; `where` tells holders apart. */
export type ReadInner = (definition: string, print: Print, tree: Tree, where: string) => Reading | undefined;

/** Reads what elements inside an object stand for. */
export interface InnerReader {
  readonly objects: ReadInner;
  readonly entry: ReadInner;
  /** The least objects of a definition, with each value of each choice. */
  readonly variants: (definition: string) => readonly PlainObject[];
  /** The least entry of each thing that an entry of a definition can be. */
  readonly things: (definition: string) => readonly PlainObject[];
}

/** Returns the values that a field may have, the likeliest first, by what trees look like; null for none at all. */
export type FieldReader = (trees: readonly Tree[]) => readonly JsonValue[];

/** What is known where a field is learned. */
export interface LearnContext {
  readonly root: SchemaNode;
  readonly print: Print;
  /** Objects to set the field in: the least one, and others that make more of it visible. */
  readonly contexts: readonly PlainObject[];
  readonly inner: InnerReader;
  /** Whether an element of a list is another field's business, such as parameters among the properties. */
  readonly isClaimed: (name: string, leaf: Leaf) => boolean;
}

/** Returns what changes in what is printed when a field changes. */
export function changesBetween(
  leaf: Leaf,
  { print, root }: Pick<LearnContext, 'print' | 'root'>,
  spec: PlainObject,
  from: JsonValue,
  to: JsonValue,
): readonly Difference[] {
  const a = print(withValue(spec, leaf, from, root));
  const b = print(withValue(spec, leaf, to, root));
  return a === undefined || b === undefined ? [] : differences(a, b);
}

/** Returns what a field adds to what is printed without it. */
export function addedBy(
  leaf: Leaf,
  { print, root }: Pick<LearnContext, 'print' | 'root'>,
  spec: PlainObject,
  value: JsonValue,
): readonly Difference[] {
  const without = print(withoutValue(spec, leaf.at));
  const printed = print(withValue(spec, leaf, value, root));
  return without === undefined || printed === undefined ? [] : differences(without, printed);
}
