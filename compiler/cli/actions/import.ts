import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { makeConfinedFolder } from '../../host/confined-path.ts';
import type { Host } from '../../host/host.ts';
import { absolutePath, baseName, joinPath, tidyPath } from '../../host/path.ts';
import { createFile, replaceFile } from '../../host/replace-file.ts';
import { importProject } from '../../import/import-project.ts';
import { readFolder } from '../../import/sources/read-folder.ts';
import type { ProjectTexts } from '../../import/write/write-project.ts';
import { type ImportTotals, totalsOf, writeReport } from '../../import/write/write-report.ts';
import { fullCatalogue } from '../../plugins/full-catalogue.ts';
import { ltsLines } from '../../plugins/lts-catalogue.ts';
import type { Finding } from '../../report/finding.ts';
import { count } from '../../report/summary.ts';
import { type ExitCode, exitCodes } from '../../run/exit-code.ts';
import { writeReports } from '../../run/finish/write-reports.ts';
import { createProgress } from '../../run/progress.ts';
import type { ReportOptions } from '../../run/run-options.ts';
import { allSpecFileNames } from '../../source/spec-kind.ts';
import { slug } from '../../util/slug.ts';
import { version } from '../../version.ts';
import { type OpenSource, openJenkins } from '../import/open-jenkins.ts';

/** The options of `bitesize import`, as commander gives them. */
export interface ImportOptions extends ReportOptions {
  readonly out: string;
  readonly jenkins?: string;
  readonly caFile?: string;
  readonly traceHttp?: string | true;
  readonly typescript?: true;
  readonly project?: string;
  readonly overwrite?: true;
}

/** The report that is written beside the specs. */
const REPORT = 'IMPORT.md';

/**
 * Runs `bitesize import`: writes the specs of the jobs of a folder, compiles them as they lie on the disk, and compares what
 * comes out with what was read. Ends with 1 when something was not read or does not compile, with 4 when a job differs.
 */
export async function runImport(
  host: Host,
  source: string | undefined,
  options: ImportOptions,
): Promise<ExitCode> {
  const started = host.now();
  const folder = tidyPath(options.out);
  const project = slug(options.project ?? baseName(absolutePath(host.cwd, folder)))
    .slice(0, 40)
    .replace(/-+$/, '');
  if (project === '')
    return failed(
      host,
      `\`${options.out}\` makes no name for a project: pass \`--project <name>\``,
      exitCodes.usage,
    );
  const { jenkins, caFile, traceHttp } = options;
  if ((source === undefined) === (jenkins === undefined))
    return failed(host, 'name a folder, or a running Jenkins with `--jenkins <url>`', exitCodes.usage);
  if (caFile !== undefined && jenkins === undefined)
    return failed(host, '`--ca-file` is for `--jenkins`', exitCodes.usage);
  if (traceHttp !== undefined && jenkins === undefined)
    return failed(host, '`--trace-http` is for `--jenkins`', exitCodes.usage);
  if (source !== undefined && !host.files.list(source).ok)
    return failed(host, `\`${source}\` is no folder that can be read`, exitCodes.usage);
  if (options.overwrite !== true) {
    const there = [...allSpecFileNames, REPORT].filter(
      (name) => host.files.status(joinPath(folder, name)).ok,
    );
    if (there.length > 0) return failed(host, overwriting(folder, there), exitCodes.usage);
  }
  if (jenkins === undefined)
    return importFrom(host, folderSource(host, source ?? ''), { options, folder, project, started });
  const opened = await openJenkins(
    host,
    {
      jenkins,
      ...(caFile === undefined ? {} : { caFile }),
      ...(traceHttp === undefined ? {} : { traceHttp }),
    },
    folder,
  );
  if (opened.kind === 'stopped')
    return failed(host, 'stopped: what was read is kept, the next run goes on there', exitCodes.failure);
  if (opened.kind === 'failed') {
    const findings = opened.findings.map((diagnostic) => ({ diagnostic, folder: '' }));
    return report(host, options, findings, { projects: [{ folder, files: [] }], notes: [], started });
  }
  let code: ExitCode = exitCodes.failure;
  try {
    code = await importFrom(host, opened.source, { options, folder, project, started });
  } finally {
    await opened.source.close(code === exitCodes.fine || code === exitCodes.differs);
  }
  return code;
}

