import { describe, expect, it } from 'vitest';
import { allRights, JenkinsModel, type Right } from './jenkins-model.ts';
import { type JenkinsServerOptions, startJenkins } from './jenkins-server.ts';

const basic = (user: string, secret: string) => ({ authorization: `Basic ${btoa(`${user}:${secret}`)}` });
const token = basic('admin', '11aaaa');
const xml = { 'content-type': 'application/xml; charset=utf-8' };

const small = (): JenkinsModel => {
  const model = new JenkinsModel();
  model.addJob('app', '<project><description>old</description></project>', { builds: 7 });
  model.addFolder('team');
  model.addJob('team/deploy', '<flow-definition/>');
  return model;
};

/** A server and a way to ask it. */
async function open(model = small(), options: JenkinsServerOptions = {}) {
  const server = await startJenkins(model, options);
  const ask = async (method: string, path: string, more: RequestInit = {}) => {
    const answer = await fetch(`${server.url}${path}`, {
      method,
      redirect: 'manual',
      ...more,
      headers: { ...token, ...more.headers },
    });
    const { status, headers } = answer;
    const at = headers.get('location')?.replace(server.url, '') ?? '';
    return { status, error: headers.get('x-error') ?? '', at, body: await answer.text(), headers };
  };
  const post = (path: string, body?: string, headers: Readonly<Record<string, string>> = xml) =>
    ask('POST', path, body === undefined ? {} : { body, headers });
  const config = async (path: string) => (await ask('GET', `${path}/config.xml`)).body;
  return { model, server, ask, post, config, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

/* What was measured on a Jenkins, request by request. */
describe('what is made', () => {
  it.each([
    ['', 400],
    ['.', 400],
    ['..', 400],
    ['a.', 400],
    ['a\u0001b', 400],
    ...[...'/\\%;:?*&#<>|@!$^[]'].map((sign) => [`a${sign}b`, 400] as const),
    ['App', 400],
    ['a b', 200],
    ['+~,()=\'"', 200],
    ['.hidden', 200],
    ['-x', 200],
    ['CON', 200],
    ['\u{1f600}', 200],
    ['x'.repeat(251), 200],
    ['x'.repeat(300), 500],
  ] as const)('a job of the name %j: %i', async (name, status) => {
    await using jenkins = await open();
    const made = await jenkins.post(`/createItem?name=${encodeURIComponent(name)}`, '<project/>');
    expect(made.status).toBe(status);
    expect(made.error !== '').toBe(status === 400);
    expect(jenkins.model.find(name) !== undefined).toBe(status === 200 || name === '');
  });

  it('blanks at the ends of a name are cut', async () => {
    await using jenkins = await open();
    expect((await jenkins.post('/createItem?name=%20new%20', '<project/>')).status).toBe(200);
    expect(jenkins.model.find('new')).toBeDefined();
  });

  it('a separator in the path is no name', async () => {
    await using jenkins = await open();
    expect((await jenkins.post('/job/team%2Fx/config.xml', '<project/>')).status).toBe(400);
  });

  it.each([
    ['a job as the parent', '/job/app/createItem?name=x', 404],
    ['no folder', '/job/none/createItem?name=x', 404],
    ['a folder', '/job/team/createItem?name=x', 200],
  ])('in %s', async (_, path, status) => {
    await using jenkins = await open();
    expect((await jenkins.post(path, '<project/>')).status).toBe(status);
  });

  it.each([
    ['application/octet-stream', 'No mode given'],
    ['application/x-www-form-urlencoded', 'No mode given'],
  ])('with the type %s: 400', async (type, error) => {
    await using jenkins = await open();
    const made = await jenkins.post('/createItem?name=x', '<project/>', { 'content-type': type });
    expect(made).toMatchObject({ status: 400, error });
  });

  it('a copy leads to its page, and cannot be built until it is saved', async () => {
    await using jenkins = await open();
    const made = await jenkins.post('/createItem?name=copy&mode=copy&from=app');
    expect(made).toMatchObject({ status: 302, at: '/job/copy/configure' });
    const buildable = async () =>
      JSON.parse((await jenkins.ask('GET', '/job/copy/api/json')).body).buildable as unknown;
    expect(await buildable()).toBe(false);
    await jenkins.post('/job/copy/config.xml', '<project/>');
    expect(await buildable()).toBe(true);
  });

  it('GET makes nothing', async () => {
    await using jenkins = await open();
    expect((await jenkins.ask('GET', '/createItem?name=x')).status).toBe(405);
    expect(jenkins.model.find('x')).toBeUndefined();
  });

  it('of several at once one wins', async () => {
    await using jenkins = await open();
    const all = await Promise.all(
      Array.from({ length: 10 }, () => jenkins.post('/createItem?name=x', '<project/>')),
    );
    expect(all.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 9 }, () => 400)]);
  });
});

