import { describe, expect, it } from 'vitest';
import { allRights, JenkinsModel, type Right } from '../../../support/jenkins-model.ts';
import { folder, job, planOf, run, startWith, stepsOn, view, writes } from './applying.ts';

const passwordIn = (text: string) =>
  `<properties><hudson.model.ParametersDefinitionProperty><parameterDefinitions><hudson.model.PasswordParameterDefinition><name>p</name><defaultValue>${text}</defaultValue></hudson.model.PasswordParameterDefinition></parameterDefinitions></hudson.model.ParametersDefinitionProperty></properties>`;

function withApp(xml = job('old')): JenkinsModel {
  const model = new JenkinsModel();
  model.addJob('app', xml);
  return model;
}

/* Each trap of the remote API, by what it would have done. */
describe('traps of the remote API', () => {
  it('an upload without charset=utf-8 stores wrong letters', async () => {
    const model = withApp();
    await using jenkins = await startWith(model);
    const steps = stepsOn(model);
    const result = await run(
      jenkins.host,
      planOf(jenkins.server, [
        steps.update('job', 'app', job('\u00e4\u20ac')),
        steps.create('job', 'b', job('\u00e4')),
      ]),
    );
    expect(result.told).toEqual([]);
    expect(model.find('app')?.xml).toContain('echo \u00e4\u20ac');
    expect(model.find('b')?.xml).toContain('echo \u00e4');
  });

  it('unknown classes and fields are dropped with status 200: the element and the plugin are named', async () => {
    const model = withApp();
    model.without = new Set(['timestamper', 'git']);
    await using jenkins = await startWith(model);
    const wrapper =
      '<buildWrappers><hudson.plugins.timestamper.TimestamperBuildWrapper/></buildWrappers><scm class="hudson.plugins.git.GitSCM"><configVersion>2</configVersion></scm>';
    const result = await run(
      jenkins.host,
      planOf(jenkins.server, [stepsOn(model).update('job', 'app', job('new', wrapper))]),
    );
    expect(result.told).toHaveLength(1);
    expect(result.told[0]).toMatch(/^live\/not-kept: Jenkins has not kept all of job `app`: /);
    expect(result.told[0]).toContain('TimestamperBuildWrapper');
    expect(result.findings[0]?.help.join()).toMatch(/`git`, `timestamper`/);
    expect(result.applied.failed).toBe(1);
  });

  it('a failed move answers 302 like a good one', async () => {
    const model = withApp();
    model.addJob('team', folder('team'));
    await using jenkins = await startWith(model, {
      // Somebody takes the name in the last moment.
      faults: ({ path }) => {
        if (path.startsWith('/job/app/move')) model.addJob('team/app', job('by hand'));
        return undefined;
      },
    });
    const result = await run(
      jenkins.host,
      planOf(jenkins.server, [stepsOn(model).move('job', 'app', 'team/app')]),
    );
    expect(result.told).toEqual([
      expect.stringMatching(/^live\/refused: cannot move job `team\/app`: Jenkins leads back/),
    ]);
    expect(model.find('app')).toBeDefined();
  });

  it('DELETE without the last slash deletes nothing: doDelete is used, and looked after', async () => {
    const model = withApp();
    await using jenkins = await startWith(model);
    const result = await run(jenkins.host, planOf(jenkins.server, [stepsOn(model).delete('job', 'app')]));
    expect(writes(result)).toEqual(['POST /job/app/doDelete 302']);
    expect(result.sent.filter((line) => line === 'GET /job/app/config.xml 404')).toHaveLength(1);
    expect(model.find('app')).toBeUndefined();
  });

  it('blanks at the ends of a name are cut: such a name is refused', async () => {
    const model = withApp();
    await using jenkins = await startWith(model);
    const result = await run(
      jenkins.host,
      planOf(jenkins.server, [stepsOn(model).create('job', ' b', job('b'))]),
    );
    expect(result.told).toEqual([
      'live/name: job ` b` cannot be made: Jenkins cuts blanks at the ends of a name',
    ]);
    expect(result.sent).toEqual([]);
  });

  it('names in another case are taken', async () => {
    const model = withApp();
    await using jenkins = await startWith(model);
    const result = await run(
      jenkins.host,
      planOf(jenkins.server, [stepsOn(model).create('job', 'App', job('b'))]),
    );
    expect(result.told).toEqual([
      "live/refused: cannot create job `App`: A job already exists with the name 'App'",
    ]);
    expect(model.find('app')?.xml).toContain('echo old');
  });

  it('an upload takes what a person made of a folder: views and credentials are kept', async () => {
    const model = new JenkinsModel();
    const property =
      'com.cloudbees.hudson.plugins.folder.properties.FolderCredentialsProvider_-FolderCredentialsProperty';
    model.addJob(
      'team',
      folder('old').replace('<properties/>', `<properties><${property}><x>1</x></${property}></properties>`),
    );
    model.addView('hand', 'hudson.model.ListView', view('x'), 'team');
    await using jenkins = await startWith(model);
    const result = await run(
      jenkins.host,
      planOf(jenkins.server, [stepsOn(model).update('folder', 'team', folder('new'))]),
    );
    expect(result.told).toEqual([]);
    const team = model.find('team');
    expect(team?.xml).toContain('new');
    expect(team?.xml).toContain('FolderCredentialsProperty');
    expect([...(team?.views.keys() ?? [])]).toEqual(['hand']);
  });

  it('a view that is replaced without columns and jobNames loses them: they are sent', async () => {
    const model = new JenkinsModel();
    model.addView('mine', 'hudson.model.ListView', view('a'));
    await using jenkins = await startWith(model);
    const result = await run(
      jenkins.host,
      planOf(jenkins.server, [stepsOn(model).update('view', 'mine', view('a', 'b'))]),
    );
    expect(result.told).toEqual([]);
    expect(model.root.views.get('mine')?.xml).toMatch(/<string>b<\/string>[\s\S]*JobColumn/);
  });

  it('secrets read back as stars: they are never sent', async () => {
    const model = withApp(job('old', '<authToken>{AQAAABAAAAAQc2VjcmV0LTA=}</authToken>'));
    const rights = new Set<Right>(allRights);
    rights.delete('Job/Configure');
    rights.add('Job/ExtendedRead');
    model.users.set('some', { token: 's', rights });
    await using jenkins = await startWith(model, {
      host: { env: { JENKINS_USER: 'some', JENKINS_TOKEN: 's' } },
    });
    const stars = job('old', '<authToken>********</authToken>');
    const seen = withApp(stars);
    const result = await run(
      jenkins.host,
      planOf(jenkins.server, [stepsOn(seen).update('job', 'app', job('new'))]),
    );
    expect(result.told).toEqual([
      'live/hidden-secret: job `app` has a secret in `authToken` that is not shown',
    ]);
    expect(writes(result)).toEqual([]);
    await using other = await startWith(withApp());
    const sent = await run(
      other.host,
      planOf(other.server, [stepsOn(other.server.model).update('job', 'app', stars)]),
    );
    expect(sent.told).toEqual([
      'live/hidden-secret: job `app` has a secret in `authToken` that is not shown',
    ]);
    expect(writes(sent)).toEqual([]);
  });

  it('plain secrets get new bytes with each save: they count as the same', async () => {
    const model = withApp();
    await using jenkins = await startWith(model);
    const plan = planOf(jenkins.server, [
      stepsOn(model).update('job', 'app', job('new', passwordIn('let-me-in'))),
    ]);
    expect((await run(jenkins.host, plan)).told).toEqual([]);
    expect(model.find('app')?.xml).toMatch(/<defaultValue>\{AQA/);
    expect(writes(await run(jenkins.host, plan))).toEqual([]);
  });

  it('a secret of the server stays behind a placeholder of ours, that of each entry with its name', async () => {
    const [first, second] = ['{AQAAABAAAAAQZmlyc3QtZmlyc3Q=}', '{AQAAABAAAAAQc2Vjb25kLXNlY29uZA==}'];
    const password = (name: string, value: string) =>
      `<hudson.model.PasswordParameterDefinition><name>${name}</name><defaultValue>${value}</defaultValue></hudson.model.PasswordParameterDefinition>`;
    const withPasswords = (...all: readonly string[]) =>
      `<properties><hudson.model.ParametersDefinitionProperty><parameterDefinitions>${all.join('')}</parameterDefinitions></hudson.model.ParametersDefinitionProperty></properties>`;
    const model = withApp(job('old', withPasswords(password('a', first), password('b', second))));
    await using jenkins = await startWith(model);
    const own = ['new', 'b', 'a'].map((name) => password(name, 'REDACTED'));
    const steps = [stepsOn(model).update('job', 'app', job('new', withPasswords(...own)))];
    expect((await run(jenkins.host, planOf(jenkins.server, steps))).told).toEqual([]);
    const saved = model.find('app')?.xml ?? '';
    const values = [...saved.matchAll(/<defaultValue>(.*?)<\/defaultValue>/g)].map(([, value]) => value);
    expect(values.slice(1)).toEqual([second, first]);
    expect(model.secrets.get(values[0] ?? '')).toBe('REDACTED');
  });

  it('a secret of the server stays with its variable, in whatever order our entries stand', async () => {
    const [first, second] = ['{AQAAABAAAAAQZmlyc3QtZmlyc3Q=}', '{AQAAABAAAAAQc2Vjb25kLXNlY29uZA==}'];
    const wrapper = 'com.michelin.cio.hudson.plugins.maskpasswords.MaskPasswordsBuildWrapper';
    const masked = (...pairs: readonly (readonly [string, string])[]) => {
      const inner = pairs.map(
        ([variable, value]) =>
          `<${wrapper}_-VarPasswordPair><var>${variable}</var><password>${value}</password></${wrapper}_-VarPasswordPair>`,
      );
      return `<buildWrappers><${wrapper}><varPasswordPairs>${inner.join('')}</varPasswordPairs></${wrapper}></buildWrappers>`;
    };
    const model = withApp(job('old', masked(['A', first], ['B', second])));
    await using jenkins = await startWith(model);
    const own = masked(['B', 'REDACTED'], ['A', 'REDACTED']);
    const steps = [stepsOn(model).update('job', 'app', job('new', own))];
    expect((await run(jenkins.host, planOf(jenkins.server, steps))).told).toEqual([]);
    const saved = model.find('app')?.xml ?? '';
    expect([...saved.matchAll(/<password>(.*?)<\/password>/g)].map(([, value]) => value)).toEqual([
      second,
      first,
    ]);
  });

  it('createItem leaves plain secrets on the disk: it never gets them', async () => {
    const model = new JenkinsModel();
    await using jenkins = await startWith(model, {
      faults: ({ method, path }) => {
        if (method === 'GET' && path.startsWith('/job/made'))
          expect(model.find('made')?.disk ?? '').not.toContain('let-me-in');
        return undefined;
      },
    });
    const result = await run(
      jenkins.host,
      planOf(jenkins.server, [stepsOn(model).create('job', 'made', job('made', passwordIn('let-me-in')))]),
    );
    expect(result.told).toEqual([]);
    expect(writes(result)).toEqual(['POST /createItem?name=made 200', 'POST /job/made/config.xml 200']);
    expect(model.find('made')?.disk).toBeUndefined();
    expect([...model.secrets.values()]).toEqual(['let-me-in']);
  });

  it('a rename is refused while the job builds: that is said, and nothing is taken away', async () => {
    const model = withApp();
    const app = model.find('app');
    if (app !== undefined) app.isBuilding = true;
    model.addJob('gone', job('gone'));
    await using jenkins = await startWith(model);
    const steps = stepsOn(model);
    const result = await run(
      jenkins.host,
      planOf(jenkins.server, [steps.move('job', 'app', 'shop'), steps.delete('job', 'gone')]),
    );
    expect(result.told).toEqual([
      'live/refused: cannot move job `shop`: Unable to rename a job while it is building.',
      'live/not-begun: 1 step was not begun: nothing is taken away after a failure',
    ]);
  });

  it('the last of several parallel uploads wins: of two applies at once one waits for the other', async () => {
    const model = withApp();
    await using jenkins = await startWith(model);
    const steps = stepsOn(model);
    const plans = [job('one'), job('two')].map((xml) =>
      planOf(jenkins.server, [steps.update('job', 'app', xml)]),
    );
    const results = await Promise.all(plans.map((plan) => run(jenkins.host, plan)));
    // The second one finds what the first one did, which its plan has not seen.
    expect(results.map(({ told }) => told.length).sort()).toEqual([0, 1]);
    expect(results.flatMap(({ told }) => told)).toEqual([expect.stringMatching(/^live\/(?:changed|locked)/)]);
    expect(model.find('bitesize-lock')).toBeUndefined();
  });
});

describe('the lock', () => {
  const holder = (until: string) =>
    `<project><description>${JSON.stringify({ id: 'other', who: 'user ann', process: 'elsewhere 1', since: Date.parse('2026-11-30T09:59:00Z'), until: Date.parse(until) }).replaceAll('"', '&quot;')}</description></project>`;
  const elsewhere = <T extends object>(host: T): T => ({
    ...host,
    process: { id: 'here 1', isRunning: () => undefined },
  });

  it.each([
    ['runs out in time', '2026-11-30T10:17:30Z', false, []],
    ['is renewed for long', '2026-11-30T12:00:00Z', true, ['live/locked']],
    // The clock of the server was set back, or its text was made up.
    ['says that it lasts for hours, and is not renewed', '2026-11-30T12:00:00Z', false, []],
  ])('of somebody else that %s', async (_, until, isRenewed, codes) => {
    const model = withApp();
    let renewals = 0;
    await using jenkins = await startWith(model, {
      faults: ({ method, path }) => {
        if (isRenewed && method === 'GET' && path.startsWith('/job/bitesize-lock'))
          model.addJob(
            'bitesize-lock',
            holder(new Date(Date.parse(until) + 1000 * ++renewals).toISOString()),
          );
        return undefined;
      },
    });
    const plan = planOf(jenkins.server, [stepsOn(model).update('job', 'app', job('new'))]);
    model.addJob('bitesize-lock', holder(until));
    const result = await run(elsewhere(jenkins.host), plan);
    expect(result.findings.map(({ code }) => code)).toEqual(codes);
    expect(model.find('app')?.xml.includes('new')).toBe(codes.length === 0);
    if (codes.length > 0)
      expect(result.told[0]).toBe(
        `live/locked: \`${jenkins.server.url}\` is being changed by user ann since 2026-11-30T09:59:00Z`,
      );
    expect(model.find('bitesize-lock') === undefined).toBe(codes.length === 0);
  });

  it('of a process of this machine that is gone is taken over at once', async () => {
    const model = withApp();
    await using jenkins = await startWith(model);
    const plan = planOf(jenkins.server, [stepsOn(model).update('job', 'app', job('new'))]);
    model.addJob('bitesize-lock', holder('2026-11-30T12:00:00Z'));
    expect((await run(jenkins.host, plan)).told).toEqual([]);
  });

  it('a job of a person that is called so is not touched', async () => {
    const model = withApp();
    await using jenkins = await startWith(model);
    const plan = planOf(jenkins.server, [stepsOn(model).update('job', 'app', job('new'))]);
    model.addJob('bitesize-lock', job('by hand'));
    const result = await run(jenkins.host, plan);
    expect(result.told).toEqual([
      `live/lock-unknown: cannot lock \`${jenkins.server.url}\`: a job \`bitesize-lock\` is there that is no lock`,
    ]);
    expect(model.find('bitesize-lock')?.xml).toContain('by hand');
  });

  it('that was lost ends the run before the next request', async () => {
    const model = withApp();
    for (let index = 0; index < 30; index++) model.addJob(`job-${index}`, job('old'));
    const { host, server, ...rest } = await startWith(model, {
      faults: ({ method, path }) => {
        if (method !== 'POST' || path !== '/job/job-3/config.xml') return undefined;
        // The machine sleeps, and somebody takes over.
        void host.wait(100_000);
        model.addJob('bitesize-lock', holder('2026-11-30T12:00:00Z'));
        return undefined;
      },
    });
    const steps = stepsOn(model);
    const result = await run(
      elsewhere(host),
      planOf(
        server,
        Array.from({ length: 30 }, (_, index) => steps.update('job', `job-${index}`, job('new'))),
      ),
    );
    expect(result.told[0]).toBe(`live/lock-lost: the lock of \`${server.url}\` was taken over by user ann`);
    expect(result.applied.done).toBeLessThan(20);
    expect(model.find('bitesize-lock')?.xml).toContain('ann');
    await rest[Symbol.asyncDispose]();
  });
});