function folderSource(host: Host, name: string): OpenSource {
  const sources = readFolder(host, tidyPath(name));
  return { name, sources, server: undefined, findings: [], notes: [], close: async () => undefined };
}

interface Target {
  readonly options: ImportOptions;
  readonly folder: string;
  readonly project: string;
  readonly started: number;
}

async function importFrom(
  host: Host,
  source: OpenSource,
  { options, folder, project, started }: Target,
): Promise<ExitCode> {
  const progress = createProgress(host, undefined, 'configurations');
  const files = new OwnFiles(host, folder, options.overwrite === true);
  const result = await importProject({
    host,
    sources: source.sources,
    folder,
    project,
    typescript: options.typescript === true,
    write: (at, texts) => files.write(at, texts),
    step: progress.step,
  });
  progress.end();
  if (result.kind === 'failed') return failed(host, result.problem, exitCodes.failure);
  const findings: Finding[] = [...source.findings, ...result.reading].map((diagnostic) => ({
    diagnostic,
    folder: '',
  }));
  if (result.kind === 'nothing') {
    if (findings.length === 0) findings.push({ diagnostic: nothing(source), folder: '' });
    return report(host, options, findings, { projects: [{ folder, files: [] }], notes: [], started });
  }
  const { projects, jobs, proofs, external, plugins, reading } = result;
  for (const { folder: at, proven } of projects)
    findings.push(...proven.diagnostics.map((diagnostic) => ({ diagnostic, folder: at })));
  for (const plugin of source.server?.plugins ?? []) plugins.addVersion(plugin.name, plugin.version);
  const [line = ''] = ltsLines;
  const about = {
    source: source.name,
    server: source.server,
    jobs,
    proofs,
    projects: projects.length > 1 ? projects : [],
    plugins: plugins.compared(await fullCatalogue(line)),
    line,
    external,
    diagnostics: [...source.findings, ...reading],
  };
  const problem = files.writeReport(writeReport(about));
  if (problem !== undefined) return failed(host, problem, exitCodes.failure);
  const totals = totalsOf(about);
  const notes = [
    ...source.notes,
    ...projects.flatMap((each) => each.files.map((name) => `wrote ${joinPath(each.folder, name)}`)),
    `wrote ${joinPath(folder, REPORT)}`,
    ...(options.typescript === true && projects.some((each) => !each.files.includes('jobs.bitesize.ts'))
      ? ['the jobs are in YAML: in TypeScript they are more than a spec may have']
      : []),
    totalsText(totals),
  ];
  const told = projects.map((each) => ({ folder: each.folder, files: each.proven.names }));
  const code = await report(host, options, findings, { projects: told, notes, started });
  return code === exitCodes.fine && totals.differing > 0 ? exitCodes.differs : code;
}

function totalsText(totals: ImportTotals): string {
  return [
    `${count(totals.jobs, 'job')}: ${totals.equal} equal`,
    ...(totals.withoutSecrets > 0 ? [`${totals.withoutSecrets} equal but for secrets`] : []),
    ...(totals.differing > 0 ? [`${totals.differing} differ`] : []),
    ...(totals.unproven > 0 ? [`${totals.unproven} not compared`] : []),
    `${totals.native} without any XML`,
  ].join(', ');
}

interface Told {
  readonly projects: readonly { readonly folder: string; readonly files: readonly string[] }[];
  readonly notes: readonly string[];
  readonly started: number;
}

async function report(
  host: Host,
  options: ImportOptions,
  findings: readonly Finding[],
  { projects, notes, started }: Told,
): Promise<ExitCode> {
  const written = await writeReports(host, options, {
    findings,
    shown: findings,
    projects,
    fleets: [],
    milliseconds: host.now() - started,
    version,
    notes,
  });
  if (written !== exitCodes.fine) return written;
  const counts = findings.some(
    ({ diagnostic }) => diagnostic.severity === 'error' || options.warningsAsErrors === true,
  );
  return counts ? exitCodes.errors : exitCodes.fine;
}

