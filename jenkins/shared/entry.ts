import type { LocatedObject } from '../../compiler/source/node.ts';

/** The names of the things that an entry can be. */
export type ThingName<Entry> = Exclude<keyof Entry, '$'> & string;

/** What is made of each thing that an entry can be; a thing without a line is a mistake of types. */
export type EntryTable<Entry, More extends readonly unknown[], Made> = {
  readonly [Name in ThingName<Entry>]: (spec: NonNullable<Entry[Name]>, ...more: More) => Made;
};

/** Returns what a table makes of the one thing that an entry is; nothing for an entry without one. */
export function madeOf<Entry extends LocatedObject, More extends readonly unknown[], Made>(
  entry: Entry,
  table: EntryTable<Entry, More, Made>,
  ...more: More
): Made | undefined {
  const [name] = Object.keys(entry).filter((key) => key !== '$') as ThingName<Entry>[];
  const spec = name === undefined ? undefined : entry[name];
  return name === undefined || spec === undefined || spec === null ? undefined : table[name](spec, ...more);
}
