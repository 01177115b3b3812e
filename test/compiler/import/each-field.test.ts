import { describe, expect, it } from 'vitest';
import { canonical } from '../../../compiler/import/canonical.ts';
import { type PlainObject, printEntry, printJob } from '../../../compiler/import/printers.ts';
import { ConfigReader } from '../../../compiler/import/reader.ts';
import type { Tree } from '../../../compiler/import/tree.ts';
import { casesOf } from './each-value.ts';

/** Where the entries of a family stand in a freestyle job. */
const families = {
  JobBuilder: 'builders',
  JobPublisher: 'publishers',
  JobWrapper: 'wrappers',
  JobTrigger: 'triggers',
  JobParameter: 'parameters',
  JobProperty: 'properties',
  JobScm: 'scm',
} as const;

/** What is no single text of the configuration, or several: such things stay XML. */
const kept = /"parameterized-timed"|"time":\{"(?:earliest|latest)/;

const reader = new ConfigReader();

describe('each value of each field is read back from what it becomes', () => {
  it.each(Object.entries(families))(
    '%s',
    (family, field) => {
      const print = (entry: PlainObject) => printJob({ name: 'job', kind: 'freestyle', [field]: [entry] });
      const isPrinted = (entry: PlainObject) =>
        family === 'JobScm' ? print(entry) !== undefined : printEntry(family, entry) !== undefined;
      const cases = casesOf(family, isPrinted).filter(({ entry }) => !kept.test(JSON.stringify(entry)));
      expect(cases.length).toBeGreaterThan(15);
      const lost = cases.flatMap(({ name, entry }) => {
        const printed = print(entry);
        return printed === undefined || isReadBack(printed) ? [] : [`${name} ${JSON.stringify(entry)}`];
      });
      expect(lost).toEqual([]);
    },
    120_000,
  );
});

function isReadBack(printed: Tree): boolean {
  const { native, kind, spec } = reader.item(printed, 'job');
  const again = printJob({ ...spec, kind, name: 'job' });
  return (
    native &&
    !JSON.stringify(spec).includes('zqx') &&
    JSON.stringify(again && canonical(again)) === JSON.stringify(canonical(printed))
  );
}
