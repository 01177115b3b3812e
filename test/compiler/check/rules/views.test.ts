import { expect, it } from 'vitest';
import { compile } from '../../../../compiler/compile.ts';
import { type SpecTexts, sourcesOf } from '../findings.ts';

const diagnosticsOf = (texts: SpecTexts) => compile(sourcesOf(texts)).diagnostics;

/** Findings of views, jobs and labels, as `code marked text`. */
const findingsOf = (texts: SpecTexts) =>
  diagnosticsOf(texts)
    .filter(({ code }) => /job|view|regex|label/.test(code))
    .map(({ code, span }) => `${code} ${span?.file.text.slice(span.start, span.end)}`);

const found = (views: string, more = '') =>
  findingsOf({
    build: 'project: shop\ncomponents:\n  - name: web\n  - name: api\n',
    jenkins: `project: shop\njenkins:\n  views:\n    - ${views}\n${more}`,
  });

it.each(['all', 'All', 'ALL'])('no view is called %s: Jenkins has one, and each folder, too', (name) => {
  expect(found(`{name: ${name}, jobs: [web]}`)).toEqual([`check/job-name ${name}`]);
  expect(found(`{name: ${name}, jobs: [web]}`, '  folder: team\n')).toEqual([`check/job-name ${name}`]);
});

it.each([
  ['{name: v, jobs: [web, API, seed-job]}', '', []],
  ['{name: v, jobs: [wbe]}', '', ['job/unknown-view-job wbe']],
  [
    '{name: v, jobs: [web, team/web, seed-job]}',
    '  folder: team\n',
    ['job/unknown-view-job team/web', 'job/unknown-view-job seed-job'],
  ],
  [
    '{name: v, jobs: [other]}',
    '  job_dsl: [{file: jobs/other.groovy}]\n',
    ['job/missing-job-dsl jobs/other.groovy'],
  ],
  ['{name: v}', '', ['check/empty-view v']],
  ['{name: v, regex: ""}', '', ['check/empty-view v']],
  ['{name: v, regex: "("}', '', ['check/java-regex "("']],
  ['{name: v, regex: "(web|api)-.*"}', '', []],
])('views name jobs: %s%s', (views, more, expected) => {
  expect(found(views, more)).toEqual(expected);
});

it('a job of a view that is nearly one gets its name', () => {
  const one = diagnosticsOf({
    build: 'project: shop\ncomponents:\n  - name: web\n',
    jenkins: 'project: shop\njenkins:\n  views: [{name: v, jobs: [wbe]}]\n',
  }).find(({ code }) => code === 'job/unknown-view-job');
  expect(one?.help).toEqual(['did you mean `web`?']);
});

it.each([
  ['generic', []],
  ['generic && !dind', []],
  ['"generic"', []],
  ['genric', ['job/unknown-label genric']],
  ['generic && windows', ['job/unknown-label generic && windows']],
  ['generic &&', ['job/label-expression generic &&']],
  ['(generic', ['job/label-expression (generic']],
  ['two words', ['job/label-expression two words']],
])('the agent %s of a component is a label expression that an agent answers to', (agent, expected) => {
  const build = `project: shop\ncomponents:\n  - name: web\n    agent: ${agent}\n`;
  expect(findingsOf({ build })).toEqual(expected);
});

it('what is no expression may be the label of an agent', () => {
  const build = "project: shop\ncomponents:\n  - name: web\n    agent: it's\n";
  const jenkins = "project: shop\njenkins:\n  agents: [{name: big, label: it's}]\n";
  expect(findingsOf({ build, jenkins })).toEqual([]);
});

it('the agents of tests are checked, too', () => {
  const environments =
    'project: shop\nenvironments:\n  - name: dev\n    namespace: shop-dev\n    tests:\n' +
    '      - {name: t, agent: nowhere, commands: [{shell: make}]}\n';
  expect(findingsOf({ environments })).toContain('job/unknown-label nowhere');
});
