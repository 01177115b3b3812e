import { compileFully } from '../compile.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host/host.ts';
import { specKindOf } from '../source/spec-kind.ts';
import { positionAt } from '../text/position.ts';
import { type Collected, type CollectedJob, collectJobs, jobKey } from './plan/collect-jobs.ts';
import { type ProvenSpecs, proveSpecs } from './prove.ts';
import type { ConfigSources } from './sources/config-source.ts';
import {
  type ProjectTexts,
  type WrittenProject,
  writeProject,
  writeTypeScriptProject,
} from './write/write-project.ts';

/** An import: what is read, and where the specs go. */
export interface ImportTask {
  readonly host: Host;
  readonly sources: ConfigSources;
  /** The folder of the specs. */
  readonly folder: string;
  /** Name of the project. */
  readonly project: string;
  /** Whether the jobs are written in TypeScript. */
  readonly typescript: boolean;
  /** Writes the specs in place of those of an attempt before; returns why that did not work. */
  readonly write: (texts: ProjectTexts) => string | undefined;
  /** One more configuration was read. */
  readonly step: () => void;
}

/** What came of an import; `problem` says why nothing did. */
export type ImportResult =
  | { readonly kind: 'failed'; readonly problem: string }
  | { readonly kind: 'nothing'; readonly reading: readonly Diagnostic[] }
  | {
      readonly kind: 'written';
      readonly collected: Collected;
      readonly texts: ProjectTexts;
      readonly proven: ProvenSpecs;
      /** What was reported while configurations were read. */
      readonly reading: readonly Diagnostic[];
    };

/**
 * Reads configurations, writes the specs, compiles them as they lie there and compares. Where the compiler refuses what a
 * job became, that is written as XML, and left out where that is refused, too: one job keeps no other from being compared.
 */
export async function importProject(task: ImportTask): Promise<ImportResult> {
  const asXml = new Set<string>();
  const without = new Set<string>();
  for (;;) {
    const reading: Diagnostic[] = [];
    const report = (diagnostic: Diagnostic) => void reading.push(diagnostic);
    const { host, sources, step } = task;
    const collected = await collectJobs(sources, { sha256: host.sha256, report, step, asXml, without });
    if (collected.jobs.length === 0) return { kind: 'nothing', reading };
    const written = writeProject(task.project, collected);
    const typescript = task.typescript ? await writeTypeScriptProject(task.project, collected) : undefined;
    const texts = typescript ?? written.texts;
    const problem = task.write(texts);
    if (problem !== undefined) return { kind: 'failed', problem };
    const proven = await proveSpecs(host, task.folder, collected.jobs, sources);
    const found =
      typescript === undefined ? proven.diagnostics : await errorsInYaml(written, proven.diagnostics);
    const refused = refusedJobs(collected.jobs, written, found);
    const isNew = refused.map((job) => {
      const list = asXml.has(jobKey(job)) || job.item.kind === 'xml' ? without : asXml;
      return list.size < list.add(jobKey(job)).size;
    });
    if (!isNew.includes(true)) return { kind: 'written', collected, texts, proven, reading };
  }
}

/** Returns the findings of specs in TypeScript as those of the same specs in YAML, where each job has its lines. */
async function errorsInYaml(
  { texts }: WrittenProject,
  diagnostics: readonly Diagnostic[],
): Promise<readonly Diagnostic[]> {
  if (diagnostics.every(({ severity }) => severity !== 'error')) return [];
  const sources = [...texts].flatMap(([name, text]) =>
    specKindOf(name) === undefined ? [] : [{ name, text }],
  );
  return (await compileFully(sources, { files: texts, emit: [], allowPlainSecrets: true })).diagnostics;
}

/** Returns the jobs that errors of the compiler are about. */
function refusedJobs(
  jobs: readonly CollectedJob[],
  { lines, texts }: WrittenProject,
  diagnostics: readonly Diagnostic[],
): readonly CollectedJob[] {
  const found = new Set<CollectedJob>();
  for (const { severity, span } of diagnostics) {
    if (severity !== 'error' || span === undefined) continue;
    const line =
      span.file.name === 'jobs.bitesize'
        ? positionAt(span.file, span.start).line
        : lineThatNames(span.file.name, texts.get('jobs.bitesize') ?? '');
    const index = lines.findLastIndex((start) => start <= line);
    const job = jobs[index];
    if (job !== undefined) found.add(job);
  }
  return [...found];
}

/** Returns the line of a spec that names a script; 0 for none. */
function lineThatNames(path: string, spec: string): number {
  const at = spec.indexOf(path);
  return at === -1 ? 0 : spec.slice(0, at).split('\n').length;
}
