import fc, { type Arbitrary, type UniqueArrayConstraintsCustomCompareSelect } from 'fast-check';
import type { Origin } from '../../../compiler/text/origin.ts';
import { fromPolicy } from '../../../compiler/text/origin.ts';
import { sourced } from '../../../compiler/text/sourced.ts';
import { here } from './node.ts';

/** What the source stage refuses, so that it never gets into the IR. */
const REFUSED =
  /[\0-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const hostile = fc.constantFrom(
  "'",
  "'''",
  '"',
  '\\',
  '\\u000a',
  '\\n',
  '$',
  '${x}',
  '{',
  '}',
  '<',
  '>',
  '&',
  '&amp;',
  ']]>',
  '\n',
  '\t',
  ' ',
  ',',
  ':',
  '=',
  '\u0085',
  '\u2028',
  '\u202e',
  '\ufeff',
  '😀',
  'é',
  '//',
  '*/',
  'null',
  '#',
  '`',
  '$(id)',
  'word',
);

/** Any text of a spec, with much of what confuses Groovy, XML and shells. */
export const plainTexts: Arbitrary<string> = fc.oneof(
  fc.array(hostile, { maxLength: 6 }).map((parts) => parts.join('')),
  fc.string({ maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 8 }).map((value) => value.replace(REFUSED, '')),
  fc.constantFrom('a', 'main', 'make\nmake install\n'),
);

const from: Origin = fromPolicy('a value of the tests');

/** A text with or without an origin. */
export const text = fc.oneof(
  plainTexts,
  plainTexts.map((value) => sourced(value, from)),
);

/** A text that is not empty. */
export const filled = plainTexts.map((value) => `x${value}`);

/** A number that fits into Java's int. */
export const amount = fc.oneof(
  fc.integer({ min: 0, max: 2_000_000_000 }),
  fc.integer({ min: 0, max: 60 }).map((value) => sourced(value, from)),
);

/** A flag. */
export const flag = fc.oneof(
  fc.boolean(),
  fc.boolean().map((value) => sourced(value, from)),
);

/** A short list. */
export function list<T, U = T>(
  one: Arbitrary<T>,
  unique?: UniqueArrayConstraintsCustomCompareSelect<T, U> | { selector: (value: T) => unknown },
): Arbitrary<T[]> {
  return unique === undefined
    ? fc.array(one, { maxLength: 3 })
    : fc.uniqueArray(one, {
        maxLength: 3,
        selector: (value) => String(JSON.stringify(unique.selector?.(value))),
      });
}

/** A short list that is not empty. */
export function some<T>(one: Arbitrary<T>): Arbitrary<T[]> {
  return fc.array(one, { minLength: 1, maxLength: 3 });
}

/** A node of the IR: all fields are required unless `required` names those that are. */
export function nodeOf<T extends object, Key extends keyof T = keyof T>(
  fields: { [K in keyof T]: Arbitrary<T[K]> },
  required?: readonly Key[],
): Arbitrary<{ origin: Origin } & Pick<T, Key> & Partial<T>> {
  const record =
    required === undefined
      ? fc.record(fields)
      : fc.record(fields, { requiredKeys: [...required], noNullPrototype: true });
  // fast-check's types for partly required records are wider than what it makes.
  return record.map((made) => ({ ...made, origin: here }) as { origin: Origin } & Pick<T, Key> & Partial<T>);
}
