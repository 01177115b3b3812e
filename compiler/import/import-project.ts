import { compileFully } from '../compile.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host/host.ts';
import { joinPath } from '../host/path.ts';
import { specKindOf } from '../source/spec-kind.ts';
import { positionAt } from '../text/position.ts';
import { ImportPart } from './part.ts';
import {
  type CollectedJob,
  JobCollector,
  JobFindings,
  jobKey,
  type RefusedJobs,
} from './plan/collect-jobs.ts';
import { OutsideNames } from './plan/outside-names.ts';
import type { SeenPlugins } from './plan/seen-plugins.ts';
import type { PlainObject } from './printers.ts';
import { type Proof, type ProvenSpecs, proveSpecs } from './prove.ts';
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
  /** The folder of the specs; where there are several projects, each has a folder in it. */
  readonly folder: string;
  /** Name of the project. */
  readonly project: string;
  /** Whether the jobs are written in TypeScript. */
  readonly typescript: boolean;
  /** Writes the specs of a folder in place of those of an attempt before; returns why that did not work. */
  readonly write: (folder: string, texts: ProjectTexts) => string | undefined;
  /** One more configuration was read. */
  readonly step: () => void;
}

/** A project that an import wrote. */
export interface ImportedProject {
  readonly folder: string;
  /** The files in it, without those in its folders. */
  readonly files: readonly string[];
  readonly jobs: readonly CollectedJob[];
  readonly proven: ProvenSpecs;
}

/** What came of an import; `problem` says why nothing did. */
export type ImportResult =
  | { readonly kind: 'failed'; readonly problem: string }
  | { readonly kind: 'nothing'; readonly reading: readonly Diagnostic[] }
  | {
      readonly kind: 'written';
      readonly projects: readonly ImportedProject[];
      readonly jobs: readonly CollectedJob[];
      readonly proofs: ReadonlyMap<string, Proof>;
      /** Names that none of the jobs has. */
      readonly external: PlainObject;
      readonly plugins: SeenPlugins;
      /** What was reported while configurations were read. */
      readonly reading: readonly Diagnostic[];
    };

/**
 * Reads configurations, writes the specs, compiles them as they lie there and compares. Jobs that are more than one spec
 * should hold become several projects, and each is proven before the next one is read, so that memory stays bounded.
 */
export function importProject(task: ImportTask): Promise<ImportResult> {
  return new Import(task).run();
}

class Import {
  private readonly task: ImportTask;
  private readonly findings = new JobFindings();
  private readonly collector: JobCollector;
  /** What the jobs of the projects name. */
  private readonly names = new OutsideNames();
  private readonly projects: ImportedProject[] = [];

  constructor(task: ImportTask) {
    this.task = task;
    this.collector = new JobCollector(task.host.sha256, this.findings);
  }

  async run(): Promise<ImportResult> {
    const { host, sources, step, typescript } = this.task;
    host.keepMemorySmall?.();
    let part = new ImportPart(typescript);
    for await (const source of sources((found) => this.findings.add(found))) {
      step();
      for (const taken of this.collector.collect(source)) {
        if (part.isFullFor(taken.job)) {
          const problem = await this.finish(part, true);
          if (problem !== undefined) return { kind: 'failed', problem };
          part = new ImportPart(typescript);
        }
        part.add(taken);
      }
    }
    if (part.jobs.length > 0) {
      const problem = await this.finish(part, this.projects.length > 0);
      if (problem !== undefined) return { kind: 'failed', problem };
    }
    const reading = this.findings.all();
    const jobs = this.projects.flatMap((project) => project.jobs);
    if (jobs.length === 0) return { kind: 'nothing', reading };
    return {
      kind: 'written',
      projects: this.projects,
      jobs,
      proofs: new Map(this.projects.flatMap(({ proven }) => [...proven.proofs])),
      external: this.names.external(jobs.map(({ item }) => item.name)),
      plugins: this.collector.plugins,
      reading,
    };
  }