describe('what is sent', () => {
  it('without a charset it is ISO-8859-1, but not where it makes a job', async () => {
    await using jenkins = await open();
    const body = '<?xml version="1.0" encoding="UTF-8"?><project><description>\u00e4</description></project>';
    const plain = { 'content-type': 'application/xml' };
    await jenkins.post('/job/app/config.xml', body, plain);
    await jenkins.post('/createItem?name=made', body, plain);
    expect(await jenkins.config('/job/app')).toContain('<description>\u00c3\u00a4</description>');
    expect(await jenkins.config('/job/made')).toContain('<description>\u00e4</description>');
    await jenkins.post('/job/app/config.xml', body);
    expect(await jenkins.config('/job/app')).toContain('<description>\u00e4</description>');
  });

  it('unknown classes and fields go without a word', async () => {
    const model = small();
    model.without = new Set(['git']);
    await using jenkins = await open(model);
    const body = `<project><scm class="hudson.plugins.git.GitSCM"/><speed>9</speed><builders><hudson.tasks.Shell><command>true</command><colour>red</colour></hudson.tasks.Shell><org.example.Unknown/></builders></project>`;
    expect((await jenkins.post('/job/app/config.xml', body)).status).toBe(200);
    const kept = await jenkins.config('/job/app');
    expect(kept).toContain('<scm class="hudson.scm.NullSCM"/>');
    expect(kept).toContain('<command>true</command>');
    expect(kept).not.toMatch(/speed|colour|Unknown|GitSCM/);
  });

  it('a field that is missing gets its default', async () => {
    await using jenkins = await open();
    await jenkins.post(
      '/job/app/config.xml',
      '<project><disabled>true</disabled><canRoam>true</canRoam></project>',
    );
    expect(await jenkins.config('/job/app')).toMatch(/<canRoam>true<\/canRoam>\s*<disabled>true<\/disabled>/);
    await jenkins.post('/job/app/config.xml', '<project/>');
    expect(await jenkins.config('/job/app')).toMatch(
      /<canRoam>false<\/canRoam>\s*<disabled>false<\/disabled>/,
    );
  });

  it.each([
    ['another root', '<flow-definition/>', 500],
    ['no XML', '<project>', 500],
    ['nothing', '', 500],
    [
      'a control character of 1.0',
      "<?xml version='1.0'?><project><description>&#x1b;</description></project>",
      500,
    ],
    [
      'a control character of 1.1',
      "<?xml version='1.1'?><project><description>&#x1b;</description></project>",
      200,
    ],
    [
      'a raw control character',
      "<?xml version='1.1'?><project><description>\u001b</description></project>",
      500,
    ],
    ['a null', "<?xml version='1.1'?><project><description>&#0;</description></project>", 500],
    [
      'a document type',
      '<!DOCTYPE project [<!ENTITY e SYSTEM "x">]><project><description>a&e;b</description></project>',
      200,
    ],
  ])('%s', async (_, body, status) => {
    await using jenkins = await open();
    const before = await jenkins.config('/job/app');
    expect((await jenkins.post('/job/app/config.xml', body)).status).toBe(status);
    expect((await jenkins.config('/job/app')) === before).toBe(status === 500);
  });

  it('keeps what a person made of a folder only where it is sent again', async () => {
    await using jenkins = await open();
    const name = 'com.cloudbees.hudson.plugins.folder.Folder';
    const views = `<folderViews class="com.cloudbees.hudson.plugins.folder.views.DefaultFolderViewHolder"><views><hudson.model.ListView><name>mine</name></hudson.model.ListView></views><primaryView>mine</primaryView></folderViews>`;
    const property = `com.cloudbees.hudson.plugins.folder.properties.FolderCredentialsProvider_-FolderCredentialsProperty`;
    await jenkins.post(
      '/job/team/config.xml',
      `<${name}><properties><${property}/></properties>${views}</${name}>`,
    );
    const kept = await jenkins.config('/job/team');
    expect(kept).toMatch(/<name>mine<\/name>[\s\S]*<primaryView>mine<\/primaryView>/);
    expect(kept).toContain('FolderCredentialsProperty');
    await jenkins.post('/job/team/config.xml', `<${name}/>`);
    expect(await jenkins.config('/job/team')).not.toMatch(/mine|FolderCredentialsProperty/);
    expect(jenkins.model.find('team/deploy')).toBeDefined();
  });
});

