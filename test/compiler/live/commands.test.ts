import { describe, expect, it } from 'vitest';
import { createMemoryHost } from '../../../compiler/host/memory-host.ts';
import { KnownEqual } from '../../../compiler/live/known-equal.ts';
import { parsePlan } from '../../../compiler/live/plan-file.ts';
import { allRights, JenkinsModel } from '../../support/jenkins-model.ts';
import { runAgainst } from './live-server.ts';
import { itemsOf, projectOf } from './simulated.ts';

const jobs = `project: shop
jobs:
  - name: app
    kind: freestyle
    builders:
      - shell: make
      - shell: make test
  - name: team/deploy
    kind: pipeline
    script: "node { sh 'make deploy' }"
  - name: mine
    kind: list-view
    jobs: [app]
`;
const files = { 'jobs.bitesize': jobs };

/** Returns a Jenkins that has what the specs make, and a job of somebody else. */
function jenkinsOf(): JenkinsModel {
  const model = new JenkinsModel();
  const project = projectOf(files);
  for (const { kind, name, xml } of itemsOf(project)) {
    if (kind === 'view') model.addView(name, 'hudson.model.ListView', xml);
    else if (kind === 'folder') model.addFolder(name, { xml });
    else model.addJob(name, xml);
  }
  model.addJob('by-hand', '<project/>');
  for (const { id, version } of project.ir.plugins.plugins)
    model.plugins.push({ shortName: id, version, enabled: true });
  return model;
}

function edit(model: JenkinsModel, name: string, change: (xml: string) => string): void {
  const item = model.find(name);
  if (item !== undefined) item.xml = change(item.xml);
}

describe('bitesize drift', () => {
  it('says that nothing differs, and asks for each configuration once', async () => {
    const { code, output, errors } = await runAgainst(jenkinsOf(), files, ['drift', '--exit-code']);
    expect(errors).toBe('');
    expect(output).toBe('Drift: 0 changed, 0 missing, 0 left over; 2 items of others\n');
    expect(code).toBe(0);
  });

  it('shows what was changed, what is missing and what is left over, with the lines of the specs', async () => {
    const model = jenkinsOf();
    edit(model, 'app', (xml) => xml.replace('make test', 'make nothing'));
    model.find('team')?.children?.delete('deploy');
    model.addJob(
      'old',
      '<project><description>&lt;!-- Managed by bitesize: shop --&gt;</description></project>',
    );
    const { code, output, errors } = await runAgainst(model, files, ['drift', '--exit-code', '--others']);
    expect(errors).toBe('');
    expect(output).toBe(`Changed in Jenkins
  ~ job \`app\`  (jobs.bitesize:7:16)
      builders[1].script: "make test" -> "make nothing"  (jobs.bitesize:7:16)

Missing in Jenkins
  - job \`team/deploy\`  (jobs.bitesize:9:11)

Left over: no spec makes it any more
  + job \`old\`

Not made from specs
  view \`all\`
  job \`by-hand\`

Drift: 1 changed, 1 missing, 1 left over; 2 items of others
`);
    expect(code).toBe(4);
  });

  it('is JSON and Markdown as well, and fine without --exit-code', async () => {
    const model = jenkinsOf();
    edit(model, 'app', (xml) => xml.replace('make test', 'make nothing'));
    const { code, output } = await runAgainst(model, files, ['drift', '--format', 'json']);
    expect(code).toBe(0);
    expect(JSON.parse(output)).toMatchObject({
      version: 1,
      url: 'http://jenkins',
      drift: { changed: 1, missing: 0, leftOver: 0 },
      changed: [{ kind: 'job', name: 'app', because: 'jobs.bitesize:7:16' }],
    });
    const markdown = await runAgainst(model, files, ['drift', '--format', 'markdown']);
    expect(markdown.output).toMatch(
      /^\*\*Drift: 1 changed[\s\S]*### Changed in Jenkins[\s\S]*`"make nothing"`/,
    );
  });

  it('tells of plugins, credentials, the message and labels', async () => {
    const model = jenkinsOf();
    const settings = {
      ...files,
      'jenkins.bitesize':
        'project: shop\njenkins:\n  system_message: Be kind.\n  url: https://ci.example.com/\n',
      'jobs.bitesize': jobs.replace('    builders:', '    label: windows\n    builders:'),
    };
    edit(model, 'app', (xml) =>
      xml.replace('<canRoam>true', '<assignedNode>windows</assignedNode><canRoam>false'),
    );
    model.systemMessage = 'Be quick.';
    const [first, second] = model.plugins;
    if (first === undefined || second === undefined) throw new Error('there are plugins');
    model.plugins.shift();
    second.version = '0.1';
    const { output, errors } = await runAgainst(model, settings, ['drift']);
    expect(errors).toContain('no node of Jenkins has label `windows` of job `app`');
    expect(output).toMatch(new RegExp(`plugin \`${second.shortName}\`[\\s\\S]*version: \\S+ -> 0\\.1`));
    expect(output).toMatch(
      /setting `Jenkins` {2}\(jenkins\.bitesize:3:19\)\n\s+system_message: "Be kind\." -> "Be quick\."/,
    );
    expect(output).toContain(`- plugin \`${first.shortName}\``);
  });

  it('asks a Jenkins that the specs do not describe for the plugins that its jobs name alone, in any version', async () => {
    const model = jenkinsOf();
    model.plugins.splice(0, Number.POSITIVE_INFINITY, {
      shortName: 'workflow-job',
      version: '1',
      enabled: true,
    });
    const pipeline = 'project: shop\njobs:\n  - name: app\n    kind: pipeline\n    script: echo 1\n';
    const imported = {
      'jobs.bitesize': pipeline,
      'jenkins.bitesize': 'project: shop\njenkins: {system_message: Be kind.}\n',
    };
    const { output } = await runAgainst(model, imported, ['drift']);
    expect(output.match(/[-~] plugin `.*`.*$/gm)).toEqual(['- plugin `workflow-cps`  (jobs.bitesize:5:13)']);
  });

  it('ends with 1 when something could not be read, and with what stands in the way of specs', async () => {
    const model = jenkinsOf();
    model.users.set('admin', {
      token: '11aaaa',
      rights: new Set([...allRights].filter((right) => right !== 'Job/Configure')),
    });
    const unread = await runAgainst(model, files, ['drift']);
    expect(unread.code).toBe(1);
    expect(unread.errors).toContain('server/unread');
    const broken = await runAgainst(model, { 'jobs.bitesize': 'project: shop\njobs: 7\n' }, ['drift']);
    expect(broken).toMatchObject({
      code: 1,
      errors: 'error: `.` has 1 error: `bitesize check` shows them\n',
    });
  });
});

