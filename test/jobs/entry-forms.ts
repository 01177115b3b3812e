import type { JsonValue } from '../../schema/schema-node.ts';
import { fewest, fullest, usual } from './chooser.ts';
import { formsOf, thing } from './guided-jobs.ts';
import { thingsOf } from './job-schema.ts';

/** Returns each thing of an entry with few, the usual and all fields, in all its forms. */
export function entryForms(entry: string): readonly JsonValue[] {
  return thingsOf(entry).flatMap((name) =>
    [fewest, usual, fullest].flatMap((choose) => formsOf(entry, thing(entry, name, choose))),
  );
}
