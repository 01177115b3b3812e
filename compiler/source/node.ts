import type { Origin } from '../text/origin.ts';
import type { Span } from '../text/span.ts';

/** Where a field of an object was written. */
export interface FieldPlace {
  readonly key: Span;
  readonly value: Span;
}

/** Where an object of a spec was written; an object that a default made has no span and no fields. */
export interface Place {
  readonly span?: Span;
  readonly origin: Origin;
  readonly fields: ReadonlyMap<string, FieldPlace>;
  /** Whether it has a key that nobody knows: what seems to be missing may only be misspelt. */
  readonly hasUnknown?: boolean;
}

/** Every object of a located spec knows its place; no field of a spec is called `$`. */
export interface LocatedObject {
  readonly $: Place;
}

/** How a scalar was written. A quoted or block scalar is always text; a plain one may be read as another type. */
export type ScalarStyle = 'plain' | 'quoted' | 'block';

/** What every value has. */
interface NodeBase {
  readonly span: Span;
  /** Where an alias stands for it; the span is where it was written. */
  readonly alias?: Span;
  /** A finding says that this is not what the author meant: nothing else about its shape is worth a word. */
  readonly reported?: boolean;
}

/** One value as it was written, before anybody decides what type it has. */
export interface ScalarNode extends NodeBase {
  readonly kind: 'scalar';
  /** The text after YAML's own unescaping and folding: `1.10` stays `1.10`. */
  readonly text: string;
  readonly style: ScalarStyle;
}

/** One key with its value. A merged entry stands where its alias stands, and points to where it was written. */
export interface Entry {
  readonly key: ScalarNode;
  readonly value: Node;
}

/** A mapping; merge keys are already applied. */
export interface MappingNode extends NodeBase {
  readonly kind: 'mapping';
  readonly entries: readonly Entry[];
}

/** A list. */
export interface SequenceNode extends NodeBase {
  readonly kind: 'sequence';
  readonly items: readonly Node[];
}

/** A value of the located tree: every key and value with its place in the file. */
export type Node = ScalarNode | MappingNode | SequenceNode;