describe('views', () => {
  const list = '<hudson.model.ListView><name>other</name></hudson.model.ListView>';

  it('get defaults when they are made, and lose them when they are replaced', async () => {
    await using jenkins = await open();
    expect((await jenkins.post('/createView?name=mine', list)).status).toBe(200);
    const made = await jenkins.config('/view/mine');
    expect(made).toMatch(/<name>mine<\/name>[\s\S]*<jobNames>[\s\S]*<hudson\.views\.JobColumn\/>/);
    expect((await jenkins.post('/view/mine/config.xml', list)).status).toBe(200);
    expect(await jenkins.config('/view/mine')).not.toMatch(/jobNames|columns|other/);
  });

  it('go by doDelete alone, the first one as well', async () => {
    await using jenkins = await open();
    await jenkins.post('/createView?name=mine', list);
    expect((await jenkins.post('/createView?name=mine', list)).status).toBe(400);
    expect((await jenkins.ask('DELETE', '/view/mine/')).status).toBe(404);
    expect((await jenkins.post('/view/mine/confirmRename?newName=x')).status).toBe(404);
    expect((await jenkins.post('/view/mine/doDelete')).status).toBe(302);
    expect((await jenkins.post('/view/all/doDelete')).status).toBe(302);
    expect([...jenkins.model.root.views.keys()]).toEqual([]);
  });
});

describe('what is renamed and moved', () => {
  it('keeps its history, and leads to where it is', async () => {
    await using jenkins = await open();
    expect(await jenkins.post('/job/app/confirmRename?newName=shop')).toMatchObject({
      status: 302,
      at: '/job/shop/',
    });
    expect(await jenkins.post('/job/shop/move/move?destination=/team')).toMatchObject({
      status: 302,
      at: '/job/team/job/shop/',
    });
    expect(jenkins.model.find('team/shop')?.builds).toBe(7);
    expect((await jenkins.post('/job/team/job/shop/move/move?destination=/')).at).toBe('/job/shop/');
    expect((await jenkins.post('/job/team/confirmRename?newName=group')).at).toBe('/job/group/');
    expect(jenkins.model.find('group/deploy')).toBeDefined();
  });

  it.each([
    ['a name that is taken', '/job/app/confirmRename?newName=team', 400],
    ['its own name in other letters', '/job/app/confirmRename?newName=APP', 400],
    ['an unsafe name', '/job/app/confirmRename?newName=a%3Fb', 400],
    ['a folder by the old way', '/job/team/doRename?newName=x', 404],
  ])('%s: is refused', async (_, path, status) => {
    await using jenkins = await open();
    expect((await jenkins.post(path)).status).toBe(status);
    expect([...(jenkins.model.root.children?.keys() ?? [])]).toEqual(['app', 'team']);
  });

  it('a build that runs keeps a job from being renamed, and not from being moved', async () => {
    const model = small();
    const app = model.find('app');
    if (app !== undefined) app.isBuilding = true;
    await using jenkins = await open(model);
    expect(await jenkins.post('/job/app/confirmRename?newName=x')).toMatchObject({
      status: 400,
      error: 'Unable to rename a job while it is building.',
    });
    expect((await jenkins.post('/job/app/move/move?destination=/team')).at).toBe('/job/team/job/app/');
  });

  it.each([
    ['no such folder', '/job/app/move/move?destination=/none', '/job/app/move/'],
    ['a job as the folder', '/job/team/move/move?destination=/app', '/job/team/move/'],
    ['into itself', '/job/team/move/move?destination=/team', '/job/team/move/'],
  ])('%s: a failed move is 302 as well, to its own page', async (_, path, at) => {
    await using jenkins = await open();
    expect(await jenkins.post(path)).toMatchObject({ status: 302, at });
    expect([...(jenkins.model.root.children?.keys() ?? [])]).toEqual(['app', 'team']);
  });
});

