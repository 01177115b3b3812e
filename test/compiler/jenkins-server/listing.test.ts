import { describe, expect, it } from 'vitest';
import { JenkinsModel } from '../../support/jenkins-model.ts';
import { startJenkins } from '../../support/jenkins-server.ts';
import { connectedHost, freestyle, itemsOf, readAll } from './reading.ts';

const list = (jobs: readonly object[]) =>
  ({
    kind: 'status',
    status: 200,
    headers: { 'content-type': 'application/json', 'x-jenkins': '2.579' },
    body: JSON.stringify({ jobs }),
  }) as const;

describe('many jobs', () => {
  it('are read with so many requests at once, and no more than those wait to be taken', async () => {
    const model = new JenkinsModel();
    for (let index = 0; index < 2000; index++)
      model.addJob(`team-${index % 20}/job-${index}`, freestyle(`echo ${'x'.repeat(1000)}`));
    await using server = await startJenkins(model);
    let taken = 0;
    let waiting = 0;
    const asked = () => server.requests.filter(({ path }) => path.endsWith('/config.xml')).length;
    for await (const _ of itemsOf(connectedHost(), {
      url: server.url,
      parallel: 6,
    })) {
      taken++;
      if (taken % 100 === 0) waiting = Math.max(waiting, asked() - taken);
    }
    expect(taken).toBe(2020);
    expect(server.most()).toBeLessThanOrEqual(6);
    // One of them is the view of the root.
    expect(waiting).toBeLessThanOrEqual(7);
  });

  it('take one list for each folder, whatever is in it', async () => {
    const model = new JenkinsModel();
    for (let index = 0; index < 300; index++)
      model.addJob(`team-${index % 10}/job-${index}`, freestyle('true'));
    model.addMultibranch(
      'branches',
      Array.from({ length: 500 }, (_, index) => `b-${index}`),
    );
    await using server = await startJenkins(model);
    const { exchanges } = await readAll(connectedHost(), { url: server.url });
    const lists = exchanges.filter(({ path }) => path.includes('/api/json?tree=') && path.includes('jobs'));
    expect(lists).toHaveLength(11);
    for (const { bytes } of lists) expect(bytes).toBeLessThan(10_000);
  });

  it('a job that goes away in between is told', async () => {
    const model = new JenkinsModel();
    model.addJob('a', freestyle('true'));
    model.addJob('b', freestyle('true'));
    await using server = await startJenkins(model, {
      faults: ({ path }) => (path.startsWith('/job/b/') ? { kind: 'status', status: 404 } : undefined),
    });
    expect((await readAll(connectedHost(), { url: server.url })).told).toEqual([
      'server/unread: cannot read `b`: it is not there, or may not be seen',
    ]);
  });
});

describe('a list that no Jenkins gives', () => {
  it.each(['..', '.', 'a/b', '../../etc/passwd', 'a\\b', 'a\u0000b', 'a\nb', '', 'x'.repeat(300)])(
    '%j is no name: it is told and not asked for',
    async (name) => {
      await using server = await startJenkins(new JenkinsModel(), {
        faults: ({ path }) => (path.startsWith('/api/json') ? list([{ _class: 'x', name }]) : undefined),
      });
      const { items, findings } = await readAll(connectedHost(), { url: server.url });
      expect(items).toEqual([]);
      expect(findings.map(({ code }) => code)).toEqual(['server/unread']);
      expect(
        server.requests.filter(({ path }) => path.endsWith('/config.xml')).map(({ path }) => path),
      ).toEqual([]);
    },
  );

  it('a name that is there twice is read once', async () => {
    const model = new JenkinsModel();
    model.addJob('a', freestyle('true'));
    await using server = await startJenkins(model, {
      faults: ({ path }) => (path.startsWith('/api/json') ? list([{ name: 'a' }, { name: 'a' }]) : undefined),
    });
    const { items, told } = await readAll(connectedHost(), { url: server.url });
    expect(items).toHaveLength(1);
    expect(told).toEqual([
      'server/unread: cannot read `a` of the root: no job of Jenkins can have this name, or it is there twice',
    ]);
  });

  it('folders that never end do', async () => {
    await using server = await startJenkins(new JenkinsModel(), {
      faults: ({ path }) =>
        path.includes('/api/json?tree=_class') || path.includes('/api/json?tree=jobs')
          ? list([{ name: 'f', jobs: [] }])
          : undefined,
    });
    const { told } = await readAll(connectedHost(), { url: server.url });
    expect(told.some((line) => line.endsWith('folders are 101 deep'))).toBe(true);
    expect(server.requests.length).toBeLessThan(500);
  });

  it.each([
    [
      'lists of other things',
      '{"_class":"hudson.model.Hudson","jobs":[1,null,"a",[],{"name":5}],"views":{"name":"x"},"primaryView":7}',
    ],
    ['no views', '{"_class":"hudson.model.Hudson","jobs":[],"views":null}'],
    ['names of JavaScript', '{"_class":"hudson.model.Hudson","__proto__":{"jobs":[]},"jobs":[]}'],
  ])('%s', async (_, body) => {
    await using server = await startJenkins(new JenkinsModel(), {
      faults: ({ path }) =>
        path.startsWith('/api/json') ? { kind: 'status', status: 200, body } : undefined,
    });
    const { items, findings } = await readAll(connectedHost(), { url: server.url });
    expect(items).toEqual([]);
    expect(findings.every(({ code }) => code === 'server/unread')).toBe(true);
  });

  it.each([
    ['another thing in its place', '{"_class":"hudson.model.Hudson","jobs":"all","views":null}'],
    ['an object in its place', '{"_class":"hudson.model.Hudson","jobs":{"name":"a"}}'],
    ['nothing in its place', '{}'],
  ])('%s is not taken for a Jenkins without jobs', async (_, body) => {
    await using server = await startJenkins(threeJobs(), {
      faults: ({ path }) =>
        path.startsWith('/api/json') ? { kind: 'status', status: 200, body } : undefined,
    });
    const { told } = await readAll(connectedHost(), { url: server.url });
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^server\/bad-answer: .* gives no answer of Jenkins: it has no list of jobs$/);
  });

  it('a folder without a list is told, and the others are read', async () => {
    const model = threeJobs();
    model.addJob('team/d', freestyle('true'));
    await using server = await startJenkins(model, {
      faults: ({ path }) =>
        path.startsWith('/job/team/api/json') ? { kind: 'status', status: 200, body: '{}' } : undefined,
    });
    const { items, told } = await readAll(connectedHost(), { url: server.url });
    expect(items.map(({ name }) => name)).toEqual(expect.arrayContaining(['a', 'b', 'c']));
    expect(told.join('\n')).toContain('it has no list of jobs');
  });
});

function threeJobs(): JenkinsModel {
  const model = new JenkinsModel();
  for (const name of ['a', 'b', 'c']) model.addJob(name, freestyle(`echo ${name}`));
  return model;
}
