import type { ValueOrigin } from './origin.ts';

/** A value as the sandbox writes it; the second item is the index of its origin. */
export type WrittenNode =
  /** Text, a number, true or false, nothing: the third item is its text. */
  | readonly ['s' | 'n' | 'b' | 'z', number, string]
  | readonly ['l', number, readonly WrittenNode[]]
  /** Entries are the key, the origin of the key, and the value. */
  | readonly ['m', number, readonly (readonly [string, number, WrittenNode])[]];

/** A whole value, and the origins of its nodes. */
export interface Written {
  readonly root: WrittenNode;
  readonly origins: readonly ValueOrigin[];
}
