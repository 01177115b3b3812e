import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sharedFolder } from '../../corpus/corpora.ts';
import { typecheckGroovy } from '../groovy/compile-groovy.ts';
import { callsOf } from './calls-of.ts';
import type { InitStart } from './init-scenario.ts';
import { runInit } from './run-init.ts';
import { sampleScripts } from './sample-scripts.ts';

const start: InitStart = {
  scripts: sampleScripts,
  environment: { JENKINS_ADMIN_USER: 'admin' },
  files: { '/run/secrets/admin/password': 'first\n', '/run/secrets/git/token': 'abc' },
};

test('sample: a second start changes nothing', async () => {
  const [first, second] = await runInit({ starts: [start, start] });
  expect(first?.boot).toBe('up');
  expect(first?.scripts.map((script) => script.outcome)).toEqual(['ran', 'ran', 'ran']);
  expect(first && callsOf(first, 'HudsonPrivateSecurityRealm', 'createAccount')).toHaveLength(1);
  expect(first && callsOf(first, 'item:seed-job', 'scheduleBuild2')).toHaveLength(1);
  expect(first?.problems).toEqual([]);
  expect(second?.state).toEqual(first?.state);
  expect(second && callsOf(second, 'HudsonPrivateSecurityRealm', 'createAccount')).toEqual([]);
  expect(second && callsOf(second, 'item:seed-job', 'scheduleBuild2')).toEqual([]);
  expect(second && callsOf(second, 'jenkins.model.Jenkins', 'createProject')).toEqual([]);
});

test('sample: a missing secret ends the boot with a message that names the file', async () => {
  const { '/run/secrets/admin/password': _, ...files } = start.files ?? {};
  const [result] = await runInit({ starts: [{ ...start, files }] });
  expect(result?.boot).toBe('failed');
  expect(result?.error).toMatchObject({ type: 'java.lang.AssertionError' });
  expect(result?.error?.message).toContain('/run/secrets/admin/password');
  expect(result?.scripts.map((script) => script.outcome)).toEqual(['ended-boot', 'skipped', 'skipped']);
});

test('a changed secret changes only what it is for', async () => {
  const changed = { ...start, files: { ...start.files, '/run/secrets/git/token': 'def' } };
  const [before, after] = await runInit({ starts: [start, changed] });
  expect(JSON.stringify(before?.state).replace('"plain":"abc"', '"plain":"def"')).toBe(
    JSON.stringify(after?.state),
  );
  expect(JSON.stringify(before?.state)).toContain('"plain":"abc"');
});

test('a plugin that is not installed costs only the scripts that need it, silently', async () => {
  const [result] = await runInit({ starts: [{ ...start, plugins: { credentials: '1' } }] });
  expect(result?.boot).toBe('up');
  expect(result?.scripts.map((script) => script.outcome)).toEqual(['ran', 'logged', 'ran']);
  expect(result?.scripts[1]?.error?.message).toContain('StringCredentialsImpl');
});

test('an update with another id is refused, and an added equal id is not added', async () => {
  const text = sampleScripts[1]?.text ?? '';
  const other = text.replace('found == null', 'false').replace("GLOBAL, 'git'", "GLOBAL, 'other'");
  const [, result] = await runInit({
    starts: [start, { ...start, scripts: [{ name: '20-other.groovy', text: other }] }],
  });
  expect(result?.scripts[0]).toMatchObject({
    outcome: 'logged',
    error: { type: 'java.lang.IllegalArgumentException' },
  });
  const twice = text
    .replace('found == null', 'true')
    .replace('Secret.fromString(token)', "Secret.fromString('new')");
  const [before, after] = await runInit({
    starts: [start, { ...start, scripts: [{ name: '20-twice.groovy', text: twice }] }],
  });
  expect(after?.state).toEqual(before?.state);
});

test('an earlier state can be made, and is not recorded', async () => {
  const before = "jenkins.model.Jenkins.get().createProject(hudson.model.FreeStyleProject, 'seed-job')";
  const [result] = await runInit({ starts: [{ ...start, before }] });
  expect(result && callsOf(result, 'jenkins.model.Jenkins', 'createProject')).toEqual([]);
  expect(result?.boot).toBe('up');
});

test('a build that is scheduled too early is a problem', async () => {
  const text = `def j = jenkins.model.Jenkins.get()
j.createProject(hudson.model.FreeStyleProject, 'a').scheduleBuild2(0)`;
  const [result] = await runInit({ starts: [{ scripts: [{ name: 'a.groovy', text }] }] });
  expect(result?.problems).toEqual(['a build of item:a was scheduled before COMPLETED: the queue drops it']);
});

test('a linkage error ends the scripts, yet Jenkins comes up', async () => {
  const scripts = [
    { name: '10-a.groovy', text: 'def greet(whom) { println whom }\ngreet(1)' },
    { name: '20-b.groovy', text: 'println 2' },
  ];
  const [result] = await runInit({ starts: [{ scripts }] });
  expect(result?.boot).toBe('up');
  expect(result?.scripts[0]?.error?.type).toBe('java.lang.ClassFormatError');
  expect(result?.scripts.map((script) => script.outcome)).toEqual(['ended-scripts', 'skipped']);
});

test('output and log are caught', async () => {
  const text = "println 'out'\njava.util.logging.Logger.getLogger('init').info('log')";
  const [result] = await runInit({ starts: [{ scripts: [{ name: 'a.groovy', text }] }] });
  expect(result?.output).toBe('out\nINFO init: log\n');
});

test('the samples pass the type check', async () => {
  for (const { name, text } of sampleScripts) expect((await typecheckGroovy(name, text)).errors).toEqual([]);
});

const worked = join(sharedFolder, 'reference/init-scripts');
const workedTest =
  'the worked scripts (../shared/reference/init-scripts) run, and a second start changes nothing';
test.skipIf(!existsSync(worked))(workedTest, async () => {
  const scripts = readdirSync(worked).map((name) => ({
    name: `script_${name.replaceAll('-', '_')}`,
    text: readFileSync(join(worked, name), 'utf8'),
  }));
  const secret = (name: string, text: string) => [`/run/secrets/additional/${name}`, text] as const;
  const files = Object.fromEntries([
    secret('chart-admin-username', 'admin'),
    secret('chart-admin-password', 'pw'),
    secret('git-key', 'key'),
    secret('kubeconfig', 'config'),
  ]);
  const results = await runInit({
    starts: [
      { scripts, files },
      { scripts, files },
    ],
  });
  for (const result of results) {
    expect(result.scripts.filter((script) => script.outcome !== 'ran')).toEqual([]);
    expect(result.problems).toEqual([]);
  }
  expect(results[1]?.state).toEqual(results[0]?.state);
});
