import { expect, it } from 'vitest';
import { axes } from '../../../schema/source/jobs/axes/axes.ts';
import { compiledJob } from '../compiled-job.ts';

/* Matrix jobs and multijobs of jobs.bitesize; `vitest -u` writes the expected files again. */

const allAxes = `    axes:
      - user-defined: { name: POSTGRES, values: ["16", "17"] }
      - dynamic: { name: PLATFORM, variable: PLATFORMS }
      - label-expression: { name: OS, values: [linux && linux, linux] }
      - slave: { values: linux }
      - jdk: [jdk17, jdk21]
      - python: [py3]
      - tox: [py312, py313]
      - elastic: { name: AGENT, label: [linux, linux && linux], ignore_offline_nodes: true, once_per_label: true }
      - yaml: { name: SIZE, filename: matrix.yaml }
`;

const least = '    axes: [{ user-defined: { name: A, values: [b] } }]\n';

it('writes all of a matrix job', async () => {
  const { xml, dsl, findings, plugins } = await compiledJob(
    'matrix',
    `${allAxes}    combination_filter: POSTGRES == "17"
    sequential: true
    touchstone: { expr: OS == "linux", result: unstable }
    child_workspace: w
    label: linux
    builders: [{ shell: make }]
`,
  );
  expect(findings).toEqual([]);
  await expect(xml).toMatchFileSnapshot('cases/all.xml');
  await expect(dsl).toMatchFileSnapshot('cases/all.groovy');
  for (const id of ['matrix-project', 'dynamic-axis', 'shiningpanda', 'elastic-axis', 'yaml-axis'])
    expect(plugins).toMatch(new RegExp(`^${id}:`, 'm'));
});

it('writes the least of a matrix job', async () => {
  const { xml, findings } = await compiledJob('matrix', least);
  expect(findings).toEqual([]);
  await expect(xml).toMatchFileSnapshot('cases/least.xml');
});

it('has a case of each axis', () => {
  for (const name of Object.keys(axes.JobAxis?.fields ?? {})) expect(allAxes).toContain(`- ${name}:`);
});

it('has a touchstone whose result Jenkins knows', async () => {
  const { xml } = await compiledJob('matrix', `${least}    touchstone: A == "b"\n`);
  expect(xml).toMatch(/<touchStoneResultCondition>\s*<name>SUCCESS<\/name>/);
});

it('writes a multijob', async () => {
  const { xml, dsl, findings, plugins } = await compiledJob(
    'multijob',
    `    poll_subjobs: true
    builders:
      - shell: make
      - multijob: { name: Tests, projects: [other, another] }
`,
  );
  expect(findings).toEqual([]);
  await expect(xml).toMatchFileSnapshot('cases/multijob.xml');
  await expect(dsl).toMatchFileSnapshot('cases/multijob.groovy');
  expect(plugins).toMatch(/^jenkins-multijob-plugin:/m);
});

it.each([
  ['', 'check/needs-beside'],
  ['    axes: []\n', 'schema/empty'],
  ['    axes: [{ user-defined: { name: A } }]\n', 'schema/missing-field'],
  ['    axes: [{ user: { name: A, values: [b] } }]\n', 'schema/unknown-field'],
  [`${least}    touchstone: { result: stable }\n`, 'schema/missing-field'],
  [`${least}    touchstone: { expr: a, result: failed }\n`, 'schema/not-allowed'],
  [`${least}    poll_subjobs: true\n`, 'schema/unknown-field'],
])('says what is wrong with %j', async (lines, code) => {
  const { findings } = await compiledJob('matrix', lines);
  expect(findings.map((finding) => finding.split(' ')[1])).toEqual([code]);
});

it('takes the axes from the defaults of the kind', async () => {
  const { xml, findings } = await compiledJob('matrix', '', `defaults:\n  matrix:\n${least}`);
  expect(findings).toEqual([]);
  expect(xml).toContain('<hudson.matrix.TextAxis>');
});
