import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { JenkinsModel } from '../../support/jenkins-model.ts';
import { type Fault, startJenkins } from '../../support/jenkins-server.ts';
import { type ConnectedHost, connectedHost, freestyle, readAll } from './reading.ts';

const TOKEN = '11aaaa';
const BASIC = Buffer.from(`admin:${TOKEN}`).toString('base64');

/** A server that must not be asked for anything. */
async function startStranger() {
  const seen: string[] = [];
  const server = createServer(({ url = '', headers }, response) => {
    seen.push(`${url} ${headers.authorization}`);
    response.end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    seen,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function oneJob(): JenkinsModel {
  const model = new JenkinsModel();
  model.addJob('f/a', freestyle('true'));
  return model;
}

describe('a redirect', () => {
  const everywhere = [
    '/whoAmI/',
    '/api/json',
    '/job/f/api',
    '/job/f/job/a/config.xml',
    '/view/',
    '/pluginManager/',
    '/credentials/',
  ];
  const statuses = [301, 302, 303, 307, 308];

  it.each(everywhere)('to another port is not followed: %s', async (path) => {
    await using stranger = await startStranger();
    for (const status of statuses) {
      const location = `http://127.0.0.1:${stranger.port}/job/?state=abc`;
      const fault: Fault = { kind: 'status', status, headers: { location } };
      await using server = await startJenkins(oneJob(), {
        faults: (request) => (request.path.includes(path) ? fault : undefined),
      });
      const { told } = await readAll(connectedHost(), { url: server.url });
      expect(told.join('\n')).toMatch(
        new RegExp(`leads to \`http://127\\.0\\.0\\.1:${stranger.port}/job/\``),
      );
    }
    expect(stranger.seen).toEqual([]);
  });

  it.each([
    ['another host', 'http://localhost:PORT/', 'http://localhost:PORT/'],
    ['a host that looks like it', 'http://127.0.0.1:PORT@localhost/', 'http://localhost/'],
    ['no scheme', '//localhost:PORT/x', 'http://localhost:PORT/x'],
    ['https of the same host', 'https://127.0.0.1:PORT/x', 'https://127.0.0.1:PORT/x'],
    ['a file', 'file:///etc/passwd', 'nowhere'],
    ['data', 'data:application/json,{}', 'nowhere'],
    ['what is no address', 'http://[', 'nowhere'],
  ])('to %s is not followed', async (_, location, target) => {
    let port = '';
    await using server = await startJenkins(oneJob(), {
      faults: ({ path }) =>
        path.startsWith('/whoAmI')
          ? { kind: 'status', status: 302, headers: { location: location.replace('PORT', port) } }
          : undefined,
    });
    ({ port } = new URL(server.url));
    const { told, findings } = await readAll(connectedHost(), { url: server.url });
    expect(told).toEqual([
      `server/redirect: \`${server.url}/whoAmI/api/json\` leads to \`${target.replace('PORT', port)}\``,
    ]);
    expect(server.requests).toHaveLength(1);
    const help = location.startsWith('https:')
      ? /name the address with `https:`/
      : /name the address of Jenkins itself/;
    expect(findings[0]?.help[0]).toMatch(help);
  });

  it('inside the address is followed, with the login', async () => {
    await using server = await startJenkins(oneJob(), {
      faults: ({ path }) =>
        path === '/job/f/job/a/config.xml'
          ? { kind: 'status', status: 301, headers: { location: '/job/f/job/a/config.xml?x=1' } }
          : undefined,
    });
    const { items, told } = await readAll(connectedHost(), { url: server.url });
    expect(told).toEqual([]);
    expect(items.map(({ name }) => name)).toEqual(['f', 'f/a']);
    expect(server.requests.every(({ headers }) => headers.authorization === `Basic ${BASIC}`)).toBe(true);
  });
});

describe('the token', () => {
  it('is in no finding, no fact, no line about requests, and no file', async () => {
    const faults: readonly Fault[] = [
      { kind: 'status', status: 401 },
      { kind: 'status', status: 403 },
      { kind: 'status', status: 500, body: BASIC },
      { kind: 'cut' },
      { kind: 'noise' },
      { kind: 'status', status: 302, headers: { location: `http://admin:${TOKEN}@other.example/` } },
    ];
    for (const fault of faults)
      for (const path of ['/whoAmI', '/job/f/job/a/config.xml', '/pluginManager']) {
        await using server = await startJenkins(oneJob(), {
          faults: (request) => (request.path.startsWith(path) ? fault : undefined),
        });
        const host = connectedHost();
        const reading = await readAll(host, { url: server.url, keepIn: 'kept' });
        const all = JSON.stringify(reading) + (await filesOf(host));
        expect(all).not.toContain(TOKEN);
        expect(all).not.toContain(BASIC);
        expect(reading.findings.length).toBeGreaterThan(0);
      }
  });

  it('is not taken from the address, nor shown when it stands there', async () => {
    const { told } = await readAll(connectedHost(), { url: 'https://admin:top-secret@ci.example.com/' });
    expect(told).toEqual([
      'server/address: `https://ci.example.com/` is no address of a Jenkins: it has a user or a password in it',
    ]);
  });

  it.each([
    ['no scheme', 'ci.example.com', 'it is no URL'],
    ['another scheme', 'ftp://ci.example.com', 'it is neither http nor https'],
    ['a page', 'https://ci.example.com/?view=all', 'it has a `?` or a `#` in it'],
    ['a place on a page', 'https://ci.example.com/#top', 'it has a `?` or a `#` in it'],
  ])('goes to no address that is none: %s', async (_, url, problem) => {
    const { told } = await readAll(connectedHost(), { url });
    expect(told).toEqual([`server/address: \`${url}\` is no address of a Jenkins: ${problem}`]);
  });

  it('without TLS: a warning, but not for this machine', async () => {
    const { told } = await readAll(connectedHost(), { url: 'http://ci.invalid' });
    expect(told[0]).toBe('server/plain-http: the token goes to `http://ci.invalid` without TLS');
    await using server = await startJenkins();
    expect((await readAll(connectedHost(), { url: server.url })).told).toEqual([]);
  });
});

/** The texts of all files below the working folder. */
async function filesOf({ files }: ConnectedHost, folder = '.'): Promise<string> {
  const listed = files.list(folder);
  const texts = (listed.ok ? listed.value : []).map(async ({ name, kind }) => {
    const path = `${folder}/${name}`;
    if (kind === 'folder') return filesOf({ files } as ConnectedHost, path);
    const read = files.read(path);
    return read.ok ? `${path} ${new TextDecoder().decode(read.value)}` : path;
  });
  return (await Promise.all(texts)).join('\n');
}