  /**
   * Writes and proves a project. Where the compiler refuses what a job became, that is written as XML, and left out where
   * that is refused, too: one job keeps no other from being compared. Returns why that did not work.
   */
  private async finish(first: ImportPart, isOneOfSeveral: boolean): Promise<string | undefined> {
    const { host, sources, write, typescript } = this.task;
    const suffix = isOneOfSeveral ? `-${this.projects.length + 1}` : '';
    const project = `${this.task.project}${suffix}`;
    const folder = isOneOfSeveral ? joinPath(this.task.folder, project) : this.task.folder;
    const refused: RefusedJobs = { asXml: new Set(), without: new Map() };
    for (let part = first; part.jobs.length > 0; part = await this.again(part, refused)) {
      const { systemMessage } = this.collector;
      const written = writeProject(project, part, systemMessage);
      const code = typescript ? await writeTypeScriptProject(project, part, systemMessage) : undefined;
      const texts = code ?? written.texts;
      const problem = write(folder, texts);
      if (problem !== undefined) return problem;
      const proven = await proveSpecs(host, folder, part.jobs, sources);
      const found = code === undefined ? proven.diagnostics : await errorsInYaml(written, proven.diagnostics);
      const isNew = [...refusedJobs(part.jobs, written, found)].map(([job, error]) =>
        refuse(refused, job, error),
      );
      if (isNew.includes(true)) continue;
      const files = [...texts.keys()].filter((name) => !name.includes('/'));
      this.names.addAll(part.names);
      this.projects.push({ folder, files, jobs: part.jobs.map(withoutProof), proven });
      return undefined;
    }
    // Nothing is left of it but what the last attempt wrote.
    return write(folder, new Map());
  }

  /** Reads the jobs of a part once more. */
  private async again({ jobs }: ImportPart, refused: RefusedJobs): Promise<ImportPart> {
    const { sources, typescript } = this.task;
    const keys = new Set(jobs.map(jobKey));
    const places = new Set(jobs.map(({ item }) => item.source));
    const part = new ImportPart(typescript);
    for await (const source of sources(() => undefined))
      if (places.has(source.place))
        for (const taken of this.collector.collectAgain(source, keys, refused)) part.add(taken);
    return part;
  }
}

/** Makes a job XML that the compiler refuses, and leaves it out where it was XML already; returns whether that is new. */
function refuse({ asXml, without }: RefusedJobs, job: CollectedJob, error: Diagnostic): boolean {
  const key = jobKey(job);
  if (without.has(key)) return false;
  if (asXml.has(key) || job.item.kind === 'xml') without.set(key, error);
  else asXml.add(key);
  return true;
}

/** Returns a job without what only its proof needed: texts that are pieces of its configuration keep all of it. */
function withoutProof(job: CollectedJob): CollectedJob {
  return { ...job, original: undefined, hidden: job.hidden.map((secret) => ({ ...secret, value: '' })) };
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

/** Returns the jobs that errors of the compiler are about, each with the first one. */
function refusedJobs(
  jobs: readonly CollectedJob[],
  { starts, texts }: WrittenProject,
  diagnostics: readonly Diagnostic[],
): ReadonlyMap<CollectedJob, Diagnostic> {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const lines = errors.length === 0 ? [] : starts();
  const found = new Map<CollectedJob, Diagnostic>();
  for (const error of errors) {
    const { span } = error;
    if (span === undefined) continue;
    const line =
      span.file.name === 'jobs.bitesize'
        ? positionAt(span.file, span.start).line
        : lineThatNames(span.file.name, texts.get('jobs.bitesize') ?? '');
    const index = lines.findLastIndex((start) => start <= line);
    const job = jobs[index];
    if (job !== undefined && !found.has(job)) found.set(job, error);
  }
  return found;
}

/** Returns the line of a spec that names a script; 0 for none. */
function lineThatNames(path: string, spec: string): number {
  const at = spec.indexOf(path);
  return at === -1 ? 0 : spec.slice(0, at).split('\n').length;
}
