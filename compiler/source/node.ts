import type { Span } from '../text/span.ts';

/** How a scalar was written. A quoted or block scalar is always text; a plain one may be read as another type. */
export type ScalarStyle = 'plain' | 'quoted' | 'block';

/** One value as it was written, before anybody decides what type it has. */
export interface ScalarNode {
  readonly kind: 'scalar';
  /** The text after YAML's own unescaping and folding: `1.10` stays `1.10`. */
  readonly text: string;
  readonly style: ScalarStyle;
  readonly span: Span;
}

/** One key with its value. A merged entry stands where its alias stands, and points to where it was written. */
export interface Entry {
  readonly key: ScalarNode;
  readonly value: Node;
}

/** A mapping; merge keys are already applied. */
export interface MappingNode {
  readonly kind: 'mapping';
  readonly entries: readonly Entry[];
  readonly span: Span;
}

/** A list. */
export interface SequenceNode {
  readonly kind: 'sequence';
  readonly items: readonly Node[];
  readonly span: Span;
}

/** A value of the located tree: every key and value with its place in the file. */
export type Node = ScalarNode | MappingNode | SequenceNode;
