import type { Diagnostic } from '../../../compiler/diagnostics/diagnostic.ts';
import type { Host } from '../../../compiler/host/host.ts';
import {
  createMemoryHost,
  type MemoryHost,
  type MemoryHostOptions,
} from '../../../compiler/host/memory-host.ts';
import { openNodeHttp } from '../../../compiler/host/node-http.ts';
import { connectServer, type ReportFinding } from '../../../compiler/jenkins-server/connect-server.ts';
import type { Exchange, JenkinsClient } from '../../../compiler/jenkins-server/jenkins-client.ts';
import {
  openServer,
  type ReadingProgress,
  type ReadServerOptions,
  type ServerItem,
} from '../../../compiler/jenkins-server/open-server.ts';
import type { ServerFacts } from '../../../compiler/jenkins-server/server-facts.ts';

/** A host in memory whose connections are real. Its clock moves only when somebody waits. */
export interface ConnectedHost extends MemoryHost {
  /** How long was waited for, in milliseconds, in its order. */
  readonly pauses: readonly number[];
}

/** Returns such a host; without other variables, the user is `admin` of the test server. */
export function connectedHost(options: MemoryHostOptions = {}): ConnectedHost {
  const env = options.env ?? { JENKINS_USER: 'admin', JENKINS_TOKEN: '11aaaa' };
  const pauses: number[] = [];
  let now = 1_000_000;
  return {
    ...createMemoryHost({ ...options, env }),
    pauses,
    now: () => now,
    wait: async (milliseconds) => {
      pauses.push(milliseconds);
      now += milliseconds;
    },
    openHttp: async (http) => openNodeHttp({ ...http, env }),
  };
}

/** All that reading a server gave. */
export interface Reading {
  readonly items: readonly ServerItem[];
  readonly findings: readonly Diagnostic[];
  /** Code and message of each finding. */
  readonly told: readonly string[];
  readonly facts: ServerFacts | undefined;
  readonly progress: ReadingProgress | undefined;
  readonly exchanges: readonly Exchange[];
}

/** What a test says about reading; the rest is plain. */
type ReadingOptions = Partial<ReadServerOptions> & Pick<ReadServerOptions, 'url'>;

/** Yields the items of a server, and closes it as a run that is done or was cut. */
export async function* itemsOf(
  host: Host,
  options: ReadingOptions,
  report: ReportFinding = unexpected,
  onFacts?: (facts: ServerFacts) => void,
): AsyncGenerator<ServerItem> {
  let isDone = true;
  const server = await openServer(host, { random: () => 1, keepIn: 'kept', ...options }, (finding) => {
    isDone &&= finding.severity !== 'error';
    report(finding);
  });
  if (server === undefined) return;
  onFacts?.(server.facts);
  let isWhole = false;
  try {
    yield* server.items((finding) => {
      isDone &&= finding.severity !== 'error';
      report(finding);
    });
    isWhole = true;
  } finally {
    await server.close(isWhole && isDone);
  }
}

/** Reads a server to its end. */
export async function readAll(host: Host, options: ReadingOptions): Promise<Reading> {
  const items: ServerItem[] = [];
  const findings: Diagnostic[] = [];
  const exchanges: Exchange[] = [];
  let facts: ServerFacts | undefined;
  let progress: ReadingProgress | undefined;
  const all: ReadingOptions = {
    onProgress: (at) => {
      progress = at;
    },
    onExchange: (exchange) => exchanges.push(exchange),
    ...options,
  };
  const onFacts = (found: ServerFacts) => {
    facts = found;
  };
  for await (const item of itemsOf(host, all, (finding) => findings.push(finding), onFacts)) items.push(item);
  const told = findings.map(({ code, message }) => `${code}: ${message}`);
  return { items, findings, told, facts, progress, exchanges };
}

/** A freestyle job of one shell step. */
export function freestyle(command: string): string {
  return `<project><description/><builders><hudson.tasks.Shell><command>${command}</command></hudson.tasks.Shell></builders></project>`;
}

/** Takes no finding. */
export function unexpected({ message }: Diagnostic): never {
  throw new Error(message);
}

/** Returns a client of a server; it ends with the server. */
export async function clientOf(
  host: Host,
  url: string,
  more: { readonly silence?: number; readonly onExchange?: (exchange: Exchange) => void } = {},
): Promise<JenkinsClient> {
  const { signal } = new AbortController();
  const connection = await connectServer(host, { url, random: () => 1, ...more }, signal, unexpected);
  if (connection === undefined) throw new Error('no connection');
  return connection.client;
}