describe('bitesize plan', () => {
  it('writes a file that only its owner may read, with what is done', async () => {
    const model = jenkinsOf();
    edit(model, 'app', (xml) => xml.replace('make test', 'make nothing'));
    const ran = await runAgainst(model, files, ['plan', '--out', 'plan.json', '--exit-code']);
    expect(ran.errors).toBe('');
    expect(ran.code).toBe(4);
    expect(ran.output).toContain('builders[1].script: "make nothing" -> "make test"  (jobs.bitesize:7:16)');
    expect(ran.output).toContain('Plan: 0 to add, 4 to change, 0 to remove');
    expect(parsePlan(ran.file('plan.json'))).toMatchObject({
      kind: 'plan',
      plan: { user: 'admin', steps: [{}, {}, {}, {}] },
    });
    expect(ran.file('plan.json')).not.toContain('11aaaa');
    expect(ran.mode('plan.json')).toBe(0o600);
  });

  it('is refused to who may not see everything, and writes nothing then', async () => {
    const model = jenkinsOf();
    model.users.set('admin', {
      token: '11aaaa',
      rights: new Set([...allRights].filter((right) => right !== 'Overall/Administer')),
    });
    const refused = await runAgainst(model, files, ['plan', '--out', 'plan.json']);
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.errors).toContain('live/few-rights');
    expect(refused.file('plan.json')).toBe('');
    expect((await runAgainst(model, files, ['plan', '--trust-visible'])).code).toBe(0);
    const drift = await runAgainst(model, files, ['drift']);
    expect(drift.code).toBe(0);
    expect(drift.errors).toContain('server/few-rights');
  });

  it('plans nothing while something could not be read', async () => {
    const model = jenkinsOf();
    const ran = await runAgainst(model, files, ['plan', '--out', 'plan.json'], {}, ({ path }) =>
      path === '/job/app/config.xml' ? { kind: 'status', status: 500 } : undefined,
    );
    expect(ran.code).toBe(1);
    expect(ran.errors).toContain('server/unread');
    expect(ran.file('plan.json')).toBe('');
  });
});

describe('pairs that are known to be equal', () => {
  const host = createMemoryHost();
  const store = { folder: '/cache', key: 'a key of the login', url: 'http://jenkins' };
  const known = (more: Partial<typeof store> = {}, version = '1') =>
    new KnownEqual(host, version, { ...store, ...more });

  it('are remembered with the marker, sealed for one login, server and version', () => {
    const first = known();
    first.add('<a/>', '<b/>', { marker: 'shop' });
    first.add('<c/>', '<d/>', { marker: undefined });
    first.save();
    expect(known().get('<a/>', '<b/>')).toEqual({ marker: 'shop' });
    expect(known().get('<c/>', '<d/>')).toEqual({ marker: undefined });
    expect(known().get('<a/>', '<d/>')).toBeUndefined();
    expect(known({ key: 'another' }).get('<a/>', '<b/>')).toBeUndefined();
    expect(known({ url: 'http://other' }).get('<a/>', '<b/>')).toBeUndefined();
    expect(known({}, '2').get('<a/>', '<b/>')).toBeUndefined();
  });

  it('are forgotten when a run does not meet them', () => {
    const second = known();
    second.get('<c/>', '<d/>');
    second.save();
    expect(known().get('<a/>', '<b/>')).toBeUndefined();
    expect(known().get('<c/>', '<d/>')).toBeDefined();
  });
});
