import { beforeAll, describe, expect, it } from 'vitest';
import { readCases } from './job-builder/cases.ts';
import { type FoundDifference, findDifferences } from './job-builder/found-differences.ts';
import {
  differenceKey,
  EVERY_JOB,
  listedDifferences,
  listedElement,
  listedFamilies,
} from './job-builder/listed-differences.ts';

/*
 * The same jobs in jobs.bitesize and in Job Builder's YAML: config.xml element by element. What differs stands in
 * `job-builder/differences` with its reason; what does not differ any more must not stand there.
 */

const families = [...new Set(readCases().map(({ family }) => family))];
let found: readonly FoundDifference[];
beforeAll(async () => {
  found = await findDifferences();
});

describe.each(families)('%s', (family) => {
  it('differs from Job Builder where the list says it', () => {
    const everywhere = new Set(keysOf(EVERY_JOB));
    const keys = found
      .filter((one) => one.family === family)
      .map((one) => ({ thing: one.thing, element: listedElement(one) }))
      .filter(({ element }) => !everywhere.has(differenceKey('*', element)))
      .map(({ thing, element }) => differenceKey(thing, element));
    expect([...new Set(keys)].sort()).toEqual([...keysOf(family)].sort());
  });
});

it('finds in some job what the list says of every job', () => {
  const keys = new Set(found.map((one) => differenceKey('*', listedElement(one))));
  expect(keysOf(EVERY_JOB).filter((key) => !keys.has(key))).toEqual([]);
});

it('has a reason for each difference, and a list for no other family', () => {
  const families_ = listedFamilies();
  expect(families_.filter((family) => family !== EVERY_JOB && !families.includes(family))).toEqual([]);
  expect(families_.flatMap(listedDifferences).filter(({ why }) => why.length < 20)).toEqual([]);
});

function keysOf(family: string): readonly string[] {
  return listedDifferences(family).flatMap(({ thing, elements }) =>
    elements.map((element) => differenceKey(thing, element)),
  );
}
