import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HttpAnswer, HttpRequest } from '../../../compiler/host/http.ts';
import { openNodeHttp } from '../../../compiler/host/node-http.ts';
import { makeCertificate } from '../../support/certificate.ts';
import { type JenkinsServer, startJenkins } from '../../support/jenkins-server.ts';

const request = (url: string, more: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'GET',
  url: `${url}/whoAmI/api/json`,
  headers: {},
  silence: 10_000,
  patience: 60_000,
  limit: 1_000_000,
  ...more,
});

interface Asking {
  readonly ca?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly more?: Partial<HttpRequest>;
}

async function ask(url: string, { ca, env = {}, more }: Asking = {}): Promise<HttpAnswer> {
  const opened = openNodeHttp({ connections: 2, env, ...(ca === undefined ? {} : { ca }) });
  if (!opened.ok) throw new Error(opened.failure.reason);
  try {
    return await opened.value.send(request(url, more));
  } finally {
    await opened.value.close();
  }
}

describe('TLS', () => {
  const own = makeCertificate();
  const other = makeCertificate();
  let secure: JenkinsServer;
  let plain: JenkinsServer;
  beforeAll(async () => {
    secure = await startJenkins(undefined, { tls: own });
    plain = await startJenkins();
  });
  afterAll(async () => {
    await secure[Symbol.asyncDispose]();
    await plain[Symbol.asyncDispose]();
  });

  it('is trusted with the certificate of who signed it', async () => {
    expect(await ask(secure.url, { ca: own.cert })).toMatchObject({ kind: 'answer', status: 200 });
    expect(await ask(secure.url, { ca: `${other.cert}${own.cert}` })).toMatchObject({
      kind: 'answer',
      status: 200,
    });
  });

  it.each([
    ['without it', undefined],
    ['with another one', other.cert],
  ])('is not trusted %s, and gets no request', async (_, ca) => {
    const before = secure.requests.length;
    const answer = await ask(secure.url, ca === undefined ? {} : { ca });
    expect(answer).toMatchObject({ kind: 'failure', failure: 'certificate' });
    expect(secure.requests.length).toBe(before);
  });

  it('is not trusted for another host', async () => {
    const answer = await ask(secure.url.replace('localhost', '127.0.0.1'), { ca: own.cert });
    expect(answer).toMatchObject({ failure: 'certificate', reason: 'the certificate is for other hosts' });
  });

  it('is not there where the server speaks plain HTTP', async () => {
    const answer = await ask(plain.url.replace('http:', 'https:'));
    expect(answer).toMatchObject({
      failure: 'certificate',
      reason: 'there is no TLS at this port, or none of a version that is safe',
    });
  });

  it.each(['', 'no certificate', own.key, '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'])(
    'a file that holds none is refused: %#',
    (ca) => {
      expect(openNodeHttp({ connections: 1, env: {}, ca })).toMatchObject({
        ok: false,
        failure: { reason: 'the file of certificates holds none in PEM' },
      });
    },
  );
});

describe('a proxy', () => {
  const own = makeCertificate();
  let proxy: Server;
  let address: string;
  let seen: string[] = [];
  let login: string | undefined;
  beforeAll(async () => {
    proxy = createServer((incoming, response) => {
      seen.push(`${incoming.method} ${incoming.url}`);
      login = incoming.headers['proxy-authorization'];
      response.writeHead(200, { 'content-type': 'text/plain' }).end('through the proxy');
    });
    proxy.on('connect', (incoming, socket) => {
      seen.push(`CONNECT ${incoming.url}`);
      login = incoming.headers['proxy-authorization'];
      const [, port] = (incoming.url ?? '').split(':');
      if (port === '1') {
        socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
        return;
      }
      const target = connect(Number(port), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        target.pipe(socket).pipe(target);
      });
      target.on('error', () => socket.destroy());
      socket.on('error', () => target.destroy());
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    address = `127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    proxy.closeAllConnections();
    proxy.close();
  });

  const bodyOf = (answer: HttpAnswer) =>
    answer.kind === 'answer' ? Buffer.from(answer.body).toString() : answer.reason;

  it.each(['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'])(
    'of %s is asked for a tunnel',
    async (name) => {
      await using server = await startJenkins(undefined, { tls: own });
      seen = [];
      const answer = await ask(server.url, { ca: own.cert, env: { [name]: `http://me:secret@${address}` } });
      expect(answer).toMatchObject({ kind: 'answer', status: 200 });
      expect(seen).toEqual([`CONNECT localhost:${new URL(server.url).port}`]);
      expect(login).toBe(`Basic ${Buffer.from('me:secret').toString('base64')}`);
    },
  );

  it.each(['http_proxy', 'HTTP_PROXY', 'all_proxy'])(
    'of %s is asked for what is not secret',
    async (name) => {
      seen = [];
      expect(bodyOf(await ask('http://jenkins.invalid', { env: { [name]: `http://${address}` } }))).toBe(
        'through the proxy',
      );
      expect(seen).toEqual(['GET http://jenkins.invalid/whoAmI/api/json']);
    },
  );

  it.each([
    ['of http, for https', { http_proxy: 'PROXY' }],
    ['in front of a host that is excepted', { https_proxy: 'PROXY', no_proxy: 'example.com,localhost' }],
    ['in front of any host', { https_proxy: 'PROXY', NO_PROXY: '*' }],
    ['that is empty', { https_proxy: '', HTTPS_PROXY: 'PROXY' }],
  ])('is not asked %s', async (_, names) => {
    await using server = await startJenkins(undefined, { tls: own });
    seen = [];
    const env = Object.fromEntries(
      Object.entries(names).map(([name, value]) => [name, value.replace('PROXY', `http://${address}`)]),
    );
    expect(await ask(server.url, { ca: own.cert, env })).toMatchObject({ kind: 'answer', status: 200 });
    expect(seen).toEqual([]);
  });

  it('that refuses is told, without its login', async () => {
    const answer = await ask('https://localhost:1', { env: { https_proxy: `http://me:secret@${address}` } });
    expect(answer).toEqual({ kind: 'failure', failure: 'proxy', reason: 'the proxy answers 403' });
  });

  it.each(['socks5://127.0.0.1:1', 'not an address', 'file:///x'])(
    'that is none is refused: %s',
    (https_proxy) => {
      expect(openNodeHttp({ connections: 1, env: { https_proxy } })).toMatchObject({ ok: false });
    },
  );
});

describe('a request', () => {
  it('that is cancelled ends at once', async () => {
    await using server = await startJenkins(undefined, { faults: () => ({ kind: 'hang' }) });
    const ending = new AbortController();
    const asked = ask(server.url, { more: { signal: ending.signal } });
    ending.abort();
    expect(await asked).toMatchObject({ kind: 'failure', failure: 'cancelled' });
    expect(await ask(server.url, { more: { signal: ending.signal } })).toMatchObject({
      failure: 'cancelled',
    });
  });

  it('takes no longer than it may, however slowly something comes', async () => {
    const server = createServer((_, response) => {
      response.write(' ');
      const timer = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(timer));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const answer = await ask(`http://127.0.0.1:${port}`, { more: { patience: 300 } });
    expect(answer).toEqual({
      kind: 'failure',
      failure: 'time-out',
      reason: 'the answer took more than 0.3 s',
    });
    server.closeAllConnections();
    server.close();
  });
});
