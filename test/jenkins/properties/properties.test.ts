import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { properties } from '../../../schema/source/jobs/properties/properties.ts';
import { compiledEntries, eachAlone, inside } from '../spec-entries.ts';

/*
 * What each property of jobs.bitesize becomes: the least that can be written, and all of it. The elements were compared
 * with the fields of the plugins' classes; `vitest -u` writes them again.
 */

const folder = new URL('cases/', import.meta.url);
const cases = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

describe.each(cases)('%s', (name) => {
  const text = readFileSync(new URL(name, folder), 'utf8');

  it('becomes these elements of config.xml', async () => {
    // A job has a property once, so each entry is a case of its own.
    const { xml, findings } = await eachAlone('properties', text, kindOf(name), propertiesOf);
    expect(findings).toEqual([]);
    await expect(xml).toMatchFileSnapshot(new URL(name.replace('.yaml', '.xml'), folder).pathname);
  });
});

it('knows a case of each property', () => {
  const known = cases.map((name) => name.replace('.yaml', ''));
  expect(known.sort()).toEqual(Object.keys(properties.JobProperty?.fields ?? {}).sort());
});

it.each([
  ['- build-discarder: { days_to_keep: -2 }', '6 schema/out-of-range'],
  ['- build-discarder: { days: 3 }', '6 schema/unknown-field'],
  ['- durability-hint', '6 schema/missing-field'],
  ['- durability-hint: fast', '6 schema/not-allowed'],
  ['- heavy-job: 0', '6 schema/out-of-range'],
  ['- gitlab: { connection: a, credentials: nobody }', '6 check/unknown-credential'],
  ['- build-blocker: "("', '6 check/java-regex'],
  ['- authorization: [{ user: alice, permissions: [Overall/Read] }]', '6 schema/pattern'],
  ['- authorization: [{ user: alice, permissions: [Job/Bild] }]', '6 controller/unknown-permission'],
  ['- authorization: [{ permissions: [Job/Build] }]', '6 controller/matrix-entry'],
  ['- rebuild: { auto_rebuild: often }', '6 schema/wrong-type'],
  ['- xml: <a/><b/>', '6 job/fragment'],
  ['- rebuild\n- rebuild', '7 job/duplicate-property'],
  ['- disable-concurrent', '6 job/wrong-kind'],
  ['- lockable-resources: { variable: A }', '6 check/one-of'],
])('says what is wrong with %s', async (entry, finding) => {
  const { findings } = await compiledEntries('properties', entry);
  expect(findings).toEqual([finding]);
});

it('writes calls of Job DSL where it has them, and blocks for the rest', async () => {
  const entries =
    '- build-blocker: { blocking_jobs: a, block_level: node }\n- rebuild\n- github: https://a/b\n';
  const { jobDsl, plugins } = await compiledEntries('properties', entries);
  expect(jobDsl).toContain("blockLevel('NODE')");
  expect(jobDsl).toContain("githubProjectUrl('https://a/b/')");
  expect(jobDsl).toContain("appendNode('com.sonyericsson.rebuild.RebuildSettings')");
  expect(plugins).toMatch(/^rebuild:/m);
});

it('takes patterns for jobs that may copy', async () => {
  const { xml, findings } = await compiledEntries(
    'properties',
    '- copy-artifact-permission: [other, release-*]',
  );
  expect(findings).toEqual([]);
  expect(xml).toContain('<string>release-*</string>');
});

it('knows that pipelines take one executor', async () => {
  const { findings } = await compiledEntries('properties', '- heavy-job: 2', 'pipeline');
  expect(findings).toEqual(['6 job/wrong-kind']);
});

/** Pipelines have some that freestyle jobs have not. */
function kindOf(name: string): string {
  return /^(durability|disable)/.test(name) ? 'pipeline' : 'freestyle';
}

function propertiesOf(xml: string): string {
  return inside(xml, 'properties');
}
