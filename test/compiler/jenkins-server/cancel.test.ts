import { describe, expect, it } from 'vitest';
import { createNodeHost } from '../../../compiler/host/node-host.ts';
import { makeCertificate } from '../../support/certificate.ts';
import { JenkinsModel } from '../../support/jenkins-model.ts';
import { startJenkins } from '../../support/jenkins-server.ts';
import { connectedHost, freestyle, itemsOf, readAll } from './reading.ts';

function someJobs(): JenkinsModel {
  const model = new JenkinsModel();
  for (let index = 0; index < 20; index++) model.addJob(`job-${index}`, freestyle('true'));
  return model;
}

describe('a signal', () => {
  it.each(['/whoAmI', '/api/json', '/pluginManager', '/job/job-5/config.xml'])(
    'while %s is asked for: nothing is told, nothing is asked any more',
    async (path) => {
      const ending = new AbortController();
      await using server = await startJenkins(someJobs(), {
        faults: (request) => {
          if (!request.path.startsWith(path)) return undefined;
          ending.abort();
          return { kind: 'hang' };
        },
      });
      const { told } = await readAll(connectedHost(), { url: server.url, signal: ending.signal });
      expect(told).toEqual([]);
      await server.allClosed();
      expect(server.requests.filter((request) => request.path.startsWith('/job/job-19/'))).toEqual([]);
    },
  );

  it('ends a pause', async () => {
    const ending = new AbortController();
    await using server = await startJenkins(someJobs(), {
      faults: () => ({ kind: 'status', status: 503, headers: { 'retry-after': '200' } }),
    });
    // The pause of the machine would take more than three minutes.
    const { wait } = createNodeHost(new URL('../../../', import.meta.url));
    const host = { ...connectedHost(), wait };
    const reading = readAll(host, {
      url: server.url,
      signal: ending.signal,
      onExchange: () => setImmediate(() => ending.abort()),
    });
    expect((await reading).told).toEqual([]);
    expect(server.requests).toHaveLength(1);
  });

  it('that was given before: nothing is asked', async () => {
    await using server = await startJenkins(someJobs());
    const { items, told } = await readAll(connectedHost(), { url: server.url, signal: AbortSignal.abort() });
    expect([items, told, server.requests]).toEqual([[], [], []]);
  });
});

it('whoever wants no more jobs closes all connections', async () => {
  await using server = await startJenkins(someJobs(), {
    faults: ({ path }) => (path.startsWith('/job/job-3/') ? { kind: 'hang' } : undefined),
  });
  for await (const { name } of itemsOf(connectedHost(), { url: server.url })) {
    expect(name).toBe('job-0');
    break;
  }
  await server.allClosed();
  expect(server.requests.filter(({ path }) => path.startsWith('/job/job-19/'))).toEqual([]);
});

describe('a file of certificates', () => {
  it('is the one that is trusted', async () => {
    const own = makeCertificate();
    await using server = await startJenkins(someJobs(), { tls: own });
    const host = connectedHost({
      env: { JENKINS_USER: 'admin', JENKINS_TOKEN: '11aaaa' },
      files: { 'ca.pem': own.cert },
    });
    expect((await readAll(host, { url: server.url, caFile: 'ca.pem' })).items).toHaveLength(20);
    const { told, findings } = await readAll(host, { url: server.url });
    expect(told).toEqual([
      `server/certificate: \`${server.url}\` cannot be trusted: the certificate is signed by itself`,
    ]);
    expect(findings[0]?.help[0]).toContain('--ca-file');
    expect(host.pauses).toEqual([]);
  });

  it('that is not there, or holds none, is told', async () => {
    const host = connectedHost({ env: {}, files: { 'empty.pem': '' } });
    expect((await readAll(host, { url: 'https://localhost:1', caFile: 'no.pem' })).told).toEqual([
      'file/unreadable: cannot read `no.pem`: no such file or folder',
    ]);
    expect((await readAll(host, { url: 'https://localhost:1', caFile: 'empty.pem' })).told).toEqual([
      'server/unreachable: `https://localhost:1` gives no answer: the file of certificates holds none in PEM',
    ]);
  });
});
