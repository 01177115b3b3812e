import { expect, it } from 'vitest';
import { compileFully } from '../../compiler/compile.ts';

/*
 * Plugins that are too old for an element that a thing writes: versions were looked up in the sources of the plugins, the
 * first one whose classes have the field.
 */

const freestyle = (lines: string) => `{ name: a, kind: freestyle, ${lines} }`;
const multibranch = (source: string) => `{ name: a, kind: multibranch, sources: [${source}] }`;

it.each([
  ['msbuild', '1.27', '1.28', freestyle('builders: [{ msbuild: a.sln }]')],
  ['docker-build-publish', '1.2', '1.3', freestyle('builders: [{ docker-build-publish: shop/web }]')],
  ['powershell', '1.6', '1.7', freestyle('builders: [{ powershell: dir }]')],
  [
    'jenkins-multijob-plugin',
    '1.32',
    '1.33',
    '{ name: a, kind: multijob, builders: [{ multijob: { name: b, projects: [c] } }] }',
  ],
  ['description-setter', '1.10', '238.v6dee627c87e7', freestyle('builders: [{ description-setter: a }]')],
  ['copyartifact', '1.46', '684.vde867d759462', freestyle('builders: [{ copy-artifacts: c }]')],
  ['parameterized-trigger', '2.32', '2.33', freestyle('builders: [{ trigger: [{ project: c }] }]')],
  [
    'plot',
    '2.1.1',
    '2.1.2',
    freestyle('publishers: [{ plot: [{ group: g, title: t, series: [{ file: a.csv, format: csv }] }] }]'),
  ],
  [
    'postbuildscript',
    '2.10.0',
    '2.11.0',
    freestyle('publishers: [{ postbuildscript: { builders: [{ build_steps: [{ shell: b }] }] } }]'),
  ],
  ['junit', '1265.v65b_14fa_f12f0', '1279.v72cf99b_25c43', freestyle('publishers: [{ junit: a.xml }]')],
  [
    'warnings-ng',
    '12.9772.v77058c8ea_646',
    '12.10011.va_027181d7658',
    freestyle('publishers: [{ warnings-ng: [gcc] }]'),
  ],
  ['tap', '2.1', '2.3', freestyle('publishers: [{ tap: a.tap }]')],
  ['build-timeout', '1.16', '1.17', freestyle('wrappers: [{ timeout: 30 }]')],
  ['mask-passwords', '2.8', '2.9', freestyle('wrappers: [{ mask-passwords: { regexes: [b] } }]')],
  ['build-name-setter', '1.8', '2.0.0', freestyle('wrappers: [{ build-name: { name: b, description: c } }]')],
  ['preSCMbuildstep', '0.2', '0.3', freestyle('wrappers: [{ pre-scm-buildstep: [{ shell: b }] }]')],
  [
    'urltrigger',
    '1.02',
    '1.03',
    freestyle('triggers: [{ pollurl: { schedule: H * * * *, urls: [{ url: "https://example.com" }] } }]'),
  ],
  ['generic-webhook-trigger', '1.85.2', '1.86.0', freestyle('triggers: [generic-webhook]')],
  ['gitlab-plugin', '1.9.15', '1.9.16', freestyle('triggers: [gitlab]')],
  [
    'gitlab-branch-source',
    '664.v877fdc293c89',
    '672.vd8b_0b_b_a_db_1b_3',
    multibranch('{ gitlab: { project: a/b } }'),
  ],
  ['git', '3.8.0', '3.9.0', multibranch('{ git: "https://example.com/a.git" }')],
  [
    'github-branch-source',
    '1766.v2b_3f6d2f3b_2',
    '1767.va_7d01ea_c7256',
    '{ name: a, kind: organization, sources: [{ github: shop }] }',
  ],
  [
    'gerrit-code-review',
    '0.4.7',
    '0.4.8',
    '{ name: a, kind: organization, sources: [{ gerrit: "https://example.com" }] }',
  ],
  ['sectioned-view', '1.25', '1.26', '{ name: a, kind: sectioned-view, sections: [text: b] }'],
  ['delivery-pipeline-plugin', '1.3.1', '1.3.2', '{ name: a, kind: delivery-pipeline-view, regexps: [b] }'],
])('%s %s is too old: %s has what is written', async (id, old, least, job) => {
  const findings = await pinned(id, old, job);
  expect(findings).toContainEqual(expect.stringMatching(new RegExp(`${id}\\S* ${old} is too old`)));
  expect((await needed(id, old, job)).some((help) => help.includes(least))).toBe(true);
});

async function pinned(id: string, version: string, job: string): Promise<readonly string[]> {
  return (await diagnostics(id, version, job)).map(({ message }) => message);
}

async function needed(id: string, version: string, job: string): Promise<readonly string[]> {
  return (await diagnostics(id, version, job)).map(({ message, help = [] }) => [message, ...help].join('; '));
}

async function diagnostics(id: string, version: string, job: string) {
  const result = await compileFully([
    {
      name: 'jenkins.bitesize',
      text: `project: shop\njenkins:\n  plugins: [{ id: ${id}, version: "${version}" }]\n`,
    },
    {
      name: 'jobs.bitesize',
      text: `project: shop\nexternal: { jobs: [c] }\njobs:\n  - ${job}\n`,
    },
  ]);
  return result.diagnostics;
}
