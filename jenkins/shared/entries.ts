import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { LocatedObject } from '../../compiler/source/node.ts';
import { from } from './xml.ts';

/** The names of the things that an entry of a spec can be. */
type EntryName<Entry> = Exclude<keyof Entry, '$'> & string;

/** How each thing of an entry is printed; a thing without a line is a mistake of types. */
export type EntryPrinters<Entry> = {
  readonly [Name in EntryName<Entry>]-?: (spec: NonNullable<Entry[Name]>) => XmlElement;
};

/** Returns the elements of entries inside a thing, in their order and with their origins. */
export function entryElements<Entry extends LocatedObject>(
  entries: readonly Entry[],
  printers: EntryPrinters<Entry>,
): readonly XmlElement[] {
  return entries.flatMap((entry) => {
    // An entry has one field, whose value is what the function of that name takes.
    const [name] = Object.keys(entry).filter((key) => key !== '$') as EntryName<Entry>[];
    const spec = name === undefined ? undefined : entry[name];
    if (name === undefined || spec === undefined || spec === null) return [];
    return [from((spec as unknown as LocatedObject).$.origin, printers[name](spec))];
  });
}
