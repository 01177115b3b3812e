import { expect, test } from 'vitest';
import { gradleCommand } from '../../../../compiler/lower/jobs/components/gradle-command.ts';
import { lower } from '../../../../compiler/lower/lower.ts';
import { analyse } from '../../../../compiler/pipeline.ts';
import { plainText } from '../../../../compiler/text/traced-text.ts';
import { node } from '../../../jenkins/items/node.ts';
import { bare, jobsOf } from './lowered-jobs.ts';

function component(text: string, jenkins = '{}') {
  const build = `project: shop\ncomponents:\n  - ${text.trim().replaceAll('\n', '\n    ')}\n`;
  const found = jobsOf({ build, jenkins: `project: shop\njenkins: ${jenkins}\n` });
  return { ...found, job: found.items.find(({ name }) => plainText(name) === 'web') };
}

test.each([
  ['{name: web, build: [{shell: make}]}', 'freestyle'],
  ['{name: web, agent: dind, build: [{shell: make}]}', 'freestyle'],
  ['{name: web, image: "node:22", build: [{shell: make}]}', 'pipeline'],
  ['{name: web, container: jnlp, build: [{shell: make}]}', 'pipeline'],
  ['{name: web, build: [{shell: make}, {shell: make, image: "node:22"}]}', 'pipeline'],
  ['{name: web, build: [{shell: make, container: jnlp}]}', 'pipeline'],
])('%s becomes a %s', (text, kind) => {
  expect(component(text).job?.kind).toBe(kind);
});

test('a pipeline has the triggers of the freestyle job, builds one at a time, and keeps as many', () => {
  const { job } = component(
    '{name: web, image: "node:22", repository: {git: "git@github.com:a/b"}, build: [{shell: make}]}',
    '{pipeline: {webhook: true, keep_builds: 7}}',
  );
  expect(bare(job)).toMatchObject({
    family: 'build_jobs',
    description: 'Builds component web of shop.',
    logRotation: { numToKeep: 7 },
    properties: [{ kind: 'disable-concurrent-builds' }],
    triggers: [{ kind: 'scm-poll', schedule: 'H/5 * * * *' }, { kind: 'github-push' }],
  });
});

test('what a pipeline calls is what its plugins are there for', () => {
  const { needs } = component(
    '{name: web, image: "node:22", repository: {git: "git@github.com:a/b"}, env: [{name: T, credentials: seed-job-key}], artifacts: [{location: a}], build: [{shell: make}]}',
  );
  expect(needs.map(({ id }) => id).sort()).toEqual([
    'ansicolor',
    'credentials-binding',
    'git',
    'kubernetes',
    'pipeline-stage-step',
    'workflow-basic-steps',
    'workflow-cps',
    'workflow-durable-task-step',
    'workflow-scm-step',
  ]);
});

test('one container for each image, with a name that no other has', () => {
  const { script, messages } = component(
    `
name: web
agent: a
image: node:22
build:
  - {shell: one, image: example.com:5000/x/node:22}
  - {shell: two, image: "node:22"}
  - {shell: three, container: node-22}
`,
    '{agents: [{name: a, containers: [{name: node-22, image: other}]}]}',
  );
  expect(messages).toEqual([]);
  const text = script('web');
  expect(
    [...text.matchAll(/name: (node\S*)\n *image: (\S+)/g)].map(([, name, image]) => [name, image]),
  ).toEqual([
    ['node-22', 'other'],
    ['node-22-2', 'node:22'],
    ['node-22-3', 'example.com:5000/x/node:22'],
  ]);
  expect([...text.matchAll(/container\('(.*)'\)/g)].map(([, name]) => name)).toEqual([
    'node-22-2',
    'node-22-3',
    'node-22-2',
    'node-22',
  ]);
});

test.each([
  ['{name: web, agent: mac, image: "node:22", build: [{shell: x}]}', ['job/no-pod']],
  ['{name: web, agent: genric, image: "node:22", build: [{shell: x}]}', ['job/no-pod']],
  ['{name: web, container: node, build: [{shell: x}]}', ['job/unknown-container']],
  [
    '{name: web, agent: dind, container: dcker, build: [{shell: x}]}',
    ['job/restricted-agent', 'job/unknown-container'],
  ],
  ['{name: web, build: [{shell: x, container: jnlp, image: "node:22"}]}', ['job/image-and-container']],
  ['{name: web, image: node, build: [{shell: x}]}', ['image/no-tag']],
  ['{name: web, image: "node:latest", build: [{shell: x}]}', ['image/no-tag']],
  ['{name: web, build: [{shell: x, image: "Node:22"}]}', ['image/reference']],
  [`{name: web, image: "node@sha256:${'0'.repeat(64)}", build: [{shell: x}]}`, []],
])('%s is told as %j', (text, codes) => {
  expect(component(text).messages.map((message) => message.replace(/: .*/, ''))).toEqual(codes);
});

test('what the yaml of an agent brings may be any container', () => {
  const jenkins = '{agents: [{name: a, yaml: "spec: {containers: [{name: node, image: x}]}"}]}';
  expect(component('{name: web, agent: a, container: node, build: [{shell: x}]}', jenkins).messages).toEqual(
    [],
  );
});

test('a long list of steps is parted into methods', () => {
  const steps = Array.from({ length: 250 }, (_, number) => `{shell: echo ${number}}`);
  const { script } = component(`{name: web, image: "node:22", build: [${steps.join(', ')}]}`);
  const text = script('web');
  expect(text.match(/stepsGroup\d\(\)/g)).toHaveLength(6);
  expect(text.match(/sh\('echo \d+'\)/g)).toHaveLength(250);
});

test.each([
  [{ tasks: 'clean build' }, './gradlew clean build'],
  [{ tasks: 'build', switches: '--info', useWrapper: false }, 'gradle --info build'],
  [{}, './gradlew'],
  [{ tasks: ' a\n\tb ' }, './gradlew a b'],
  [{ tasks: `-Pname="a b" -Pother='c  d' e\\ f ""` }, `./gradlew '-Pname=a b' '-Pother=c  d' 'e f' ''`],
  [{ tasks: 'a; rm -rf $HOME $(id) `id` ${B}x $$' }, "./gradlew 'a;' rm -rf $HOME '$(id)' '`id`' ${B}x '$$'"],
])('a Gradle step %j is %s', (options, command) => {
  expect(bare(gradleCommand(node({ kind: 'gradle', ...options })))).toBe(command);
});

test('images of the own registry that steps run in are among those that somebody builds', () => {
  const build = `project: shop
components:
  - {name: web, image: "registry.test/node:22", build: [{shell: x}, {shell: y, image: "node:22"}]}
  - {name: api, agent: other, build: [{shell: x, image: "registry.test/jdk:21"}, {shell: y, image: "registry.test/jdk:21"}]}
`;
  const jenkins = 'project: shop\njenkins: {registry: {push: registry.test}, agents: [{name: other}]}\n';
  const { project } = analyse([
    { name: 'build.bitesize', text: build },
    { name: 'jenkins.bitesize', text: jenkins },
  ]);
  const { agents } = lower(project).ir.controller.deployment;
  const own = agents.map(({ name, ownImages }) => [name.value, ownImages.map(({ value }) => value)]);
  expect(Object.fromEntries(own)).toMatchObject({
    generic: ['registry.test/node:22'],
    other: ['registry.test/jdk:21'],
    dind: [],
  });
});
