import { compileFully } from '../../compile.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Host } from '../../host/host.ts';
import { openServer, type ServerReading } from '../../jenkins-server/open-server.ts';
import { KnownEqual } from '../../live/known-equal.ts';
import { type LiveState, readLiveState } from '../../live/live-state.ts';
import { type WantedItem, type WantedProject, wantedItems, wantedProject } from '../../live/wanted.ts';
import { chooseCache } from '../../read/cache-folder.ts';
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

/** Compiles projects, and reads all that their Jenkins has. */
export async function openLive(
  host: Host,
  names: readonly string[],
  options: ServerOptions & { readonly color: ColourChoice },
): Promise<OpenedLive> {
  const read = await readProjects(host, names);
  if (typeof read === 'string') {
    host.stderr.write(`error: ${read}\n`);
    return { kind: 'ended', code: exitCodes.usage };
  }
  const { projects, problems } = read;
  for (const problem of problems) host.stderr.write(`error: ${problem}\n`);
  if (problems.length > 0) return { kind: 'ended', code: exitCodes.errors };
  const { items: wanted, findings } = wantedItems(projects);
  if (findings.length > 0) {
    tellFindings(host, findings, options.color);
    return { kind: 'ended', code: exitCodes.errors };
  }
  return readServer(host, { projects, wanted }, options);
}

interface ReadProjects {
  readonly projects: readonly WantedProject[];
  /** Projects that do not compile. */
  readonly problems: readonly string[];
}

/** Returns the projects behind the arguments, or what is wrong with those. */
async function readProjects(host: Host, names: readonly string[]): Promise<ReadProjects | string> {
  const { folders, diagnostics } = await findProjects(host, names);
  const [wrong] = diagnostics;
  if (wrong !== undefined) return wrong.message;
  const projects: WantedProject[] = [];
  const problems: string[] = [];
  for (const folder of folders) {
    const { sources, files, diagnostics: found } = await openProject(host, folder);
    const compiled = await compileFully(sources, {
      unknownFields: 'warn',
      allowPlainSecrets: true,
      files,
      emit: [],
      // No file is made: what runs in the cluster is not asked for.
      parts: ['items', 'controller', 'plugins'],
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

async function readServer(
  host: Host,
  { projects, wanted }: Pick<OpenLive, 'projects' | 'wanted'>,
  { jenkins, caFile, traceHttp, color }: ServerOptions & { readonly color: ColourChoice },
): Promise<OpenedLive> {
  const ending = new AbortController();
  const undo = host.onInterrupt(() => ending.abort());
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
    reading = await openServer(host, { url: jenkins, ...given, signal: ending.signal }, report);
    const state = reading && (await readLiveState(reading, report, progress.step));
    progress.end();
    if (ending.signal.aborted) {
      host.stderr.write('error: stopped\n');
      return { kind: 'ended', code: exitCodes.failure };
    }
    if (reading === undefined || state === undefined || found.some(({ code }) => ENDS.has(code))) {
      tellFindings(host, findings(), color);
      return { kind: 'ended', code: exitCodes.errors };
    }
    const equal = new KnownEqual(host, version, storeOf(host, projects, reading));
    return { kind: 'open', live: { projects, wanted, state, equal, findings: findings() } };
  } finally {
    progress.end();
    undo();
    await reading?.close(true);
    const problem = trace?.end();
    if (problem !== undefined) host.stderr.write(`error: ${problem}\n`);
  }
}

function storeOf(host: Host, projects: readonly WantedProject[], { sealKey, url }: ServerReading) {
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
    milliseconds: 0,
    maximum: 100,
    width: Math.max(40, (host.stderr.columns ?? 120) - 8),
    colour: useColour(color, host.env, host.stderr),
  };
  host.stderr.write(renderFindings(findings, context), 'colours');
  return findings.some(({ diagnostic }) => diagnostic.severity === 'error');
}
