import { compileFully } from '../../compile.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Host } from '../../host/host.ts';
import { openServer, type ServerReading } from '../../jenkins-server/open-server.ts';
import { type EqualStore, KnownEqual } from '../../live/known-equal.ts';
import { type LiveState, readLiveState } from '../../live/live-state.ts';
import { type WantedItem, type WantedProject, wantedItems, wantedProject } from '../../live/wanted.ts';
import { chooseCache } from '../../read/cache-folder.ts';
import { servedProblem } from '../../read/fleet/open-target.ts';
import { openProject } from '../../read/open-project.ts';
import type { Finding } from '../../report/finding.ts';
import { count } from '../../report/summary.ts';
import { renderFindings } from '../../report/text.ts';
import { type ExitCode, exitCodes } from '../../run/exit-code.ts';
import type { ColourChoice } from '../../run/finish/use-colour.ts';
import { useColour } from '../../run/finish/use-colour.ts';
import { findProjects } from '../../run/plan/find-projects.ts';
import { createProgress } from '../../run/progress.ts';
import { cleanText } from '../../util/log-text.ts';
import { version } from '../../version.ts';
import type { ServerOptions } from '../add-server-options.ts';
import { openTrace } from '../trace-http.ts';

/** Projects and the Jenkins that they are on. */
export interface OpenLive {
  readonly projects: readonly WantedProject[];
  readonly wanted: readonly WantedItem[];
  readonly state: LiveState;
  readonly equal: KnownEqual;
  readonly findings: readonly Finding[];
}

/** What is open, or the code that the command ends with: why was told. */
export type OpenedLive =
  | { readonly kind: 'open'; readonly live: OpenLive }
  | { readonly kind: 'ended'; readonly code: ExitCode };

/** How a command asks a running Jenkins. */
export interface LiveOptions extends ServerOptions {
  readonly color: ColourChoice;
  /** Whether plugins, credentials and settings count, too: only then are they made and asked for. */
  readonly besideJobs: boolean;
}

/**
 * Compiles projects, and reads all that their Jenkins has meanwhile: a server takes its time to answer. The reading ends as soon
 * as a project turns out to have errors.
 */
export async function openLive(
  host: Host,
  names: readonly string[],
  options: LiveOptions,
): Promise<OpenedLive> {
  const ending = new AbortController();
  const compiling = async () => {
    const compiled = await compileProjects(host, names, options);
    if ('code' in compiled) ending.abort();
    return compiled;
  };
  const [compiled, asked] = await Promise.all([compiling(), readServer(host, options, ending)]);
  if ('code' in compiled) return { kind: 'ended', code: compiled.code };
  if ('code' in asked) return { kind: 'ended', code: asked.code };
  const { state, sealKey, findings } = asked;
  const equal = new KnownEqual(host, version, storeOf(host, compiled.projects, state.url, sealKey));
  return { kind: 'open', live: { ...compiled, state, equal, findings } };
}

/** The code that a command ends with: why was told. */
interface Ended {
  readonly code: ExitCode;
}

async function compileProjects(
  host: Host,
  names: readonly string[],
  { besideJobs, color }: LiveOptions,
): Promise<Pick<OpenLive, 'projects' | 'wanted'> | Ended> {
  const read = await readProjects(host, names, besideJobs);
  if (typeof read === 'string') {
    host.stderr.write(`error: ${read}\n`);
    return { code: exitCodes.usage };
  }
  const { projects, problems } = read;
  for (const problem of problems) host.stderr.write(`error: ${problem}\n`);
  if (problems.length > 0) return { code: exitCodes.errors };
  const { items: wanted, findings } = wantedItems(projects);
  if (findings.length === 0) return { projects, wanted };
  tellFindings(host, findings, color);
  return { code: exitCodes.errors };
}

interface ReadProjects {
  readonly projects: readonly WantedProject[];
  /** Projects that do not compile. */
  readonly problems: readonly string[];
}