/** The files that an import writes: it replaces its own, and others only when it is told to. */
class OwnFiles {
  private readonly host: Host;
  private readonly folder: string;
  private readonly overwrites: boolean;
  /** The folder of the project that is written, and what was written there. */
  private project = '';
  private written = new Map<string, string>();

  constructor(host: Host, folder: string, overwrites: boolean) {
    this.host = host;
    this.folder = folder;
    this.overwrites = overwrites;
  }

  /** Writes the files of a project in place of those that were written before; returns why that did not work. */
  write(project: string, texts: ProjectTexts): string | undefined {
    if (this.project !== project) {
      const stale = project === this.folder ? [] : this.there(this.folder, allSpecFileNames);
      if (stale.length > 0) return severalProjects(this.folder, stale);
      this.project = project;
      this.written = new Map();
    }
    for (const name of [...this.written.keys()].filter((known) => !texts.has(known))) {
      this.host.files.remove(joinPath(project, name));
      this.written.delete(name);
      this.removeEmptied(project, name);
    }
    return texts.size === 0 ? undefined : this.writeAll(project, texts);
  }

  /** Removes the folders that held nothing but a file that was removed. */
  private removeEmptied(project: string, name: string): void {
    const parts = name.split('/').slice(0, -1);
    while (parts.length > 0 && this.host.files.removeFolder(joinPath(project, parts.join('/'))).ok)
      parts.pop();
  }

  /** Writes the report; returns why that did not work. */
  writeReport(text: string): string | undefined {
    if (this.project !== this.folder) this.written = new Map();
    return this.writeAll(this.folder, new Map([[REPORT, text]]));
  }

  private writeAll(folder: string, texts: ProjectTexts): string | undefined {
    const { host } = this;
    if (!this.overwrites) {
      const there = this.there(
        folder,
        [...texts.keys()].filter((name) => !this.written.has(name)),
      );
      if (there.length > 0) return overwriting(folder, there);
    }
    const made = makeConfinedFolder(host, folder === '' ? '.' : folder);
    if (!made.ok) return `cannot make \`${folder}\`: ${made.failure.reason}`;
    for (const [name, text] of texts) {
      if (this.written.get(name) === text) continue;
      const path = joinPath(folder, name);
      const written =
        this.overwrites || this.written.has(name)
          ? replaceFile(host, path, text, { within: this.folder, links: 'refuse' })
          : createFile(host, path, text);
      if (!written.ok) return `cannot write \`${path}\`: ${written.failure.reason}`;
      this.written.set(name, text);
    }
    return undefined;
  }

  private there(folder: string, names: readonly string[]): readonly string[] {
    return names.filter((name) => this.host.files.status(joinPath(folder, name)).ok);
  }
}

function severalProjects(folder: string, names: readonly string[]): string {
  const some = names.map((name) => `\`${joinPath(folder, name)}\``).join(', ');
  return `the jobs become several projects, and ${some} ${names.length === 1 ? 'is' : 'are'} there already: pass another folder`;
}

function overwriting(folder: string, names: readonly string[]): string {
  const some = names.slice(0, 3).map((name) => `\`${joinPath(folder, name)}\``);
  const more = names.length > some.length ? ` and ${names.length - some.length} more` : '';
  return `${some.join(', ')}${more} ${names.length === 1 ? 'is' : 'are'} there already: pass \`--overwrite\`, or another folder`;
}

function nothing({ name, server }: OpenSource): Diagnostic {
  return diagnose('import/nothing', { source: name }, undefined, {
    help:
      server === undefined
        ? 'name a home of Jenkins, its folder `jobs`, or a folder with a `config.xml` for each job'
        : 'log in as a user who may see the jobs: Jenkins leaves out the others without a word',
  });
}

function failed(host: Host, problem: string, code: ExitCode): ExitCode {
  host.stderr.write(`error: ${problem}\n`);
  return code;
}
