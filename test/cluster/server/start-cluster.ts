import { type ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { requireTool } from '../../oracles/tools/require-tool.ts';
import { apiClient } from '../api/api-client.ts';
import type { Connection } from './connection.ts';
import { defineIstioKinds } from './custom-resources.ts';
import { apiServerTool, etcdTool } from './programs.ts';

/** Milliseconds until a server that does not answer counts as broken. */
const START_TIME = 120_000;

/** A running API server, and what ends it and removes its files. */
export interface Cluster {
  readonly connection: Connection;
  stop(): Promise<void>;
}

/**
 * Starts etcd and kube-apiserver on free ports of this machine, empty, with RBAC, Pod Security admission and the
 * CustomResourceDefinitions, but no controllers: nothing here runs a pod, and nothing cleans up. Throws when one of them
 * does not answer in time; its log is in the message.
 */
export async function startCluster(): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'bitesize-cluster-'));
  const children: ChildProcess[] = [];
  const stop = async () => {
    for (const child of [...children].reverse()) await end(child);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const etcd = `http://127.0.0.1:${await freePort()}`;
    children.push(start(folder, requireTool(etcdTool), etcdArguments(folder, etcd, await freePort())));
    await untilReady(folder, children, 'etcd', async () => (await fetch(`${etcd}/health`)).ok);
    const port = await freePort();
    const token = randomBytes(24).toString('hex');
    children.push(start(folder, requireTool(apiServerTool), serverArguments(folder, etcd, port, token)));
    const certificate = join(folder, 'certificates/apiserver.crt');
    const connection = { url: `https://127.0.0.1:${port}`, certificate, token, folder };
    await untilReady(folder, children, 'kube-apiserver', async () => {
      if (!existsSync(certificate)) return false;
      return (await apiClient(connection).request('GET', '/readyz')).status === 200;
    });
    await defineIstioKinds(apiClient(connection));
    return { connection, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function etcdArguments(folder: string, client: string, peerPort: number): readonly string[] {
  const peer = `http://127.0.0.1:${peerPort}`;
  return [
    `--data-dir=${join(folder, 'etcd-data')}`,
    `--listen-client-urls=${client}`,
    `--advertise-client-urls=${client}`,
    `--listen-peer-urls=${peer}`,
    `--initial-advertise-peer-urls=${peer}`,
    `--initial-cluster=default=${peer}`,
    // The data is thrown away; waiting for the disk would be most of the time.
    '--unsafe-no-fsync',
  ];
}

function serverArguments(folder: string, etcd: string, port: number, token: string): readonly string[] {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const file = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text, { mode: 0o600 });
    return path;
  };
  const certificates = join(folder, 'certificates');
  mkdirSync(certificates);
  return [
    `--etcd-servers=${etcd}`,
    '--bind-address=127.0.0.1',
    `--secure-port=${port}`,
    `--cert-dir=${certificates}`,
    `--token-auth-file=${file('tokens.csv', `${token},admin,admin,system:masters\n`)}`,
    `--service-account-key-file=${file('accounts.pub', publicKey)}`,
    `--service-account-signing-key-file=${file('accounts.key', privateKey)}`,
    '--service-account-issuer=https://kubernetes.default.svc',
    '--service-cluster-ip-range=10.96.0.0/16',
    '--authorization-mode=RBAC',
    // Nobody is there to answer for it.
    '--endpoint-reconciler-type=none',
  ];
}

function start(folder: string, program: string, args: readonly string[]): ChildProcess {
  const name = program.slice(program.lastIndexOf('/') + 1);
  const log = openSync(join(folder, `${name}.log`), 'a');
  return spawn(program, args, { stdio: ['ignore', log, log], cwd: folder });
}

async function untilReady(
  folder: string,
  children: readonly ChildProcess[],
  name: string,
  isReady: () => Promise<boolean>,
): Promise<void> {
  const end = Date.now() + START_TIME;
  while (Date.now() < end && children.every(({ exitCode }) => exitCode === null)) {
    if (await isReady().catch(() => false)) return;
    await pause(100);
  }
  const log = readFileSync(join(folder, `${name}.log`), 'utf8');
  throw new Error(`${name} does not answer:\n${log.slice(-3000)}`);
}

/** Asks a process to end, and makes it end when it has not after five seconds. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 5000);
  await closed;
  clearTimeout(late);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(address === null || typeof address === 'string' ? 0 : address.port));
    });
  });
}
