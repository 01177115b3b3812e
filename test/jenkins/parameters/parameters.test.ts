import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parameters } from '../../../schema/source/jobs/parameters/parameters.ts';
import { compiledEntries, inside } from '../spec-entries.ts';

/*
 * What each parameter of jobs.bitesize becomes: the least that can be written, and all of it. The elements were compared
 * with the fields of the plugins' classes; `vitest -u` writes them again.
 */

const folder = new URL('cases/', import.meta.url);
const cases = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

describe.each(cases)('%s', (name) => {
  const text = readFileSync(new URL(name, folder), 'utf8');

  it('becomes these elements of config.xml', async () => {
    const { xml, findings } = await compiledEntries('parameters', text);
    expect(findings).toEqual([]);
    await expect(inside(xml, 'parameterDefinitions')).toMatchFileSnapshot(
      new URL(name.replace('.yaml', '.xml'), folder).pathname,
    );
  });
});

it('knows a case of each parameter', () => {
  const known = cases.map((name) => name.replace('.yaml', ''));
  expect(known.sort()).toEqual(Object.keys(parameters.JobParameter?.fields ?? {}).sort());
});

it.each([
  ['- string: { name: A, defalt: b }', '6 schema/unknown-field'],
  ['- string: { name: [A] }', '6 schema/wrong-type'],
  ['- choice: { name: A }', '6 schema/missing-field'],
  ['- choice: { name: A, choices: [] }', '6 schema/empty'],
  ['- bool: { name: A, default: perhaps }', '6 schema/wrong-type'],
  ['- run: { name: A }', '6 schema/missing-field'],
  ['- validating-string: { name: A, regex: "(" }', '6 check/java-regex'],
  ['- credentials: { name: A, type: ssh }', '6 schema/not-allowed'],
  ['- extended-choice: { name: A, groovy: { script: "return 1" } }', '6 schema/missing-field'],
  ['- extended-choice: { name: A, groovy: { script: "return 1", allow: agent } }', '6 schema/not-allowed'],
  ['- srting: A', '6 schema/unknown-field'],
  ['- xml: <a>', '6 job/fragment'],
  ['- string: A\n- bool: A', '7 job/duplicate-parameter'],
  ['- extended-choice: { name: A }', '6 check/one-of'],
  ['- extended-choice: { name: A, groovy: { allow: controller } }', '6 check/one-of'],
])('says what is wrong with %s', async (entry, finding) => {
  const { findings } = await compiledEntries('parameters', entry);
  expect(findings).toEqual([finding]);
});

it('makes them without methods of Job DSL, in their order', async () => {
  const entries = '- hidden: A\n- string: B\n- file: C\n- bool: D\n';
  const { xml, jobDsl } = await compiledEntries('parameters', entries);
  expect(xml.match(/(?<=<name>)./g)).toEqual(['A', 'B', 'C', 'D']);
  expect(jobDsl).toContain("stringParam('B', '')");
  expect(jobDsl).toContain('WHideParameterDefinition');
});

it('makes the whole property where no parameter has a method', async () => {
  const { jobDsl } = await compiledEntries('parameters', '- file: data.csv\n');
  expect(jobDsl).toContain("appendNode('hudson.model.ParametersDefinitionProperty')");
  expect(jobDsl).not.toContain('parameters {');
});

it('asks for the plugins of what it prints', async () => {
  const { plugins } = await compiledEntries('parameters', '- label: AGENT\n- git-parameter: TAG\n');
  expect(plugins).toMatch(/^nodelabelparameter:/m);
  expect(plugins).toMatch(/^git-parameter:/m);
});
