import { describe, expect, it } from 'vitest';
import { JenkinsModel } from './jenkins-model.ts';
import { startJenkins } from './jenkins-server.ts';

const basic = (user: string, secret: string) => ({ authorization: `Basic ${btoa(`${user}:${secret}`)}` });
const token = basic('admin', '11aaaa');
const xml = { 'content-type': 'application/xml; charset=utf-8' };

/* The server is what tests believe of Jenkins: here is what was measured on one. */
describe('a Jenkins of ours', () => {
  it('prints configurations as Jenkins saves them', async () => {
    await using server = await startJenkins();
    const posted = `<?xml version='1.0'?><flow-definition><description>a &lt; b "c"</description><definition class='org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition'><sandbox>true</sandbox></definition></flow-definition>`;
    const made = await fetch(`${server.url}/createItem?name=p`, {
      method: 'POST',
      headers: { ...token, ...xml },
      body: posted,
    });
    expect([made.status, await made.text()]).toEqual([200, '']);
    const read = await fetch(`${server.url}/job/p/config.xml`, { headers: token });
    expect(read.headers.get('content-type')).toBe('application/xml');
    expect(await read.text()).toBe(`<?xml version="1.1" encoding="UTF-8"?>
<flow-definition plugin="workflow-job@1571.1580.v1c1b_9a_1c9">
  <description>a &lt; b &quot;c&quot;</description>
  <definition class="org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition" plugin="workflow-cps@4275.v1">
    <sandbox>true</sandbox>
  </definition>
  <disabled>false</disabled>
</flow-definition>
`);
  });

  it('shows of a tree what it asks for', async () => {
    const model = new JenkinsModel();
    model.addJob('f/a', '<project/>');
    model.addJob('f/b', '<project/>');
    await using server = await startJenkins(model);
    const ask = async (tree: string) => {
      const answer = await fetch(`${server.url}/api/json?tree=${encodeURIComponent(tree)}`, {
        headers: token,
      });
      return answer.ok ? answer.json() : answer.status;
    };
    expect(await ask('jobs[name,nonsense,jobs[name]{0,1}]')).toEqual({
      _class: 'hudson.model.Hudson',
      jobs: [
        {
          _class: expect.stringContaining('Folder'),
          name: 'f',
          jobs: [{ _class: 'hudson.model.FreeStyleProject', name: 'a' }],
        },
      ],
    });
    expect(await ask('jobs[name')).toBe(500);
  });

  it('has its headers, but not on configurations', async () => {
    const model = new JenkinsModel();
    model.addJob('a', '<project/>');
    await using server = await startJenkins(model);
    const list = await fetch(`${server.url}/api/json`, { headers: token });
    expect([list.headers.get('x-jenkins'), list.headers.get('x-jenkins-session')]).toEqual([
      '2.579',
      '0123abcd',
    ]);
    const config = await fetch(`${server.url}/job/a/config.xml`, { headers: token });
    expect(config.headers.get('x-jenkins')).toBeNull();
    expect((await fetch(`${server.url}/job/a/config.xml`, { method: 'HEAD', headers: token })).status).toBe(
      400,
    );
  });

  it('wants a crumb and its session for passwords, and none for tokens', async () => {
    await using server = await startJenkins();
    let count = 0;
    const create = async (headers: Readonly<Record<string, string>>) => {
      const url = `${server.url}/createItem?name=job-${count++}`;
      return (await fetch(url, { method: 'POST', headers: { ...headers, ...xml }, body: '<project/>' }))
        .status;
    };
    const password = basic('admin', 'secret-password');
    const issued = await fetch(`${server.url}/crumbIssuer/api/json`, { headers: password });
    const { crumb }: { crumb: string } = JSON.parse(await issued.text());
    const cookie = issued.headers.get('set-cookie') ?? '';
    expect(await create(token)).toBe(200);
    expect(await create({ ...token, 'jenkins-crumb': 'wrong' })).toBe(200);
    expect(await create(password)).toBe(403);
    expect(await create({ ...password, 'jenkins-crumb': crumb })).toBe(403);
    expect(await create({ ...password, cookie, 'jenkins-crumb': 'wrong' })).toBe(403);
    expect(await create({ ...password, cookie, 'jenkins-crumb': crumb })).toBe(200);
  });

  it.each([
    ['a name that is taken, but for case', 'APP', 400],
    ['an unsafe name', 'a/b', 400],
    ['an empty name', '', 400],
    ['a name with blanks at its ends', ' new ', 200],
  ])('creates a job, or not: %s', async (_, name, status) => {
    const model = new JenkinsModel();
    model.addJob('app', '<project/>');
    await using server = await startJenkins(model);
    const url = `${server.url}/createItem?name=${encodeURIComponent(name)}`;
    expect(
      (await fetch(url, { method: 'POST', headers: { ...token, ...xml }, body: '<project/>' })).status,
    ).toBe(status);
    expect(model.find('new') !== undefined).toBe(status === 200);
  });

  it('replaces a configuration, but not its kind', async () => {
    const model = new JenkinsModel();
    model.addJob('app', '<project><description>old</description></project>');
    await using server = await startJenkins(model);
    const post = async (body: string) =>
      (
        await fetch(`${server.url}/job/app/config.xml`, {
          method: 'POST',
          headers: { ...token, ...xml },
          body,
        })
      ).status;
    expect(await post('<project><description>new</description></project>')).toBe(200);
    expect(await post('<flow-definition/>')).toBe(500);
    expect(await post('<project>')).toBe(500);
    expect(await post('')).toBe(500);
    expect(model.find('app')?.xml).toContain('<description>new</description>');
  });
});
