import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builders } from '../../../schema/source/jobs/builders/builders.ts';
import { compiledJob } from '../compiled-job.ts';

/*
 * What each build step of jobs.bitesize becomes: the least that can be written, and all of it. The elements were compared
 * with the fields of the plugins' classes; `vitest -u` writes them again.
 */

const folder = new URL('cases/', import.meta.url);
const cases = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

describe.each(cases)('%s', (name) => {
  const text = readFileSync(new URL(name, folder), 'utf8');

  it('becomes these elements of config.xml', async () => {
    const { xml, findings } = await compiledSteps(text);
    // The plugin SSH has a weakness that nobody mended.
    expect(findings).toEqual(name === 'ssh.yaml' ? ['7 plugin/security-warning'] : []);
    const [, elements = ''] = /^ {4}<builders>\n(.+)^ {4}<\/builders>$/ms.exec(xml) ?? [];
    await expect(elements.replace(/^ {8}/gm, '')).toMatchFileSnapshot(
      new URL(name.replace('.yaml', '.xml'), folder).pathname,
    );
  });
});

it('knows a case of each build step', () => {
  const names = cases.map((name) => name.replace('.yaml', ''));
  expect(names.sort()).toEqual(Object.keys(builders.JobBuilder?.fields ?? {}).sort());
});

it.each([
  ['- shel: make', 'schema/unknown-field'],
  ['- shell: { comand: make }', 'schema/unknown-field'],
  ['- shell: { command: [a] }', 'schema/wrong-type'],
  ['- shell: { command: make, unstable_return: many }', 'schema/wrong-type'],
  ['- nodejs: { script: a }', 'schema/missing-field'],
  ['- trigger: []', 'schema/empty'],
  ['- conditional-step: { condition: sometimes, steps: [{ shell: make }] }', 'schema/unknown-field'],
  [
    '- conditional-step: { condition: { time: { earliest: "25:00" } }, steps: [{ shell: make }] }',
    'schema/pattern',
  ],
  ['- conditional-step: { condition: always, steps: [{ gradle: { task: a } }] }', 'schema/unknown-field'],
  ['- xml: <a>', 'job/fragment'],
  ['- xml: <a/><b/>', 'job/fragment'],
  ['- groovy: { command: a, file: b }', 'check/one-of'],
  ['- groovy: { version: a }', 'check/one-of'],
  ['- maven: { goals: a, settings: b, settings_file_id: c }', 'check/one-of'],
  ['- inject: {}', 'check/one-of'],
  ['- system-groovy: println 1', 'check/controller-script'],
  // The plugin runs the script of a file in the sandbox, whatever the job says.
  ['- system-groovy: { file: a.groovy, sandbox: false }', 'check/no-effect-beside'],
  [
    '- conditional-step: { condition: always, steps: [{ system-groovy: println 1 }] }',
    'check/controller-script',
  ],
  ['- copy-artifacts: { project: other, which_build: build-param }', 'check/needs-beside'],
  ['- shining-panda: { build_environment: custom, command: a }', 'check/needs-beside'],
  ['- trigger: [{ project: other, node_label: linux }]', 'check/needs-beside'],
])('says what is wrong with %s', async (text, code) => {
  const { findings } = await compiledSteps(text);
  expect(findings).toEqual([`6 ${code}`]);
});

it('looks at steps of defaults, too, and at those after a build', async () => {
  const script = 'builders: [{ system-groovy: println 1 }]';
  const defaults = await compiledJob('freestyle', '', `defaults:\n  freestyle:\n    ${script}\n`);
  expect(defaults.findings).toEqual(['11 check/controller-script']);
  const after =
    '    publishers: [{ postbuildscript: { builders: [{ build_on: [SUCCESS], build_steps: [{ system-groovy: println 1 }] }] } }]';
  expect((await compiledJob('freestyle', after)).findings).toEqual(['5 check/controller-script']);
});

it('takes a phase in a multijob alone', async () => {
  const text = '- multijob: { name: Tests, projects: [other] }';
  expect((await compiledJob('freestyle', steps(text))).findings).toEqual(['6 job/wrong-kind']);
  expect((await compiledJob('multijob', steps(text))).findings).toEqual([]);
});

it('keeps the order of steps that Job DSL has methods for and those that it has none for', async () => {
  const { xml } = await compiledSteps('- batch: a\n- shell: b\n- ant: c\n- shell: d');
  expect([...xml.matchAll(/<(?:command|targets)>(.)</g)].map(([, step]) => step)).toEqual([
    'a',
    'b',
    'c',
    'd',
  ]);
});

it('asks for the plugins of steps, and of those inside them', async () => {
  const { plugins } = await compiledSteps(
    '- conditional-step: { condition: always, steps: [{ trigger: [{ project: other, node_label: linux, node_label_name: N }] }] }',
  );
  for (const id of ['conditional-buildstep', 'parameterized-trigger', 'nodelabelparameter'])
    expect(plugins).toMatch(new RegExp(`^${id}:`, 'm'));
});

function steps(text: string): string {
  return `    builders:\n${text.replace(/^(?=.)/gm, '      ')}`;
}

function compiledSteps(text: string): ReturnType<typeof compiledJob> {
  return compiledJob(/^- multijob:/m.test(text) ? 'multijob' : 'freestyle', steps(text));
}
