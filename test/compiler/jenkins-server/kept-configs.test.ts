import { describe, expect, it } from 'vitest';
import { JenkinsModel } from '../../support/jenkins-model.ts';
import { type JenkinsServer, startJenkins } from '../../support/jenkins-server.ts';
import { type ConnectedHost, connectedHost, freestyle, itemsOf, readAll } from './reading.ts';

function manyJobs(count: number): JenkinsModel {
  const model = new JenkinsModel();
  for (let index = 0; index < count; index++)
    model.addJob(`job-${String(index).padStart(3, '0')}`, freestyle(`echo ${index}`));
  return model;
}

const configs = ({ requests }: JenkinsServer) =>
  requests.filter(({ path }) => /^\/job\/.*config\.xml$/.test(path)).length;

/** Reads some jobs, then stops as a run that is cut does. */
async function readSome(host: ConnectedHost, url: string, count: number): Promise<void> {
  let read = 0;
  const options = { url, keepIn: 'out/kept', parallel: 2 };
  for await (const _ of itemsOf(host, options)) if (++read === count) break;
}

function keptFiles(host: ConnectedHost): readonly string[] {
  const folders = host.files.list('out/kept');
  return (folders.ok ? folders.value : []).flatMap(({ name }) => {
    const files = host.files.list(`out/kept/${name}`);
    return files.ok ? files.value.map((file) => `out/kept/${name}/${file.name}`) : [];
  });
}

describe('a second run', () => {
  it('goes on where the first one was cut, and leaves nothing behind', async () => {
    await using server = await startJenkins(manyJobs(40));
    const host = connectedHost();
    await readSome(host, server.url, 30);
    expect(keptFiles(host).length).toBeGreaterThanOrEqual(30);
    const before = configs(server);
    const { items, progress } = await readAll(host, { url: server.url, keepIn: 'out/kept' });
    expect(items).toHaveLength(40);
    expect(items[3]?.xml).toContain('echo 3<');
    expect(progress?.kept).toBeGreaterThanOrEqual(30);
    expect(configs(server) - before).toBe(40 - (progress?.kept ?? 0));
    expect(keptFiles(host)).toEqual([]);
  });

  it('reads again only what failed', async () => {
    let isBroken = true;
    await using server = await startJenkins(manyJobs(10), {
      faults: ({ path }) =>
        isBroken && path.startsWith('/job/job-004/') ? { kind: 'status', status: 500 } : undefined,
    });
    const host = connectedHost();
    expect((await readAll(host, { url: server.url, keepIn: 'out/kept' })).told).toHaveLength(1);
    expect(keptFiles(host)).toHaveLength(9);
    isBroken = false;
    const second = await readAll(host, { url: server.url, keepIn: 'out/kept' });
    expect(second.progress).toEqual({ found: 10, read: 10, kept: 9 });
    expect(keptFiles(host)).toEqual([]);
  });

  it('takes nothing that is older than a day', async () => {
    await using server = await startJenkins(manyJobs(5));
    const host = connectedHost();
    await readSome(host, server.url, 3);
    await host.wait(25 * 60 * 60 * 1000);
    expect((await readAll(host, { url: server.url, keepIn: 'out/kept' })).progress?.kept).toBe(0);
  });

  it.each([
    ['another user', { JENKINS_USER: 'other', JENKINS_TOKEN: '33cccc' }],
    ['another token', { JENKINS_USER: 'admin', JENKINS_TOKEN: 'secret-password' }],
  ])('of %s takes nothing of the first', async (_, env) => {
    const model = manyJobs(5);
    model.users.set('other', { token: '33cccc', rights: model.users.get('admin')?.rights ?? new Set() });
    await using server = await startJenkins(model);
    const first = connectedHost();
    await readSome(first, server.url, 3);
    const second = connectedHost({ env, fileSystem: first.files });
    expect((await readAll(second, { url: server.url, keepIn: 'out/kept' })).progress?.kept).toBe(0);
  });

  it('takes nothing that somebody put there or changed', async () => {
    await using server = await startJenkins(manyJobs(5));
    const host = connectedHost();
    await readSome(host, server.url, 5);
    const files = keptFiles(host);
    const read = host.files.read(files[0] ?? '');
    const [seal, ...text] = read.ok ? new TextDecoder().decode(read.value).split('\n') : [];
    host.files.write(files[0] ?? '', [seal, ...text].join('\n').replace('echo', 'evil'));
    const body = '<project>evil</project>';
    host.files.write(files[1] ?? '', `${host.sha256(body)}\n${body}`);
    host.files.write(files[2] ?? '', '');
    const { items, progress } = await readAll(host, { url: server.url, keepIn: 'out/kept' });
    expect(progress?.kept).toBe(files.length - 3);
    expect(items.map(({ xml }) => xml).join('')).not.toContain('evil');
  });

  it('looks into nobody else: the folder is for its user alone', async () => {
    await using server = await startJenkins(manyJobs(2));
    const host = connectedHost();
    await readSome(host, server.url, 1);
    const [file = ''] = keptFiles(host);
    const folder = host.files.status(file.slice(0, file.lastIndexOf('/')));
    expect(folder.ok && folder.value.mode & 0o777).toBe(0o700);
  });

  it('follows no link out of a checkout', async () => {
    await using server = await startJenkins(manyJobs(3));
    const host = connectedHost({ files: { '/elsewhere/x': '' } });
    host.files.makeFolder('/project/out');
    host.files.makeLink('/elsewhere', '/project/out/kept');
    await readSome(host, server.url, 2);
    expect(host.files.list('/elsewhere')).toMatchObject({ value: [{ name: 'x' }] });
  });

  it('removes nothing that is not its own', async () => {
    await using server = await startJenkins(manyJobs(3));
    const host = connectedHost();
    await readSome(host, server.url, 2);
    const [file = ''] = keptFiles(host);
    const mine = `${file.slice(0, file.lastIndexOf('/'))}/notes.txt`;
    host.files.write(mine, 'mine');
    await readAll(host, { url: server.url, keepIn: 'out/kept' });
    expect(keptFiles(host)).toEqual([mine]);
  });
});
