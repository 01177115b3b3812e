import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Host } from '../../host/host.ts';
import { joinPath } from '../../host/path.ts';
import type { ConfigSources } from '../../import/sources/config-source.ts';
import { serverSources } from '../../import/sources/server-source.ts';
import { openServer } from '../../jenkins-server/open-server.ts';
import type { ServerFacts } from '../../jenkins-server/server-facts.ts';
import { count } from '../../report/summary.ts';
import { createProgress } from '../../run/progress.ts';
import { openTrace } from '../trace-http.ts';

/** What of the command line says which server is read. */
export interface JenkinsOptions {
  readonly jenkins: string;
  readonly caFile?: string;
  /** `true` for standard error. */
  readonly traceHttp?: string | true;
}

/** Where an import reads from. */
export interface OpenSource {
  /** As the user named it. */
  readonly name: string;
  readonly sources: ConfigSources;
  /** Undefined for a folder. */
  readonly server: ServerFacts | undefined;
  /** What was told before the first configuration. */
  readonly findings: readonly Diagnostic[];
  /** What is told at the end, one line each. */
  readonly notes: readonly string[];
  /** Ends it; with `isDone` nothing is kept for another run. */
  readonly close: (isDone: boolean) => Promise<void>;
}

/** An open source, or why there is none; what was read is kept then, and the next run goes on there. */
export type OpenedJenkins =
  | { readonly kind: 'open'; readonly source: OpenSource }
  | { readonly kind: 'failed'; readonly findings: readonly Diagnostic[] }
  | { readonly kind: 'stopped' };

/** Findings that nothing else comes after. */
const ENDS: ReadonlySet<string> = new Set(['server/unreachable', 'server/certificate', 'server/login']);

/**
 * Returns the configurations of a running Jenkins, all of them asked for. They lie in a folder of the import until it is
 * done, so that they can be read as often as they are wanted and memory stays small.
 */
export async function openJenkins(
  host: Host,
  { jenkins, caFile, traceHttp }: JenkinsOptions,
  folder: string,
): Promise<OpenedJenkins> {
  const ending = new AbortController();
  const { signal } = ending;
  const undo = host.onInterrupt(() => ending.abort());
  const progress = createProgress(host, undefined, 'configurations from Jenkins');
  const trace = openTrace(host, traceHttp);
  try {
    const findings: Diagnostic[] = [];
    const file = {
      ...(caFile === undefined ? {} : { caFile }),
      ...(trace === undefined ? {} : { onExchange: trace.onExchange }),
    };
    const keepIn = joinPath(folder, '.bitesize-import');
    let kept = 0;
    const server = await openServer(
      host,
      {
        url: jenkins,
        ...file,
        keepIn,
        signal,
        onProgress: (at) => {
          kept = at.kept;
        },
      },
      (finding) => findings.push(finding),
    );
    if (server === undefined) return signal.aborted ? { kind: 'stopped' } : { kind: 'failed', findings };
    const unread: Diagnostic[] = [];
    for await (const _ of server.items((finding) => unread.push(finding))) progress.step();
    if (signal.aborted || unread.some(({ code }) => ENDS.has(code))) {
      await server.close(false);
      return signal.aborted ? { kind: 'stopped' } : { kind: 'failed', findings: [...findings, ...unread] };
    }
    const sources = serverSources(server);
    const { facts, close } = server;
    const notes =
      kept === 0
        ? []
        : [
            `${count(kept, 'configuration')} as an earlier run read them; without \`${keepIn}\` all are read again`,
          ];
    return { kind: 'open', source: { name: jenkins, sources, server: facts, findings, notes, close } };
  } finally {
    progress.end();
    undo();
    const problem = trace?.end();
    if (problem !== undefined) host.stderr.write(`error: ${problem}\n`);
  }
}
