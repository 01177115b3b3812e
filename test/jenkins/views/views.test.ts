import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { columns } from '../../../schema/source/jobs/views/columns.ts';
import { jobFilters } from '../../../schema/source/jobs/views/job-filters.ts';
import { portlets } from '../../../schema/source/jobs/views/portlets.ts';
import { sections } from '../../../schema/source/jobs/views/sections.ts';
import { ownJobs } from '../own-jobs.ts';

/*
 * What views of jobs.bitesize become: the least that can be written, and all of it. The elements were compared with the
 * fields of the plugins' classes; `vitest -u` writes them again.
 */

const folder = new URL('cases/', import.meta.url);
const cases = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

describe.each(cases)('%s', (name) => {
  it('becomes these elements of config.xml', async () => {
    const { xml, findings } = await ownJobs(readFileSync(new URL(name, folder), 'utf8'));
    expect(findings).toEqual([]);
    await expect(xml).toMatchFileSnapshot(new URL(name.replace('.yaml', '.xml'), folder).pathname);
  });
});

it.each(Object.entries({ columns, jobFilters, portlets, sections }))('has a case of all %s', (_, family) => {
  const [entry] = Object.values(family);
  const text = cases.map((name) => readFileSync(new URL(name, folder), 'utf8')).join('');
  const written = (thing: string) => new RegExp(`(- |[[{,] ?)${thing}(:|$|,|])`, 'm').test(text);
  expect(Object.keys(entry?.fields ?? {}).filter((thing) => !written(thing))).toEqual([]);
});

it.each([
  ['- { name: a, kind: list-views }', '1 schema/not-allowed'],
  ['- { name: a, kind: list-view, columns: [statuss] }', '1 schema/unknown-field'],
  ['- { name: a, kind: list-view, columns: [extra-tests: most] }', '1 schema/not-allowed'],
  ['- { name: a, kind: list-view, job_filters: [{ regex-job: {} }] }', '1 schema/missing-field'],
  ['- { name: a, kind: nested-view }', '1 schema/missing-field'],
  ['- { name: a, kind: nested-view, views: [{ name: b, kind: folder }] }', '1 schema/not-allowed'],
  ['- { name: team/All, kind: list-view }', '1 check/job-name'],
  ['- { name: a, kind: nested-view, views: [{ name: b/c, kind: list-view }] }', '1 check/job-name'],
  ['- { name: a, kind: delivery-pipeline-view, no_of_columns: 4 }', '1 schema/out-of-range'],
])('says what is wrong with %s', async (list, finding) => {
  expect((await ownJobs(list)).findings).toEqual([finding]);
});

it('leaves columns that Job DSL has methods for to it, and makes others as a whole', async () => {
  const { dsl: called } = await ownJobs('- { name: a, kind: list-view, columns: [status, name] }');
  expect(called).toContain('columns {\n        status()\n        name()');
  const { dsl: made } = await ownJobs('- { name: a, kind: list-view, columns: [status, last-stable] }');
  expect(made).not.toContain('columns {');
  expect(made).toContain("appendNode('hudson.views.LastStableColumn')");
});