describe('what goes, and what rests', () => {
  it.each([
    ['POST', '/job/app/doDelete', 302, '/'],
    ['DELETE', '/job/app/', 204, ''],
  ])('%s %s deletes', async (method, path, status, at) => {
    await using jenkins = await open();
    expect(await jenkins.ask(method, path)).toMatchObject({ status, at });
    expect(jenkins.model.find('app')).toBeUndefined();
  });

  it('DELETE without the last slash deletes nothing', async () => {
    await using jenkins = await open();
    expect(await jenkins.ask('DELETE', '/job/app')).toMatchObject({ status: 302, at: '/job/app/' });
    expect(jenkins.model.find('app')).toBeDefined();
  });

  it('a folder goes with all it holds', async () => {
    await using jenkins = await open();
    expect((await jenkins.post('/job/team/doDelete')).status).toBe(302);
    expect(jenkins.model.find('team/deploy')).toBeUndefined();
  });

  it('disable and enable; a folder has no such state', async () => {
    await using jenkins = await open();
    expect(await jenkins.post('/job/app/disable')).toMatchObject({ status: 302, at: '/job/app/' });
    expect(await jenkins.config('/job/app')).toContain('<disabled>true</disabled>');
    expect((await jenkins.post('/job/app/enable')).status).toBe(302);
    expect(await jenkins.config('/job/app')).toContain('<disabled>false</disabled>');
    const before = await jenkins.config('/job/team');
    expect((await jenkins.post('/job/team/disable')).status).toBe(302);
    expect(await jenkins.config('/job/team')).toBe(before);
  });

  it('the server rests, is read again, and builds', async () => {
    await using jenkins = await open();
    expect((await jenkins.post('/quietDown')).status).toBe(302);
    expect(jenkins.model.quietingDown).toBe(true);
    expect((await jenkins.post('/cancelQuietDown')).status).toBe(302);
    expect((await jenkins.post('/job/app/build')).status).toBe(201);
    expect((await jenkins.post('/reload')).status).toBe(302);
    expect((await jenkins.ask('GET', '/api/json')).status).toBe(503);
    await jenkins.ask('GET', '/api/json');
    expect((await jenkins.ask('GET', '/api/json')).status).toBe(200);
  });
});