/** Returns the projects behind the arguments, or what is wrong with those. */
async function readProjects(
  host: Host,
  names: readonly string[],
  besideJobs: boolean,
): Promise<ReadProjects | string> {
  const { folders, diagnostics } = await findProjects(host, names);
  const [wrong] = diagnostics;
  if (wrong !== undefined) return wrong.message;
  const served = await servedProblem(host, folders);
  if (served !== undefined) return served;
  const projects: WantedProject[] = [];
  const problems: string[] = [];
  for (const folder of folders) {
    // Answers of the server get their turn.
    await host.wait(0);
    const { sources, files, diagnostics: found } = await openProject(host, folder);
    const compiled = await compileFully(sources, {
      unknownFields: 'warn',
      allowPlainSecrets: true,
      files,
      emit: [],
      // No file is made: what runs in the cluster is not asked for.
      parts: besideJobs ? ['items', 'controller', 'plugins'] : ['items'],
    });
    const errors = [...found, ...compiled.diagnostics].filter(({ severity }) => severity === 'error');
    const project = wantedProject(folder, compiled);
    if (errors.length === 0 && project !== undefined) projects.push(project);
    else
      problems.push(
        `\`${folder === '' ? '.' : cleanText(folder)}\` has ${count(errors.length, 'error')}: \`bitesize check\` shows them`,
      );
  }
  return { projects, problems };
}

/** Findings that nothing else comes after. */
const ENDS: ReadonlySet<string> = new Set(['server/unreachable', 'server/certificate', 'server/login']);

interface AskedServer extends Pick<OpenLive, 'state' | 'findings'> {
  readonly sealKey: string | undefined;
}

async function readServer(
  host: Host,
  { jenkins, caFile, traceHttp, color, besideJobs }: LiveOptions,
  ending: AbortController,
): Promise<AskedServer | Ended> {
  let isStopped = false;
  const undo = host.onInterrupt(() => {
    isStopped = true;
    ending.abort();
  });
  const progress = createProgress(host, undefined, 'configurations from Jenkins');
  const found: Diagnostic[] = [];
  const report = (finding: Diagnostic) => void found.push(finding);
  const findings = () => found.map((diagnostic) => ({ diagnostic, folder: '' }));
  const trace = openTrace(host, traceHttp);
  let reading: ServerReading | undefined;
  try {
    const given = {
      ...(caFile === undefined ? {} : { caFile }),
      ...(trace === undefined ? {} : { onExchange: trace.onExchange }),
    };
    reading = await openServer(
      host,
      { url: jenkins, ...given, credentials: besideJobs, signal: ending.signal },
      report,
    );
    const state = reading && (await readLiveState(reading, report, progress.step));
    progress.end();
    if (ending.signal.aborted) {
      if (isStopped) host.stderr.write('error: stopped\n');
      return { code: exitCodes.failure };
    }
    if (reading === undefined || state === undefined || found.some(({ code }) => ENDS.has(code))) {
      tellFindings(host, findings(), color);
      return { code: exitCodes.errors };
    }
    return { state, sealKey: reading.sealKey, findings: findings() };
  } finally {
    progress.end();
    undo();
    await reading?.close(true);
    const problem = trace?.end();
    if (problem !== undefined) host.stderr.write(`error: ${problem}\n`);
  }
}

function storeOf(
  host: Host,
  projects: readonly WantedProject[],
  url: string,
  sealKey: string | undefined,
): EqualStore | undefined {
  const cache = chooseCache(
    host,
    projects.map(({ folder }) => folder),
  );
  if (sealKey === undefined || cache.kind !== 'folder') return undefined;
  return { folder: cache.folder.path, key: sealKey, url };
}

/** Writes findings for people to standard error; returns whether one of them is an error. */
export function tellFindings(host: Host, findings: readonly Finding[], color: ColourChoice): boolean {
  if (findings.length === 0) return false;
  const context = {
    version,
    projects: [],
    fleets: [],
    milliseconds: 0,
    maximum: 100,
    width: Math.max(40, (host.stderr.columns ?? 120) - 8),
    colour: useColour(color, host.env, host.stderr),
  };
  host.stderr.write(renderFindings(findings, context), 'colours');
  return findings.some(({ diagnostic }) => diagnostic.severity === 'error');
}
