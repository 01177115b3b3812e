import { describe, expect, it } from 'vitest';
import { allRights, JenkinsModel, type Right } from '../../support/jenkins-model.ts';
import { startJenkins } from '../../support/jenkins-server.ts';
import { connectedHost, freestyle, readAll } from './reading.ts';

const SECRET = '{AQAAABAAAAAQc2VjcmV0LXRoYXQtbm9ib2R5LXNlZXM=}';

function modelFor(...rights: readonly Right[]): JenkinsModel {
  const model = new JenkinsModel();
  model.users.set('reader', { token: '22bbbb', rights: new Set(rights) });
  model.addJob('app', `<project><authToken>${SECRET}</authToken></project>`);
  model.addJob('hidden', freestyle('true'), { onlyFor: 'admin' });
  return model;
}

const reader = () => connectedHost({ env: { JENKINS_USER: 'reader', JENKINS_TOKEN: '22bbbb' } });

describe('a user', () => {
  it('who may see all is told nothing', async () => {
    const model = modelFor();
    model.users.set('reader', { token: '22bbbb', rights: allRights });
    await using server = await startJenkins(model);
    expect((await readAll(reader(), { url: server.url })).told).toEqual([]);
  });

  it('who is no administrator is told so before the first job, and that jobs may be missing', async () => {
    await using server = await startJenkins(modelFor('Overall/Read', 'Job/Read', 'Job/Configure'));
    const { items, told, findings, facts } = await readAll(reader(), { url: server.url });
    expect(items.map(({ name }) => name)).toEqual(['app']);
    expect(told).toEqual([
      'server/few-rights: user `reader` may not see the list of plugins',
      'server/few-rights: user `reader` may not see the credentials',
    ]);
    expect(findings[0]?.help).toEqual([
      'the permission `hudson.model.Hudson.Administer` is missing',
      'jobs that it may not see are left out by Jenkins without a sign: ask with a user who may see all',
    ]);
    expect(facts).toMatchObject({
      plugins: undefined,
      credentials: undefined,
      labels: [{ name: 'built-in' }],
    });
  });

  it('who may not configure a job is told which one', async () => {
    await using server = await startJenkins(
      modelFor('Overall/Administer', 'Overall/Read', 'Job/Read', 'Credentials/View'),
    );
    const { items, told, findings } = await readAll(reader(), { url: server.url });
    expect(items).toEqual([]);
    expect(told).toEqual([
      'server/unread: cannot read `app`: the permission `hudson.model.Item.Configure` is missing',
    ]);
    expect(findings[0]?.help[0]).toMatch(
      /^its configuration is shown to users with the permission `Job\/Configure`/,
    );
  });

  it('who sees stars in place of secrets is told where', async () => {
    await using server = await startJenkins(
      modelFor('Overall/Administer', 'Overall/Read', 'Job/Read', 'Job/ExtendedRead', 'Credentials/View'),
    );
    const { items, told } = await readAll(reader(), { url: server.url });
    expect(items[0]?.xml).not.toContain(SECRET);
    expect(told).toEqual([
      'server/masked-secret: `app` has `********` in `authToken`, line 6, in place of a secret',
    ]);
  });

  it('who may not see the server at all', async () => {
    await using server = await startJenkins(modelFor());
    const { told, findings } = await readAll(reader(), { url: server.url });
    expect(told).toEqual(['server/login: cannot log in: user `reader` may not see the server']);
    expect(findings[0]?.help).toEqual(['give the user the permission `hudson.model.Hudson.Read`']);
  });

  it.each([
    [
      'a wrong token',
      { JENKINS_USER: 'reader', JENKINS_TOKEN: 'x' },
      'the server does not take user `reader` with this token',
    ],
    [
      'an unknown user',
      { JENKINS_USER: 'nobody', JENKINS_TOKEN: '22bbbb' },
      'the server does not take user `nobody` with this token',
    ],
    ['no login', {}, 'the server shows nothing without a login'],
  ])('with %s: nothing else is asked', async (_, env, problem) => {
    await using server = await startJenkins(modelFor('Overall/Read'));
    const { told } = await readAll(connectedHost({ env }), { url: server.url });
    expect(told).toEqual([`server/login: cannot log in: ${problem}`]);
    expect(server.requests.length).toBeLessThanOrEqual(2);
  });

  it('without a login, where everyone may read, is told what that means', async () => {
    const model = modelFor();
    model.anonymous = new Set(['Overall/Read', 'Job/Read', 'Job/Configure']);
    await using server = await startJenkins(model);
    const { items, told } = await readAll(connectedHost({ env: {} }), { url: server.url });
    expect(items.map(({ name }) => name)).toEqual(['app']);
    expect(told[0]).toBe('server/few-rights: a visitor without a login may not see all jobs, most likely');
  });

  it('with a password reads as with a token', async () => {
    await using server = await startJenkins(modelFor());
    const host = connectedHost({ env: { JENKINS_USER: 'ADMIN', JENKINS_TOKEN: 'secret-password' } });
    const { items } = await readAll(host, { url: server.url });
    expect(items.map(({ name }) => name)).toEqual(['app', 'hidden']);
  });
});
