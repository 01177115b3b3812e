import { describe, expect, it } from 'vitest';
import { main } from '../../../compiler/cli/main.ts';
import { createMemoryHost } from '../../../compiler/host/memory-host.ts';
import { makeCertificate } from '../../support/certificate.ts';
import { JenkinsModel } from '../../support/jenkins-model.ts';
import { type JenkinsServerOptions, startJenkins } from '../../support/jenkins-server.ts';
import { connectedHost, freestyle } from '../jenkins-server/reading.ts';

const SECRET = '{AQAAABAAAAAQc2VjcmV0LXRoYXQtbm9ib2R5LXNlZXM=}';

function smallJenkins(): JenkinsModel {
  const model = new JenkinsModel();
  model.addJob('app', freestyle('make'));
  model.addJob('team/deploy', freestyle('make deploy'));
  model.addMultibranch('team/branches', ['main']);
  model.addView(
    'mine',
    'hudson.model.ListView',
    '<hudson.model.ListView><name>mine</name><jobNames><comparator class="java.lang.String$CaseInsensitiveComparator"/><string>app</string></jobNames><jobFilters/><columns><hudson.views.JobColumn/></columns><recurse>false</recurse></hudson.model.ListView>',
  );
  model.systemMessage = 'Be kind & <quiet>.';
  model.plugins.push({ shortName: 'git', version: '4.0.0', enabled: true });
  model.nodes.push({ displayName: 'builder', labels: ['linux'] });
  model.root.credentials.get('_')?.push({ id: 'deploy-key', typeName: 'Secret text', description: 'a | b' });
  return model;
}

async function importing(
  model: JenkinsModel,
  {
    server: options,
    ...more
  }: {
    server?: JenkinsServerOptions;
    argv?: string[];
    env?: Record<string, string>;
    files?: Record<string, string>;
  } = {},
) {
  await using server = await startJenkins(model, options);
  const host = connectedHost(more);
  // The streams of the host are those of the command.
  const code = await main(['import', '--jenkins', server.url, '--out', 'out', ...(more.argv ?? [])], host);
  const text = (name: string) => {
    const read = host.files.read(`out/${name}`);
    return read.ok ? new TextDecoder().decode(read.value) : '';
  };
  const listed = host.files.list('out');
  const names = listed.ok ? listed.value.map(({ name }) => name) : [];
  return { code, text, names, host, server, told: `${host.errors()}${host.output()}` };
}