describe('secrets', () => {
  const withPassword = (value: string) =>
    `<project><properties><hudson.model.ParametersDefinitionProperty><parameterDefinitions><hudson.model.PasswordParameterDefinition><name>p</name><defaultValue>${value}</defaultValue></hudson.model.PasswordParameterDefinition></parameterDefinitions></hudson.model.ParametersDefinitionProperty></properties></project>`;
  const valueIn = (text: string) => /<defaultValue>(.*)<\/defaultValue>/.exec(text)?.[1] ?? '';

  it('are encrypted with new bytes each time that plain text is saved, and stay as they are otherwise', async () => {
    await using jenkins = await open();
    const seen: string[] = [];
    const upload = async (value: string) => {
      await jenkins.post('/job/app/config.xml', withPassword(value));
      seen.push(valueIn(await jenkins.config('/job/app')));
    };
    await upload('plain');
    await upload('plain');
    await upload(seen[1] ?? '');
    expect(seen[0]).toMatch(/^\{AQA/);
    expect(seen[1]).not.toBe(seen[0]);
    expect(seen[2]).toBe(seen[1]);
    await upload('{ZZdamaged}');
    expect(jenkins.model.secrets.get(seen[3] ?? '')).toBe('{ZZdamaged}');
  });

  it('stand on the disk as they were sent until the job is saved once more', async () => {
    await using jenkins = await open();
    await jenkins.post('/createItem?name=made', withPassword('plain'));
    expect(jenkins.model.find('made')?.disk).toContain('plain');
    const shown = await jenkins.config('/job/made');
    expect(shown).not.toContain('plain');
    await jenkins.post('/job/made/config.xml', shown);
    expect(jenkins.model.find('made')?.disk).toBeUndefined();
  });

  it('are stars to whom may only read, and stars that are sent become the password', async () => {
    const model = small();
    model.users.set('reader', {
      token: 'r',
      rights: new Set<Right>(['Overall/Read', 'Job/Read', 'Job/ExtendedRead']),
    });
    await using jenkins = await open(model);
    await jenkins.post('/job/app/config.xml', withPassword('plain'));
    const stars = (await jenkins.ask('GET', '/job/app/config.xml', { headers: basic('reader', 'r') })).body;
    expect(valueIn(stars)).toBe('********');
    await jenkins.post('/job/app/config.xml', stars);
    expect(jenkins.model.secrets.get(valueIn(await jenkins.config('/job/app')))).toBe('********');
  });
});

describe('who may', () => {
  it.each([
    ['Job/Create', '/createItem?name=x', 'hudson.model.Item.Create'],
    ['Job/Configure', '/job/app/config.xml', 'hudson.model.Item.Configure'],
    ['Job/Configure', '/job/app/disable', 'hudson.model.Item.Configure'],
    ['Job/Create', '/job/app/confirmRename?newName=x', 'hudson.model.Item.Create'],
    ['Job/Move', '/job/app/move/move?destination=/team', 'hudson.model.Item.Move'],
    ['Job/Delete', '/job/app/doDelete', 'hudson.model.Item.Delete'],
    ['View/Create', '/createView?name=v', 'hudson.model.View.Create'],
    ['View/Configure', '/view/all/config.xml', 'hudson.model.View.Configure'],
    ['View/Delete', '/view/all/doDelete', 'hudson.model.View.Delete'],
    ['Overall/Manage', '/quietDown', 'hudson.model.Hudson.Manage'],
    ['Job/Build', '/job/app/build', 'hudson.model.Item.Build'],
  ] as const)('without %s: %s is 403', async (right, path, permission) => {
    const model = small();
    const rights = new Set<Right>(allRights);
    rights.delete(right);
    model.users.set('some', { token: 's', rights });
    await using jenkins = await open(model);
    const answer = await jenkins.post(path, '<project/>', { ...xml, ...basic('some', 's') });
    expect(answer.status).toBe(403);
    expect(answer.headers.get('x-required-permission')).toBe(permission);
    expect(answer.headers.get('x-you-are-authenticated-as')).toBe('some');
  });

  it('nobody without a crumb, with Job/Discover a job is said to be there', async () => {
    const model = small();
    model.users.set('guest', { token: 'g', rights: new Set<Right>(['Overall/Read', 'Job/Discover']) });
    await using jenkins = await open(model);
    expect((await fetch(`${jenkins.server.url}/createItem?name=x`, { method: 'POST' })).status).toBe(403);
    const ask = (path: string) => jenkins.ask('GET', path, { headers: basic('guest', 'g') });
    expect([(await ask('/job/app/config.xml')).status, (await ask('/job/none/config.xml')).status]).toEqual([
      403, 404,
    ]);
  });
});

describe('faults of writes', () => {
  it.each([
    ['before it is taken', false],
    ['after it was taken', true],
  ])('%s', async (_, isTaken) => {
    const faults: JenkinsServerOptions['faults'] = ({ method }) =>
      method === 'POST' ? { kind: 'status', status: 502, isTaken } : undefined;
    await using jenkins = await open(small(), { faults });
    expect((await jenkins.post('/createItem?name=x', '<project/>')).status).toBe(502);
    expect(jenkins.model.find('x') !== undefined).toBe(isTaken);
  });

  it.each([0, 9, 30])('cut at byte %i of the answer: it was taken', async (byte) => {
    await using jenkins = await open(small(), {
      faults: ({ method }) => (method === 'POST' ? { kind: 'cut-at', byte } : undefined),
    });
    await expect(jenkins.post('/createItem?name=x', '<project/>')).rejects.toThrow('fetch failed');
    expect(jenkins.model.find('x')).toBeDefined();
  });
});
