import { describe, expect, it } from 'vitest';
import { main } from '../../../../compiler/cli/main.ts';
import type { Host } from '../../../../compiler/host/host.ts';
import { JenkinsModel } from '../../../support/jenkins-model.ts';
import { startJenkins } from '../../../support/jenkins-server.ts';
import { connectedHost } from '../../jenkins-server/reading.ts';

const specs = (step: string, more = '') => `project: shop
jobs:
  - name: app
    kind: freestyle
    builders:
      - shell: ${step}
  - name: team/deploy
    kind: pipeline
    script: "node { sh 'make deploy' }"
  - name: mine
    kind: list-view
    jobs: [app]
${more}`;

const login = { JENKINS_USER: 'admin', JENKINS_TOKEN: '11aaaa' };

/** A server and commands against it, all with the files of one host. */
async function open(model = new JenkinsModel(), ask?: Host['ask']) {
  const server = await startJenkins(model);
  const base = connectedHost({ files: { 'jobs.bitesize': specs('make') }, env: login });
  const host: typeof base = ask === undefined ? base : { ...base, ask };
  const bitesize = async (command: string, ...argv: readonly string[]) => {
    const before = {
      output: host.output().length,
      errors: host.errors().length,
      sent: server.requests.length,
    };
    const code = await main([command, '--jenkins', server.url, ...argv], host);
    const plain = (text: string) => text.replaceAll(server.url, 'http://jenkins');
    return {
      code,
      output: plain(host.output().slice(before.output)),
      errors: plain(host.errors().slice(before.errors)),
      posts: server.requests
        .slice(before.sent)
        .filter(({ method, path }) => method === 'POST' && !path.includes('bitesize-lock'))
        .map(({ path }) => path),
    };
  };
  const text = (name: string) => {
    const read = host.files.read(name);
    return read.ok ? new TextDecoder().decode(read.value) : '';
  };
  return { server, model, host, bitesize, text, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

describe('bitesize apply', () => {
  it('does what a plan says, says how to put it back, and does it once', async () => {
    await using jenkins = await open();
    const planned = await jenkins.bitesize('plan', '--out', 'plan.json');
    expect([planned.code, planned.errors]).toEqual([0, '']);
    const applied = await jenkins.bitesize('apply', 'plan.json', '--backup', 'kept');
    expect([applied.code, applied.errors]).toEqual([0, '']);
    expect(applied.output).toBe('4 steps done; `bitesize apply --undo kept` puts it back\n');
    expect(jenkins.model.find('team/deploy')?.xml).toContain('Managed by bitesize: shop');
    const again = await jenkins.bitesize('apply', 'plan.json');
    expect([again.code, again.output, again.posts]).toEqual([0, '0 steps done, 4 done before\n', []]);
    const left = await jenkins.bitesize('plan', '--exit-code');
    expect([left.code, left.errors]).toEqual([0, '']);
    const undone = await jenkins.bitesize('apply', '--undo', 'kept', '--yes');
    expect([undone.code, undone.errors]).toEqual([0, '']);
    expect(undone.output).toMatch(/^delete view `mine`\n(?:delete .*\n){3}4 steps done; /);
    expect([...(jenkins.model.root.children?.keys() ?? [])]).toEqual([]);
  });

  it('without a plan it makes one, shows it and asks', async () => {
    const asked: string[] = [];
    const answers = ['no', 'yes'];
    await using jenkins = await open(new JenkinsModel(), async (question) => {
      asked.push(question);
      return answers.shift();
    });
    const refused = await jenkins.bitesize('apply');
    expect(refused.output).toMatch(/job `app`[\s\S]*nothing was done\n$/);
    expect([refused.code, refused.posts]).toEqual([0, []]);
    const applied = await jenkins.bitesize('apply');
    expect([applied.code, applied.errors]).toEqual([0, '']);
    expect(jenkins.model.find('app')).toBeDefined();
    expect(asked).toEqual(Array(2).fill(`Do that to ${jenkins.server.url}? Only \`yes\` does it: `));
    const nothing = await jenkins.bitesize('apply');
    expect(nothing.output).toMatch(/nothing to do\n$/);
  });

  it('where nobody can be asked it needs --yes', async () => {
    await using jenkins = await open();
    const refused = await jenkins.bitesize('apply');
    expect([refused.code, refused.posts]).toEqual([2, []]);
    expect(refused.errors).toBe('error: nobody can be asked: pass `--yes`, or a plan that was looked at\n');
    expect((await jenkins.bitesize('apply', '--yes')).code).toBe(0);
  });

  it('--dry-run prints the requests, and sends none', async () => {
    await using jenkins = await open();
    const { code, output, posts } = await jenkins.bitesize('apply', '--dry-run');
    expect([code, posts]).toEqual([0, []]);
    expect(
      output
        .replaceAll(/\d+ bytes/g, 'n bytes')
        .split('\n')
        .slice(-5),
    ).toEqual([
      'POST /createItem?name=team (n bytes)',
      'POST /createItem?name=app (n bytes)',
      'POST /job/team/createItem?name=deploy (n bytes)',
      'POST /createView?name=mine (n bytes)',
      '',
    ]);
  });

  it('--trace-http writes a line for each request and nothing that is secret', async () => {
    await using jenkins = await open();
    const { code } = await jenkins.bitesize('apply', '--yes', '--trace-http', 'http.log');
    expect(code).toBe(0);
    const lines = jenkins.text('http.log').trimEnd().split('\n');
    expect(lines).toHaveLength(jenkins.server.requests.length);
    expect(lines[0]).toMatch(/^GET \/whoAmI\/api\/json: 200, \d+ bytes$/);
    expect(lines).toContain('POST /createItem?name=app: 200, 0 bytes');
    expect(lines.join('\n')).not.toMatch(/11aaaa|Basic|project>/);
  });

  it('an undo says what moves where', async () => {
    await using jenkins = await open();
    await jenkins.bitesize('apply', '--yes');
    jenkins.host.files.write('jobs.bitesize', specs('make').replaceAll('app', 'shop-app'));
    expect((await jenkins.bitesize('apply', '--yes', '--backup', 'kept')).code).toBe(0);
    const undone = await jenkins.bitesize('apply', '--undo', 'kept', '--yes');
    expect([undone.code, undone.errors]).toEqual([0, '']);
    expect(undone.output).toContain('move job `shop-app` to `app`\n');
    expect(jenkins.model.find('app')).toBeDefined();
  });

  it('refuses when the server has changed since the plan', async () => {
    await using jenkins = await open();
    await jenkins.bitesize('apply', '--yes');
    jenkins.host.files.write('jobs.bitesize', specs('make all'));
    await jenkins.bitesize('plan', '--out', 'plan.json');
    const app = jenkins.model.find('app');
    if (app !== undefined) app.xml = app.xml.replace('make', 'make by hand');
    const { code, errors, posts } = await jenkins.bitesize('apply', 'plan.json');
    expect([code, posts]).toEqual([1, []]);
    expect(errors).toContain(
      'error[live/changed]: job `app` has changed since the plan was made: it says something else',
    );
  });

  it.each([
    ['no file', 'none.json', 'live/plan-file'],
    ['no plan', 'package.json', 'live/plan-file'],
  ])('%s: is told', async (_, name, code) => {
    await using jenkins = await open();
    jenkins.host.files.write('package.json', '{}');
    const result = await jenkins.bitesize('apply', name);
    expect([result.code, result.posts]).toEqual([1, []]);
    expect(result.errors).toContain(`error[${code}]`);
  });

  it('a backup that is none, and --undo with a plan, are refused', async () => {
    await using jenkins = await open();
    const none = await jenkins.bitesize('apply', '--undo', 'none', '--yes');
    expect(none.code).toBe(1);
    expect(none.errors).toContain('error[live/backup]: cannot use the backup `none`: it has no `index.json`');
    expect((await jenkins.bitesize('apply', 'plan.json', '--undo', 'none')).code).toBe(2);
    const two = await jenkins.bitesize('apply', 'shop', 'plan.json');
    expect([two.code, two.posts]).toEqual([2, []]);
    expect(two.errors).toContain('`plan.json` is a plan: it is applied alone');
  });
});