describe('bitesize import --jenkins', () => {
  it('writes the specs of what the server has, equal to it, and leaves nothing else', async () => {
    const { code, text, names, told, server } = await importing(smallJenkins());
    expect(told).toMatch(/5 jobs: 5 equal/);
    expect(code).toBe(0);
    expect(names).toEqual(['IMPORT.md', 'jenkins.bitesize', 'jobs.bitesize']);
    expect(text('jobs.bitesize')).toMatch(/name: app\n {4}kind: freestyle\n[\s\S]*name: team\/deploy/);
    expect(text('jobs.bitesize')).toMatch(/name: mine\n {4}kind: list-view/);
    expect(text('jenkins.bitesize')).toContain('Be kind & <quiet>.');
    const report = text('IMPORT.md');
    expect(report).toContain('| `deploy-key` | Secret text |  |  | a \\| b |');
    expect(report).toContain('| `linux` | `builder` |');
    expect(report).toMatch(/\| `git` \| 4\.0\.0 \| [\d.]+ \| older \|/);
    expect(server.requests.filter(({ path }) => path === '/job/app/config.xml')).toHaveLength(1);
    expect(new Set(server.requests.map(({ method }) => method))).toEqual(new Set(['GET']));
  });

  it('writes no secret, neither one that is encrypted nor stars in its place', async () => {
    for (const value of [SECRET, '********']) {
      const model = new JenkinsModel();
      model.addJob(
        'app',
        `<project><properties><hudson.model.ParametersDefinitionProperty><parameterDefinitions><hudson.model.PasswordParameterDefinition><name>P</name><defaultValue>${value}</defaultValue></hudson.model.PasswordParameterDefinition></parameterDefinitions></hudson.model.ParametersDefinitionProperty></properties></project>`,
      );
      const { text, told } = await importing(model);
      expect(text('jobs.bitesize')).toContain('REDACTED');
      expect(text('jobs.bitesize')).not.toContain(value);
      expect(text('IMPORT.md') + told).not.toContain(SECRET);
    }
  });

  it('a server that cannot be read: nothing is written', async () => {
    const { code, names, told } = await importing(smallJenkins(), { env: {} });
    expect(told).toContain('error[server/login]: cannot log in: the server shows nothing without a login');
    expect([code, names]).toEqual([1, []]);
  });

  it('a server in trouble: the help is not to look for another address', async () => {
    for (const status of [500, 429]) {
      const { told } = await importing(smallJenkins(), {
        server: { faults: () => ({ kind: 'status', status }) },
      });
      expect(told).toContain(`the server answers ${status}\n`);
      expect(told).toContain(
        '= help: try again later; the log of Jenkins, or of the proxy before it, says why\n',
      );
      expect(told).not.toContain('name the address');
    }
  });

  it('a server that shows no job: the help is about the login', async () => {
    const { code, told } = await importing(new JenkinsModel());
    expect(code).toBe(1);
    expect(told).toContain('holds no configuration of a job');
    expect(told).toContain(
      '= help: log in as a user who may see the jobs: Jenkins leaves out the others without a word\n',
    );
  });

  it('a job that cannot be read: the others are written, and what was read is kept for the next run', async () => {
    let isBroken = true;
    const model = smallJenkins();
    await using server = await startJenkins(model, {
      faults: ({ path }) =>
        isBroken && path === '/job/app/config.xml' ? { kind: 'status', status: 500 } : undefined,
    });
    const host = connectedHost();
    const argv = ['import', '--jenkins', server.url, '--out', 'out', '--overwrite'];
    expect(await main(argv, host)).toBe(1);
    expect(host.output() + host.errors()).toContain(
      'error[server/unread]: cannot read `app`: the server answers 500',
    );
    isBroken = false;
    const before = server.requests.length;
    expect(await main(argv, host)).toBe(0);
    const configs = server.requests.slice(before).filter(({ path }) => /^\/job\/.*config\.xml/.test(path));
    expect(configs.map(({ path }) => path)).toEqual(['/job/app/config.xml']);
    expect(host.output()).toContain(
      '3 configurations as an earlier run read them; without `out/.bitesize-import` all',
    );
    expect(host.files.status('out/.bitesize-import').ok).toBe(false);
  });

  it('a server that goes away: nothing is written, and the next run goes on', async () => {
    let isGone = true;
    const model = new JenkinsModel();
    for (let index = 10; index < 60; index++) model.addJob(`job-${index}`, freestyle('true'));
    await using server = await startJenkins(model, {
      faults: ({ path }) => (isGone && /\/job-[3-5]\d\//.test(path) ? { kind: 'cut' } : undefined),
    });
    const host = connectedHost();
    const argv = ['import', '--jenkins', server.url, '--out', 'out'];
    expect(await main(argv, host)).toBe(1);
    expect(host.output() + host.errors()).toContain('error[server/unreachable]');
    expect(host.files.status('out/jobs.bitesize').ok).toBe(false);
    isGone = false;
    expect(await main(argv, host)).toBe(0);
    expect(server.requests.filter(({ path }) => path === '/job/job-12/config.xml')).toHaveLength(1);
  });

  it('Ctrl-C ends it, and says that what was read is kept', async () => {
    const host = connectedHost();
    const model = new JenkinsModel();
    for (let index = 10; index < 60; index++) model.addJob(`job-${index}`, freestyle('true'));
    await using server = await startJenkins(model, {
      faults: ({ path }) => {
        if (path !== '/job/job-40/config.xml') return undefined;
        host.interrupt();
        return { kind: 'hang' };
      },
    });
    expect(await main(['import', '--jenkins', server.url, '--out', 'out'], host)).toBe(3);
    expect(host.errors()).toBe('error: stopped: what was read is kept, the next run goes on there\n');
    expect(host.files.list('out')).toMatchObject({ value: [{ name: '.bitesize-import' }] });
  });

  it('trusts the certificates of a file', async () => {
    const tls = makeCertificate();
    const files = { 'ca.pem': tls.cert };
    expect(
      (await importing(smallJenkins(), { server: { tls }, files, argv: ['--ca-file', 'ca.pem'] })).code,
    ).toBe(0);
    const { code, told } = await importing(smallJenkins(), { server: { tls } });
    expect(told).toContain('help: name the certificate of the authority that signed it with `--ca-file`');
    expect(code).toBe(1);
  });

  it.each([
    [
      'neither a folder nor a server',
      ['--out', 'out'],
      'name a folder, or a running Jenkins with `--jenkins <url>`',
    ],
    [
      'both',
      ['jobs', '--jenkins', 'https://ci.example.com', '--out', 'out'],
      'name a folder, or a running Jenkins with `--jenkins <url>`',
    ],
    [
      'certificates for a folder',
      ['jobs', '--ca-file', 'ca.pem', '--out', 'out'],
      '`--ca-file` is for `--jenkins`',
    ],
  ])('%s: says how it is called', async (_, argv, problem) => {
    const host = createMemoryHost();
    expect(await main(['import', ...argv], host)).toBe(2);
    expect(host.errors()).toBe(`error: ${problem}\n`);
  });
});
