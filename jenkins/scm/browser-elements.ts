import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { LocatedObject } from '../../compiler/source/node.ts';
import { type EntryTable, madeOf } from '../shared/entry.ts';
import { from } from '../shared/xml.ts';

/** Returns the element of the page that shows a repository, by the table of its tool; nothing where there is none. */
export function browserElements<Entry extends LocatedObject>(
  entry: Entry | undefined,
  table: EntryTable<Entry, [], XmlElement>,
): XmlElement[] {
  const made = entry && madeOf(entry, table);
  return entry === undefined || made === undefined ? [] : [from(entry.$.origin, made)];
}
