import { describe, expect, it } from 'vitest';
import type { Exchange, Written } from '../../../compiler/jenkins-server/jenkins-client.ts';
import {
  createItem,
  createView,
  deleteAt,
  disableItem,
  isFailedMove,
  moveItem,
  renameItem,
  replaceConfig,
  viewPath,
} from '../../../compiler/jenkins-server/server-writes.ts';
import { allRights, JenkinsModel, type Right } from '../../support/jenkins-model.ts';
import { type Fault, type JenkinsServerOptions, startJenkins } from '../../support/jenkins-server.ts';
import { clientOf, connectedHost, freestyle } from './reading.ts';

const password = { JENKINS_USER: 'admin', JENKINS_TOKEN: 'secret-password' };

async function open(
  options: JenkinsServerOptions & { env?: Record<string, string>; silence?: number } = {},
  model = new JenkinsModel(),
) {
  const { env, silence, ...rest } = options;
  model.addJob('app', freestyle('make'));
  model.addFolder('team');
  const server = await startJenkins(model, rest);
  const exchanges: Exchange[] = [];
  const host = connectedHost(env === undefined ? {} : { env });
  const client = await clientOf(host, server.url, {
    onExchange: (exchange) => exchanges.push(exchange),
    ...(silence === undefined ? {} : { silence }),
  });
  const sent = () => exchanges.map(({ method, path, result }) => `${method} ${path} ${result}`);
  return { client, model, host, sent, server, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

const taken = (location?: string): Written => ({ kind: 'taken', location });

describe('changes of a server', () => {
  it('an upload without charset=utf-8 stores wrong letters: each one names it', async () => {
    await using jenkins = await open();
    const xml = '<project><description>\u00e4\u{1f600}</description></project>';
    expect(await createItem(jenkins.client, 'team', 'x y', xml)).toEqual(taken());
    expect(await replaceConfig(jenkins.client, '/job/app', xml)).toEqual(taken());
    for (const name of ['team/x y', 'app'])
      expect(jenkins.model.find(name)?.xml).toContain('<description>\u00e4\u{1f600}</description>');
    expect(jenkins.sent()).toEqual([
      'POST /job/team/createItem?name=x%20y 200',
      'POST /job/app/config.xml 200',
    ]);
  });

  it('a failed move answers 302 like a good one: where it leads tells them apart', async () => {
    await using jenkins = await open({ base: '/jenkins' });
    const failed = await moveItem(jenkins.client, 'app', 'none');
    expect([failed.kind, isFailedMove(failed)]).toEqual(['taken', true]);
    const good = await moveItem(jenkins.client, 'app', 'team');
    expect([good.kind, isFailedMove(good)]).toEqual(['taken', false]);
    const back = await moveItem(jenkins.client, 'team/app', '');
    expect([back, isFailedMove(back)]).toEqual([taken('/jenkins/job/app/'), false]);
  });

  it('views, renames, disabling and deleting', async () => {
    await using jenkins = await open();
    const { client, model } = jenkins;
    await createView(client, '', 'a/b', '<hudson.model.ListView/>');
    expect(await createView(client, '', 'mine', '<hudson.model.ListView/>')).toEqual(taken());
    expect([...model.root.views.keys()]).toEqual(['all', 'mine']);
    expect(await deleteAt(client, viewPath('', 'mine'))).toEqual(taken('/'));
    expect(await renameItem(client, 'app', 'shop')).toEqual(taken('/job/shop/'));
    expect(await disableItem(client, 'shop')).toEqual(taken('/job/shop/'));
    expect(model.find('shop')?.xml).toContain('<disabled>true</disabled>');
    expect(await deleteAt(client, '/job/shop')).toEqual(taken('/'));
    expect(model.find('shop')).toBeUndefined();
  });

  it('a refusal says what Jenkins says', async () => {
    await using jenkins = await open();
    expect(await createItem(jenkins.client, '', 'APP', '<project/>')).toEqual({
      kind: 'refused',
      failure: { kind: 'status', url: `${jenkins.server.url}/createItem`, status: 400 },
      reason: "A job already exists with the name 'APP'",
    });
    expect(await deleteAt(jenkins.client, '/job/none')).toMatchObject({
      kind: 'refused',
      failure: { kind: 'missing' },
    });
  });

  it('a permission that is missing is named, and no crumb is asked for', async () => {
    const model = new JenkinsModel();
    const rights = new Set<Right>(allRights);
    rights.delete('Job/Create');
    model.users.set('some', { token: 's', rights });
    await using jenkins = await open({ env: { JENKINS_USER: 'some', JENKINS_TOKEN: 's' } }, model);
    expect(await createItem(jenkins.client, '', 'x', '<project/>')).toMatchObject({
      kind: 'refused',
      failure: { kind: 'forbidden', permission: 'hudson.model.Item.Create' },
    });
    expect(jenkins.sent()).toHaveLength(1);
  });
});

describe('crumbs', () => {
  it('are asked for where the login is a password, once for all, with their session', async () => {
    await using jenkins = await open({ env: password });
    for (const name of ['a', 'b'])
      expect(await createItem(jenkins.client, '', name, '<project/>')).toEqual(taken());
    expect(jenkins.sent()).toEqual([
      'POST /createItem?name=a 403',
      'GET /crumbIssuer/api/json 200',
      'POST /createItem?name=a 200',
      'POST /createItem?name=b 200',
    ]);
  });

  it('are asked for again when the session is over', async () => {
    let count = 0;
    // The second job meets a server that has forgotten the session.
    const faults: JenkinsServerOptions['faults'] = ({ path }) =>
      path === '/createItem?name=b' && count++ === 0
        ? { kind: 'status', status: 403, isTaken: false }
        : undefined;
    await using jenkins = await open({ env: password, faults });
    for (const name of ['a', 'b'])
      expect(await createItem(jenkins.client, '', name, '<project/>')).toEqual(taken());
    expect(jenkins.sent().slice(3)).toEqual([
      'POST /createItem?name=b 403',
      'GET /crumbIssuer/api/json 200',
      'POST /createItem?name=b 200',
    ]);
  });

  it('a crumb that would be no header is not used', async () => {
    const body = JSON.stringify({ crumb: 'a\r\nx: y', crumbRequestField: 'Jenkins-Crumb' });
    const faults: JenkinsServerOptions['faults'] = ({ path }) =>
      path.startsWith('/crumbIssuer') ? { kind: 'status', status: 200, body } : undefined;
    await using jenkins = await open({ env: password, faults });
    expect(await createItem(jenkins.client, '', 'a', '<project/>')).toMatchObject({
      kind: 'refused',
      failure: { kind: 'forbidden' },
    });
  });
});

/** What leaves open whether the request was taken. */
const lost: readonly (readonly [string, Fault])[] = [
  ['429', { kind: 'status', status: 429 }],
  ['500', { kind: 'status', status: 500 }],
  ['502', { kind: 'status', status: 502 }],
  ['503', { kind: 'status', status: 503 }],
  ['504', { kind: 'status', status: 504 }],
  ['no answer', { kind: 'hang' }],
  ['a cut connection', { kind: 'cut' }],
  ['an answer that is cut', { kind: 'cut-at', byte: 20 }],
  ['no HTTP', { kind: 'noise' }],
];

describe('an answer that is lost', () => {
  it.each(lost)('%s: nobody knows, and nothing is sent twice', async (_, fault) => {
    for (const isTaken of [true, false]) {
      const faults: JenkinsServerOptions['faults'] = ({ method }) =>
        method === 'POST' ? { ...fault, isTaken } : undefined;
      await using jenkins = await open({ faults, ...(fault.kind === 'hang' ? { silence: 400 } : {}) });
      const written = await createItem(jenkins.client, '', 'x', '<project/>');
      expect(written.kind).toBe('unknown');
      expect(jenkins.model.find('x') !== undefined).toBe(isTaken);
      expect(jenkins.server.requests).toHaveLength(1);
    }
  });

  it('the next request waits as long as the server wants', async () => {
    const faults: JenkinsServerOptions['faults'] = ({ method, before }) =>
      method === 'POST' && before === 0
        ? { kind: 'status', status: 429, headers: { 'retry-after': '7' }, isTaken: false }
        : undefined;
    await using jenkins = await open({ faults });
    expect(await createItem(jenkins.client, '', 'x', '<project/>')).toMatchObject({ after: 7000 });
    expect(await createItem(jenkins.client, '', 'x', '<project/>')).toEqual(taken());
    expect(jenkins.host.pauses).toEqual([7000]);
  });

  it('nobody at the port: it was not taken', async () => {
    const jenkins = await open();
    await jenkins.server[Symbol.asyncDispose]();
    expect(await createItem(jenkins.client, '', 'x', '<project/>')).toMatchObject({
      kind: 'refused',
      failure: { kind: 'unreachable' },
    });
  });
});

it('the time of the server is that of its answers, and goes on', async () => {
  const model = new JenkinsModel();
  model.clock = () => Date.parse('2026-11-30T10:00:00Z');
  await using jenkins = await open({}, model);
  expect(jenkins.client.serverTime()).toBeUndefined();
  await deleteAt(jenkins.client, '/job/app');
  await jenkins.host.wait(5000);
  expect(jenkins.client.serverTime()).toBe(Date.parse('2026-11-30T10:00:05Z'));
});
