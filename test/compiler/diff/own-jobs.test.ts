import { describe, expect, it } from 'vitest';
import { compile } from '../../../compiler/compile.ts';
import { changesBetween } from '../../../compiler/diff/changes.ts';

const head = `project: shop
external: {credentials: [nexus-login, deploy-key], labels: [windows]}
jobs:
`;

const agents = (allowed: string) => `project: shop
jenkins:
  agents: [{ name: builder, service_account: builder, allowed_jobs: [${allowed}] }]
`;

function irOf(jobs: string, jenkins = agents('')) {
  const sources = [
    { name: 'jobs.bitesize', text: jobs === '' ? 'project: shop\n' : head + jobs },
    { name: 'jenkins.bitesize', text: jenkins },
  ];
  const { ir, diagnostics } = compile(sources, { emit: [] });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return ir;
}

const changesOf = (before: string, after: string) => changesBetween(irOf(before), irOf(after));

function risks(before: string, after: string): readonly string[] {
  return changesOf(before, after).flatMap(({ kind, name, risks: all }) =>
    all.map((risk) => `${kind} ${name}: ${risk.kind}: ${risk.text}`),
  );
}

const job = (fields: string) => `  - {name: a, kind: freestyle, builders: [{shell: make}], ${fields}}\n`;
const pipeline = (fields: string) => `  - {name: a, kind: pipeline, ${fields}}\n`;

describe('jobs, folders and views of jobs.bitesize are told by job', () => {
  it('each with what changed and the place of the spec', () => {
    const [change, ...others] = changesOf(job('label: windows'), job('label: windows, concurrent: true'));
    expect(others).toEqual([]);
    expect(change).toMatchObject({ action: 'change', kind: 'job', name: 'a' });
    expect(change?.fields.map(({ path, after }) => [path, after?.value])).toEqual([
      ['concurrentBuild', 'true'],
    ]);
    expect(change?.because?.origin.kind).toBe('spec');
  });

  it('a job and the folder that it stands in are new', () => {
    const added = changesOf('', '  - {name: nightly/full, kind: freestyle, builders: [{shell: make}]}\n');
    expect(added.map(({ action, kind, name }) => `${action} ${kind} ${name}`)).toEqual(
      expect.arrayContaining(['add job nightly/full', 'add folder nightly']),
    );
  });

  it('what the defaults of its kind say is a change of each job', () => {
    const both = '  - {name: a, kind: freestyle}\n  - {name: b, kind: freestyle, label: windows}\n';
    const withDefaults = `${both}defaults: {freestyle: {label: windows}}\n`;
    expect(changesOf(both, withDefaults).map(({ name }) => name)).toEqual(['a']);
  });
});

describe('what is lost', () => {
  const named = (name: string) =>
    `  - {name: ${name}, kind: freestyle, label: windows, wrappers: [timestamps], builders: [{shell: make}]}\n`;

  it.each([
    ['renamed', 'a', 'b', 'unless it is renamed to `b` in Jenkins first'],
    ['moved to a folder', 'a', 'nightly/a', 'unless it is moved to folder `nightly` in Jenkins first'],
    [
      'moved to another name and folder',
      'x/a',
      'y/b',
      'unless it is moved to folder `y` and renamed to `b` in Jenkins first',
    ],
    ['moved out of a folder', 'x/a', 'a', 'unless it is moved to the top level in Jenkins first'],
  ])('the history of a job that is %s, unless Jenkins is told', (_, from, to, text) => {
    expect(risks(named(from), named(to))).toContain(
      `job ${to}: history-lost: Jenkins does not know renames: the builds of \`${from}\` are deleted ${text}`,
    );
  });

  it('what a folder holds that nobody describes', () => {
    expect(risks(named('x/a'), named('a'))).toContain(
      'folder x: history-lost: it is deleted with everything in it, jobs that no spec describes, too',
    );
  });

  it('a job that is removed, is of another kind, or becomes a folder', () => {
    expect(risks(job(''), '')).toContain('job a: history-lost: its builds are deleted');
    expect(risks(job(''), pipeline('script: "echo 1"'))).toEqual([
      'job a: history-lost: Job DSL cannot change the kind of a job: delete it in Jenkins first, with its builds, or the seed job fails',
    ]);
    const inside = '  - {name: a/b, kind: pipeline, script: "echo 1"}\n';
    expect(risks(job(''), inside)).toEqual([
      'job a: history-lost: Job DSL cannot make a folder of a job: delete it in Jenkins first, with its builds',
    ]);
    expect(risks(inside, job(''))).toContain(
      'folder a: history-lost: Job DSL cannot make a job of a folder: delete it in Jenkins first, with all that is in it',
    );
  });

  it('a trigger, and all of them', () => {
    const timed = 'triggers: [{timed: H 3 * * *}]';
    expect(risks(job(timed), job(''))).toEqual([
      'job a: trigger-lost: no schedule starts it any more: it builds when somebody, or another job, starts it',
    ]);
    expect(risks(job(timed), job(timed.replace('3', '4')))).toEqual([]);
    expect(risks(job(timed), job(`${timed}, disabled: true`))).toEqual([
      'job a: trigger-lost: it is disabled: neither its triggers nor people can start it',
    ]);
    expect(risks(job('disabled: true'), job(''))).toEqual([]);
  });
});

