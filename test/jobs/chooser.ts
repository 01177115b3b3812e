import fc from 'fast-check';
import type { JsonValue } from '../../schema/schema-node.ts';

/** How the open choices of a value are made: which fields it has, how many entries, and which of several values. */
export interface Chooser {
  readonly pick: <T>(from: readonly [T, ...T[]]) => T;
  /** Returns the optional fields that an object has beside those of an example. */
  readonly some: (names: readonly string[]) => readonly string[];
  /** Returns the example whose fields an object has, where it has those of one. */
  readonly example: (examples: readonly JsonValue[]) => JsonValue | undefined;
  /** Returns how many entries a list has, from one on. */
  readonly entries: (most: number) => number;
  /** Returns a whole number of a range. */
  readonly between: (least: number, most: number) => number;
  /** Whether things may stand in things of their own family, without an end but for the depth. */
  readonly nests: boolean;
}

/** No field that may be absent, and the first of all values. */
export const fewest: Chooser = {
  pick: ([first]) => first,
  some: () => [],
  example: () => undefined,
  entries: () => 1,
  between: (least) => least,
  nests: false,
};

/** The same, with the fields of an example: of several fields, one may have to be there. */
export const usual: Chooser = { ...fewest, example: ([first]) => first };

/** Every field, with the last of its values. */
export const fullest: Chooser = {
  pick: (from) => from.at(-1) ?? from[0],
  some: (names) => names,
  example: () => undefined,
  entries: () => 2,
  between: (_, most) => most,
  nests: false,
};

/** Returns a value that is made by choices of fast-check, so that it can be repeated and shrunk. */
export function chosen<T>(make: (choose: Chooser) => T): fc.Arbitrary<T> {
  return fc.gen().map((generate) =>
    make({
      pick: (from) => generate(() => fc.constantFrom(...from)),
      some: (names) => generate(() => fc.subarray([...names], { maxLength: Math.min(6, names.length) })),
      example: (examples) => generate(() => fc.constantFrom(undefined, ...examples, ...examples)),
      entries: (most) => generate(() => fc.integer({ min: 1, max: most })),
      between: (least, most) => generate(() => fc.integer({ min: least, max: most })),
      nests: true,
    }),
  );
}
