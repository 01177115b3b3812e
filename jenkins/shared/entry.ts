import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { LocatedObject } from '../../compiler/source/node.ts';
import type { Origin } from '../../compiler/text/origin.ts';
import { from } from './xml.ts';

/** The names of the things that an entry can be. */
type ThingName<Entry> = Exclude<keyof Entry, '$'> & string;

/** What is made of each thing that an entry can be; a thing without a line is a mistake of types. */
export type EntryTable<Entry, More extends readonly unknown[], Made> = {
  readonly [Name in ThingName<Entry>]-?: (spec: NonNullable<Entry[Name]>, ...more: More) => Made;
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

/** How each thing of an entry is printed. */
export type EntryPrinters<Entry> = EntryTable<Entry, [], XmlElement>;

/** Returns the elements of entries inside a thing, in their order and with their origins. */
export function entryElements<Entry extends LocatedObject>(
  entries: readonly Entry[],
  printers: EntryPrinters<Entry>,
): readonly XmlElement[] {
  return entries.flatMap((entry) => {
    const element = madeOf(entry, printers);
    const origin = originOf(entry);
    return element === undefined || origin === undefined ? [] : [from(origin, element)];
  });
}

/** Returns where the one thing of an entry comes from; nothing for an entry without one. */
export function originOf(entry: LocatedObject): Origin | undefined {
  const [thing] = Object.entries(entry).flatMap(([name, spec]) => (name === '$' ? [] : [spec]));
  return (thing as LocatedObject | undefined)?.$.origin;
}
