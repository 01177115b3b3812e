import type { SchemaNode } from '../../../schema/schema-node.ts';
import type { Node, ScalarNode } from '../../source/node.ts';
import type { Json } from './read-scalar.ts';

/** A field of an object that was written: its key, and its value as it was read. */
export interface ReadField {
  readonly key: ScalarNode;
  readonly value: ReadValue;
}

/**
 * A value between the tree and the located spec: what the validator sees (`json`), where it stands (`node`) and
 * which schema it was read by. Fields that the schema does not know are left out and reported elsewhere.
 */
export interface ReadValue {
  readonly node: Node;
  readonly schema: SchemaNode;
  readonly json: Json;
  readonly fields?: ReadonlyMap<string, ReadField>;
  readonly items?: readonly ReadValue[];
  /** Something else was said of it: it is no value, and nothing more is checked. */
  readonly isDropped?: true;
}
