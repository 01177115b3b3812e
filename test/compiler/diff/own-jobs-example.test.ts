import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compile } from '../../../compiler/compile.ts';
import { changesBetween } from '../../../compiler/diff/changes.ts';

const folder = 'examples/own-jobs';
const files = new Map(
  ['pipelines/clean-up.groovy', 'xml/appliance.xml'].map((name) => [
    name,
    readFileSync(`${folder}/${name}`, 'utf8'),
  ]),
);
const before = readFileSync(`${folder}/jobs.bitesize`, 'utf8');

const irOf = (text: string) => compile([{ name: 'jobs.bitesize', text }], { files, emit: [] }).ir;

test.each([
  ['discover_pr_forks_trust: permission', 'discover_pr_forks_trust: nobody', 'web'],
  ['topics: [jenkins]', 'topics: [builds]', 'acme'],
  ['orphaned_items: {days_to_keep: 7,', 'orphaned_items: {days_to_keep: 8,', 'web'],
  ['timed: H 3 * * 1-5', 'timed: H 4 * * 1-5', 'nightly/full'],
  ['default: main,', 'default: next,', 'nightly/full'],
  ['result: stable', 'result: unstable', 'nightly/compatibility'],
  ['column_count: 2', 'column_count: 3', 'Overview'],
])('%s to %s is one entry of one item', (old, now, name) => {
  expect(before.split(old)).toHaveLength(2);
  const changes = changesBetween(irOf(before), irOf(before.replace(old, now)));
  expect(changes.map((change) => change.name)).toEqual([name]);
  expect(changes.flatMap((change) => change.fields)).toHaveLength(1);
});