describe('what a job may do that it could not', () => {
  const scm = (credentials: string) =>
    `scm: [{git: {url: "https://git.example.com/shop.git"${credentials === '' ? '' : `, credentials: ${credentials}`}}}]`;

  it('a credential that it did not have', () => {
    const text = 'job a: permission-widened: its builds get at the credential `deploy-key`';
    expect(risks(job(scm('')), job(scm('deploy-key')))).toEqual([text]);
    expect(risks(job(scm('nexus-login')), job(scm('deploy-key')))).toEqual([text]);
    expect(risks(job(scm('deploy-key')), job(scm('')))).toEqual([]);
    expect(risks('', job(scm('deploy-key')))).toEqual([]);
  });

  it('one that its script names', () => {
    const script = (id: string) => pipeline(`script: "sshagent(['x']) { git(credentialsId: '${id}') }"`);
    expect(risks(script('nexus-login'), script('deploy-key'))).toEqual([
      'job a: permission-widened: its builds get at the credential `deploy-key`',
    ]);
  });

  it('a script that runs inside Jenkins, however it is written, and of a new job, too', () => {
    const told = 'job a: permission-widened: a script of it runs inside Jenkins, with all rights';
    const element = '<hudson.plugins.groovy.SystemGroovy plugin="groovy"/>';
    for (const inside of [
      job('publishers: [], wrappers: []').replace(
        '{shell: make}',
        '{system-groovy: {command: x, allow: controller}}',
      ),
      job('publishers: [], wrappers: []').replace(
        '{shell: make}',
        `{xml: {xml: '${element}', allow: controller}}`,
      ),
      job(`fragments: [{at: builders, xml: '${element}', allow: controller}]`),
      `  - {name: a, kind: xml, xml: '<project><builders>${element}</builders></project>', allow: controller}\n`,
    ]) {
      expect(risks('', inside)).toContain(told);
      if (!inside.includes('kind: xml')) expect(risks(job('disabled: false'), inside)).toContain(told);
      expect(risks(inside, inside)).toEqual([]);
    }
  });

  it('a script that leaves the sandbox, and a token that starts it', () => {
    expect(risks(pipeline('script: x'), pipeline('script: x, sandbox: false, allow: controller'))).toEqual([
      'job a: permission-widened: its script leaves the sandbox: once it is approved, it may do everything in Jenkins',
    ]);
    expect(risks(pipeline('script: x, sandbox: false, allow: controller'), pipeline('script: x'))).toEqual(
      [],
    );
    const inline = (sandbox: string) =>
      `  - {name: a, kind: multibranch, sources: [{git: x}], inline_pipeline: {script: x, marker: pom.xml${sandbox}}}\n`;
    expect(risks(inline(''), inline(', sandbox: false, allow: controller'))).toEqual([
      'job a: permission-widened: its script leaves the sandbox: once it is approved, it may do everything in Jenkins',
    ]);
    const token = pipeline('script: x, auth_token: "${TOKEN}"');
    expect(risks(pipeline('script: x'), token)).toEqual([
      'job a: permission-widened: whoever knows its token may start it, without logging in',
    ]);
  });

  it('an agent with more rights', () => {
    const allowed = agents('a');
    const [before, after] = [irOf(job('label: windows'), allowed), irOf(job('label: builder'), allowed)];
    const [change] = changesBetween(before, after);
    expect(change?.risks).toEqual([
      {
        kind: 'permission-widened',
        text: 'runs on agent `builder`, which has the service account builder',
      },
    ]);
  });
});
