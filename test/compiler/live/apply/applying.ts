import type { Diagnostic } from '../../../../compiler/diagnostics/diagnostic.ts';
import type { HttpClient, HttpRequest } from '../../../../compiler/host/http.ts';
import type { MemoryHostOptions } from '../../../../compiler/host/memory-host.ts';
import { openNodeHttp } from '../../../../compiler/host/node-http.ts';
import { connectServer } from '../../../../compiler/jenkins-server/connect-server.ts';
import type { Exchange } from '../../../../compiler/jenkins-server/jenkins-client.ts';
import { type Applied, type ApplyOptions, applyPlan } from '../../../../compiler/live/apply/apply-plan.ts';
import { configDigest } from '../../../../compiler/live/apply/live-config.ts';
import { type LivePlan, PLAN_FORMAT, type PlanStep } from '../../../../compiler/live/live-plan.ts';
import { markedDescription } from '../../../../compiler/live/marker.ts';
import { sha256 } from '../../../../compiler/util/sha256.ts';
import type { JenkinsModel, ModelItem } from '../../../support/jenkins-model.ts';
import {
  type JenkinsServer,
  type JenkinsServerOptions,
  startJenkins,
} from '../../../support/jenkins-server.ts';
import { type ConnectedHost, connectedHost, unexpected } from '../../jenkins-server/reading.ts';

/** The project of all steps. */
export const PROJECT = 'shop';

const description = (text: string) =>
  `<description>${markedDescription(text, { project: PROJECT }).replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</description>`;

/** A freestyle job of ours. */
export function job(text: string, more = ''): string {
  return `<project>${description(text)}${more}<builders><hudson.tasks.Shell><command>echo ${text}</command></hudson.tasks.Shell></builders></project>`;
}

/** A folder of ours. */
export function folder(text: string): string {
  const name = 'com.cloudbees.hudson.plugins.folder.Folder';
  return `<${name}>${description(text)}<properties/></${name}>`;
}

/** A list view. */
export function view(...names: readonly string[]): string {
  const strings = names.map((name) => `<string>${name}</string>`).join('');
  return `<hudson.model.ListView><jobNames><comparator class="hudson.util.CaseInsensitiveComparator"/>${strings}</jobNames><jobFilters/><columns><hudson.views.JobColumn/></columns><recurse>false</recurse></hudson.model.ListView>`;
}

const wanted = (xml: string) => ({ digest: configDigest(sha256, xml), xml });
const common = (kind: PlanStep['kind'], name: string) => ({ kind, name, project: PROJECT });

/** Returns the digest of what a model has. */
function seen(model: JenkinsModel, kind: PlanStep['kind'], name: string) {
  const at = name.lastIndexOf('/');
  const owner = model.find(name.slice(0, Math.max(0, at)));
  const item = kind === 'view' ? undefined : model.find(name);
  const xml = kind === 'view' ? owner?.views.get(name.slice(at + 1))?.xml : item && model.printed(item);
  if (xml === undefined) throw new Error(`there is no ${kind} ${name}`);
  return { digest: configDigest(sha256, xml) };
}

/** Steps of plans about what a model has at the moment. */
export function stepsOn(model: JenkinsModel) {
  return {
    create: (kind: PlanStep['kind'], name: string, xml: string): PlanStep => ({
      action: 'create',
      ...common(kind, name),
      after: wanted(xml),
    }),
    update: (kind: PlanStep['kind'], name: string, xml: string, at = name): PlanStep => ({
      action: 'update',
      ...common(kind, name),
      before: seen(model, kind, at),
      after: wanted(xml),
    }),
    replace: (kind: PlanStep['kind'], name: string, xml: string): PlanStep => ({
      action: 'replace',
      ...common(kind, name),
      before: seen(model, kind, name),
      after: wanted(xml),
    }),
    move: (kind: PlanStep['kind'], from: string, name: string, at = from): PlanStep => ({
      action: 'move',
      ...common(kind, name),
      from,
      before: seen(model, kind, at),
    }),
    disable: (name: string): PlanStep => ({
      action: 'disable',
      ...common('job', name),
      before: seen(model, 'job', name),
    }),
    delete: (kind: PlanStep['kind'], name: string): PlanStep => ({
      action: 'delete',
      ...common(kind, name),
      before: seen(model, kind, name),
    }),
  };
}

