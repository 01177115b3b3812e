import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { JenkinsModel } from '../../support/jenkins-model.ts';
import { type Fault, type Faults, startJenkins } from '../../support/jenkins-server.ts';
import { connectedHost, freestyle, readAll } from './reading.ts';

function threeJobs(): JenkinsModel {
  const model = new JenkinsModel();
  for (const name of ['a', 'b', 'c']) model.addJob(name, freestyle(`echo ${name}`));
  return model;
}

/** Something goes wrong with one request, or with the first so many of it. */
function at(path: RegExp, fault: Fault, times = Number.POSITIVE_INFINITY): Faults {
  return (request) => (path.test(request.path) && request.before < times ? fault : undefined);
}

/** How long nothing may come where nothing does; all else has the time that is usual. */
const SILENCE = 400;

function silenceFor({ kind }: Fault): number | undefined {
  return ['hang', 'stall', 'length'].includes(kind) ? SILENCE : undefined;
}

async function readWith(faults: Faults, silence?: number) {
  await using server = await startJenkins(threeJobs(), { faults });
  const host = connectedHost();
  const reading = await readAll(host, { url: server.url, ...(silence === undefined ? {} : { silence }) });
  return { ...reading, names: reading.items.map(({ name }) => name), host, server };
}

const HTML = '<!DOCTYPE html><html><body>Please log in</body></html>';

/** Each of them may go away by itself. */
const passing: readonly (readonly [string, Fault])[] = [
  ['429', { kind: 'status', status: 429 }],
  ['502', { kind: 'status', status: 502 }],
  ['503', { kind: 'status', status: 503 }],
  ['504', { kind: 'status', status: 504 }],
  ['no answer', { kind: 'hang' }],
  ['half an answer, then nothing', { kind: 'stall', after: 20 }],
  ['a connection that ends before the answer', { kind: 'cut' }],
  ['a connection that ends in the body', { kind: 'cut', after: 20 }],
  ['a length that is never reached', { kind: 'length', more: 100 }],
];

describe('a fault that goes away', () => {
  it.each(passing)('%s: is asked for again', async (_, fault) => {
    const { names, told, host, exchanges } = await readWith(
      at(/\/job\/b\/config/, fault, 2),
      silenceFor(fault),
    );
    expect(told).toEqual([]);
    expect(names).toEqual(['a', 'b', 'c']);
    expect(
      exchanges.filter(({ path }) => path === '/job/b/config.xml').map(({ attempt }) => attempt),
    ).toEqual([1, 2, 3]);
    expect(host.pauses).toEqual([500, 1000]);
  });

  it.each(passing)('%s: in a list as well', async (_, fault) => {
    const { names, told } = await readWith(at(/^\/api\/json/, fault, 2), silenceFor(fault));
    expect(told).toEqual([]);
    expect(names).toEqual(['a', 'b', 'c']);
  });

  it.each([
    ['seconds', '7', 7000],
    ['a date', 'Mon, 30 Nov 2026 10:00:09 GMT', 9000],
  ])('waits as long as the server wants: %s', async (_, after, pause) => {
    const headers = { 'retry-after': after, date: 'Mon, 30 Nov 2026 10:00:00 GMT' };
    const { names, host } = await readWith(
      at(/\/job\/b\/config/, { kind: 'status', status: 503, headers }, 1),
    );
    expect(names).toEqual(['a', 'b', 'c']);
    expect(host.pauses[0]).toBe(pause);
  });

  it('pauses grow, and end', async () => {
    const { host, exchanges } = await readWith(at(/\/job\/b\/config/, { kind: 'status', status: 503 }));
    expect(exchanges.filter(({ path }) => path === '/job/b/config.xml')).toHaveLength(5);
    expect(host.pauses).toEqual([500, 1000, 2000, 4000]);
  });

  it('a server that wants no request for an hour is not waited for', async () => {
    const { told, host } = await readWith(
      at(/\/job\/b\/config/, { kind: 'status', status: 503, headers: { 'retry-after': '3600' } }),
    );
    expect(told).toEqual(['server/unread: cannot read `b`: the server answers 503']);
    expect(host.pauses).toEqual([]);
  });
});

/** One job that cannot be read: it is told, and the others are there. */
const lasting: readonly (readonly [string, Fault, string])[] = [
  ['503', { kind: 'status', status: 503 }, 'the server answers 503'],
  ['500', { kind: 'status', status: 500 }, 'the server answers 500'],
  ['404', { kind: 'status', status: 404 }, 'it is not there, or may not be seen'],
  [
    '403',
    { kind: 'status', status: 403, headers: { 'x-required-permission': 'hudson.model.Item.Configure' } },
    'the permission `hudson.model.Item.Configure` is missing',
  ],
  ['no answer', { kind: 'hang' }, 'nothing came for 0.4 s'],
  ['half an answer, then nothing', { kind: 'stall', after: 20 }, 'nothing came for 0.4 s'],
  ['a connection that ends before the answer', { kind: 'cut' }, 'the connection was cut'],
  ['a connection that ends in the body', { kind: 'cut', after: 20 }, 'the connection was cut'],
  ['a length that is never reached', { kind: 'length', more: 100 }, 'nothing came for 0.4 s'],
  ['a length that is too small', { kind: 'length', more: -5 }, 'it is no XML, or not all of it'],
  [
    'an answer that ends early without a sign',
    { kind: 'short', after: 100 },
    'it is no XML, or not all of it',
  ],
  ['an endless answer', { kind: 'endless' }, 'the answer has more than 64 MiB'],
  ['no HTTP', { kind: 'noise' }, 'what came is no HTTP'],
  [
    'HTML',
    { kind: 'status', status: 200, body: HTML },
    'it is a page for people (HTML), such as one to log in',
  ],
  [
    'bytes that are no UTF-8',
    { kind: 'status', status: 200, body: Buffer.from('<project>\u00e9</project>', 'latin1') },
    'it is not UTF-8',
  ],
  [
    'what is compressed',
    {
      kind: 'status',
      status: 200,
      headers: { 'content-encoding': 'gzip' },
      body: gzipSync('<project/>'),
    },
    'it is compressed, which was not asked for',
  ],
  ['nothing', { kind: 'status', status: 200, body: '' }, 'it is no XML, or not all of it'],
  [
    'a way in circles',
    { kind: 'status', status: 302, headers: { location: '/job/b/config.xml' } },
    'it leads on and on',
  ],
  ['no way', { kind: 'status', status: 302 }, 'it leads to `nowhere`'],
];