/** Returns a plan for a server. */
export function planOf(server: Pick<JenkinsServer, 'url'>, steps: readonly PlanStep[]): LivePlan {
  return { format: PLAN_FORMAT, url: server.url, user: 'admin', version: '1.0.0', steps };
}

/** All that came of an apply. */
export interface Run {
  readonly applied: Applied;
  readonly told: readonly string[];
  readonly findings: readonly Diagnostic[];
  /** Method, path and result of each request. */
  readonly sent: readonly string[];
}

/** What an apply in a test may be given. */
export interface RunOptions extends Partial<ApplyOptions> {
  readonly silence?: number;
  /** The server, when it is not that of the plan. */
  readonly url?: string;
  readonly isStopping?: () => boolean;
}

/** Applies a plan. */
export async function run(host: ConnectedHost, plan: LivePlan, options: RunOptions = {}): Promise<Run> {
  const { silence, isStopping, url, ...given } = options;
  const exchanges: Exchange[] = [];
  const findings: Diagnostic[] = [];
  const connect = {
    url: url ?? plan.url,
    onExchange: (exchange: Exchange) => void exchanges.push(exchange),
    random: () => 0.5,
    ...(silence === undefined ? {} : { silence }),
  };
  const connection = await connectServer(host, connect, new AbortController().signal, unexpected);
  if (connection === undefined) throw new Error('no connection');
  const context = {
    host,
    client: connection.client,
    report: (finding: Diagnostic) => void findings.push(finding),
    isStopping: isStopping ?? (() => false),
    random: Math.random,
  };
  try {
    const applied = await applyPlan(context, plan, { lockTimeout: 120_000, ...given });
    return {
      applied,
      findings,
      told: findings.map(({ code, message }) => `${code}: ${message}`),
      sent: exchanges.map(({ method, path, result }) => `${method} ${path} ${result}`),
    };
  } finally {
    await connection.close();
  }
}

/** Returns the requests of a run that change something, without those about the lock. */
export function writes({ sent }: Pick<Run, 'sent'>): readonly string[] {
  return sent.filter((line) => line.startsWith('POST') && !line.includes('bitesize-lock'));
}

/** Starts a server whose clock is that of a host, which moves only when somebody waits. */
export async function startWith(
  model: JenkinsModel,
  options: JenkinsServerOptions & { readonly host?: MemoryHostOptions } = {},
): Promise<{ readonly server: JenkinsServer; readonly host: ConnectedHost } & AsyncDisposable> {
  const { host: hostOptions, ...rest } = options;
  const host = connectedHost(hostOptions);
  model.clock = () => Date.parse('2026-11-30T10:00:00Z') + host.now();
  const server = await startJenkins(model, rest);
  return { server, host, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

/** What a killed run throws in a test. */
export class Killed extends Error {}

/** Returns a host whose run is killed with its n-th request, from 0 on, which reaches the server or not; `onKill` hears its method. */
export function killedAt(
  host: ConnectedHost,
  at: number,
  isTaken: boolean,
  onKill: (method: string) => void = () => undefined,
): ConnectedHost {
  let count = 0;
  const send =
    (http: HttpClient) =>
    async (request: HttpRequest): ReturnType<HttpClient['send']> => {
      const number = count++;
      if (number === at) onKill(request.method);
      if (number === at && isTaken) await http.send(request);
      if (number >= at) throw new Killed();
      return http.send(request);
    };
  return {
    ...host,
    openHttp: async (options) => {
      const opened = openNodeHttp({ ...options, env: host.env });
      return opened.ok
        ? { ok: true, value: { send: send(opened.value), close: opened.value.close } }
        : opened;
    },
  };
}

/** Returns what a model has, by full name: a text that is the same for what is the same. */
export function contents(model: JenkinsModel): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  const walk = (name: string, item: ModelItem) => {
    for (const [each, { xml }] of item.views) found[`${name}//${each}`] = configDigest(sha256, xml);
    for (const [each, child] of item.children ?? []) {
      const inner = name === '' ? each : `${name}/${each}`;
      found[inner] = configDigest(sha256, model.printed(child));
      walk(inner, child);
    }
  };
  walk('', model.root);
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
}