describe('a fault that stays', () => {
  it.each(lasting)('%s: is told about the job, and the others are read', async (_, fault, reason) => {
    const { names, told, findings } = await readWith(at(/\/job\/b\/config/, fault), silenceFor(fault));
    expect(names).toEqual(['a', 'c']);
    expect(told).toEqual([`server/unread: cannot read \`b\`: ${reason}`]);
    expect(findings[0]?.help.length).toBeGreaterThan(0);
  });

  it('of a folder: what is in it is missing, and that is told', async () => {
    const model = threeJobs();
    model.addJob('f/x', freestyle('true'));
    await using server = await startJenkins(model, {
      faults: at(/^\/job\/f\/api/, { kind: 'status', status: 500 }),
    });
    const { items, told } = await readAll(connectedHost(), { url: server.url });
    expect(items.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'f']);
    expect(told).toEqual(['server/unread: cannot read `f`: the server answers 500']);
  });

  it.each([
    ['plugins', /pluginManager/, 'the list of plugins: the server answers 500'],
    ['nodes', /computer/, 'the nodes and their labels: the server answers 500'],
    ['credentials', /store\/system\/api/, 'the credentials: the server answers 500'],
    ['a view', /view\/all/, 'view `all`: the server answers 500'],
  ])('of %s: the jobs are read all the same', async (_, path, message) => {
    const { names, told } = await readWith(at(path, { kind: 'status', status: 500 }));
    expect(names).toEqual(['a', 'b', 'c']);
    expect(told).toEqual([`server/unread: cannot read ${message}`]);
  });

  it('of all requests from some moment on: the reading ends soon', async () => {
    const model = new JenkinsModel();
    for (let index = 0; index < 200; index++) model.addJob(`job-${index}`, freestyle('true'));
    await using server = await startJenkins(model, {
      faults: at(/\/job\/job-1?\d\d\/config/, { kind: 'cut' }),
    });
    const { told } = await readAll(connectedHost(), { url: server.url, parallel: 4 });
    expect(told.at(-1)).toBe(
      `server/unreachable: \`${server.url}\` gives no answer: 10 requests in a row failed`,
    );
    expect(server.requests.length).toBeLessThan(150);
  });
});

describe('a server that is none', () => {
  it.each([
    [
      'HTML',
      { kind: 'status', status: 200, body: HTML },
      'server/bad-answer',
      'it is a page for people (HTML), such as one to log in',
    ],
    [
      'nothing at this path',
      { kind: 'status', status: 404 },
      'server/bad-answer',
      'there is nothing of this name',
    ],
    [
      'JSON of something else',
      { kind: 'status', status: 200, body: '{"ok":true}' },
      'server/bad-answer',
      'it is no Jenkins',
    ],
    ['a list', { kind: 'status', status: 200, body: '[]' }, 'server/bad-answer', 'it is no object'],
    [
      'half of an object',
      { kind: 'status', status: 200, body: '{"_class":' },
      'server/bad-answer',
      'it is no JSON, or not all of it',
    ],
    ['no HTTP', { kind: 'noise' }, 'server/bad-answer', 'what came is no HTTP'],
    ['no answer', { kind: 'hang' }, 'server/unreachable', 'nothing came for 0.4 s'],
    ['a cut connection', { kind: 'cut' }, 'server/unreachable', 'the connection was cut'],
  ] as const)('%s', async (_, fault, code, reason) => {
    const { items, findings, told } = await readWith(at(/^\/whoAmI/, fault), silenceFor(fault));
    expect(items).toEqual([]);
    expect(told).toEqual([expect.stringMatching(new RegExp(`^${code}: `))]);
    expect(told[0]?.endsWith(`: ${reason}`)).toBe(true);
    expect(findings[0]?.help.length).toBeGreaterThan(0);
  });

  it('nobody at the port: it is told at once', async () => {
    const server = await startJenkins();
    await server[Symbol.asyncDispose]();
    const host = connectedHost();
    const { told } = await readAll(host, { url: server.url });
    expect(told).toEqual([
      `server/unreachable: \`${server.url}\` gives no answer: the connection is refused`,
    ]);
    expect(host.pauses).toEqual([]);
  });

  it('no such host', async () => {
    const { told } = await readAll(connectedHost(), { url: 'http://jenkins.invalid' });
    expect(told[1]).toMatch(/^server\/unreachable: `http:\/\/jenkins\.invalid` gives no answer: /);
  });
});
