import type { Code } from '../../diagnostics/codes.ts';
import type { Host } from '../../host/host.ts';
import { baseName, folderOf, joinPath } from '../../host/path.ts';
import { distinctFindings, type Finding, openFindings, sharedFindingKey } from '../../report/finding.ts';
import { gatherRepeated } from '../../report/gather-repeated.ts';
import type { ReportContext } from '../../report/report.ts';
import { groupBy } from '../../util/group-by.ts';
import { version } from '../../version.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import type { ProjectOutcome } from '../project/project-outcome.ts';
import type { ReportOptions } from '../run-options.ts';
import type { RunDescription } from '../shards/shard-result.ts';
import { taskId } from '../task-name.ts';
import { outputLines } from './output-lines.ts';
import { sharedNames } from './shared-names.ts';
import { writeReports } from './write-reports.ts';

/** What else a run wants to be told to people. */
export interface RunDetails {
  /** Lines that come first. */
  readonly notes?: readonly string[];
  /** More lines, made of the findings that count. */
  readonly moreNotes?: (findings: readonly Finding[]) => readonly string[];
  /** Whether something differs that is part of no project's output. */
  readonly differs?: boolean;
  /** The ids of the tasks that people are told about; all without it. Reports in files and numbers tell all. */
  readonly only?: ReadonlySet<string>;
}

/**
 * Reports what a run found in its projects, and among them, and returns its exit code. It is the end of every run, be it
 * of all projects, of a shard or of a merge.
 */
export async function finishRun(
  host: Host,
  options: ReportOptions,
  run: RunDescription,
  outcomes: readonly ProjectOutcome[],
  started: number,
  { notes = [], moreNotes, differs = false, only }: RunDetails = {},
): Promise<ExitCode> {
  const own = outcomes.flatMap(({ findings }) => findings);
  const found = [...run.findings, ...gatherRepeated(distinctFindings(own)), ...sharedNames(host, outcomes)];
  const accepted = await acceptKnown(host, options, found, canAccept(run));
  const told = outcomes.filter((task) => only === undefined || only.has(taskId(task)));
  const written = await writeReports(host, options, {
    findings: accepted.findings,
    shown: only === undefined ? accepted.findings : toldFindings(only, own, accepted.findings),
    projects: outcomes.flatMap(projectsOf),
    fleets: run.fleets,
    milliseconds: host.now() - started,
    version,
    notes: [
      ...notes,
      ...told.flatMap(({ notes }) => notes),
      ...outputLines(
        told.flatMap(({ output }) => output ?? []),
        run.compareOnly,
      ),
      ...(moreNotes?.(accepted.findings) ?? []),
      ...accepted.notes,
    ],
  });
  const code = codeOf(run, outcomes, differs);
  const broken = [written, accepted.code, code].find(
    (each) => each !== exitCodes.fine && each !== exitCodes.differs,
  );
  if (broken !== undefined) return broken;
  const checked = exitCodeOf(accepted.findings, options);
  return checked === exitCodes.fine ? code : checked;
}

/** Names of files of projects on a shared controller start with the path of the project. */
function projectsOf({ folder, controller, names }: ProjectOutcome): ReportContext['projects'] {
  if (controller === undefined) return [{ folder, files: names }];
  return [...groupBy(names, folderOf)].map(([path, files]) => ({
    folder: joinPath(folder, path),
    files: files.map(baseName),
  }));
}

/** No output can be made of a spec with an error, known or not. */
function canAccept({ kind }: RunDescription): ((finding: Finding) => boolean) | undefined {
  return kind === 'compile' ? ({ diagnostic }) => diagnostic.severity === 'warning' : undefined;
}

/** What keeps the output of a whole run from being written. */
const unwritten: readonly Code[] = ['output/cannot-write', 'output/foreign-file', 'output/locked'];

/** Returns what a run ends with whatever was found; that something differs only counts when nothing else is wrong. */
function codeOf(run: RunDescription, outcomes: readonly ProjectOutcome[], isOther: boolean): ExitCode {
  const isUnwritten = run.findings.some(({ diagnostic }) => unwritten.includes(diagnostic.code));
  if (isUnwritten || outcomes.some(({ failed }) => failed)) return exitCodes.failure;
  if (run.findings.some(({ diagnostic }) => diagnostic.code === 'output/same-folder')) return exitCodes.usage;
  const differs = isOther || outcomes.some(({ output }) => output?.counts.upToDate === false);
  return run.compareOnly && differs ? exitCodes.differs : exitCodes.fine;
}

/** Returns 1 when a finding that counts is an error, or a warning with `--warnings-as-errors`; else 0. */
function exitCodeOf(
  findings: readonly Finding[],
  options: Pick<ReportOptions, 'warningsAsErrors'>,
): ExitCode {
  const counts = openFindings(findings).some(
    ({ diagnostic }) => diagnostic.severity === 'error' || options.warningsAsErrors === true,
  );
  return counts ? exitCodes.errors : exitCodes.fine;
}

/**
 * Returns the findings that are about some of the projects of a run: their own, those about names that they share with
 * others, and those about files that they share. `own` are the findings of all projects, before one of several that are
 * the same was chosen.
 */
function toldFindings(
  ids: ReadonlySet<string>,
  own: readonly Finding[],
  findings: readonly Finding[],
): readonly Finding[] {
  const shared = new Set(own.filter((finding) => ids.has(taskId(finding))).map(sharedFindingKey));
  return findings.filter((finding) => {
    const { other } = finding;
    if (ids.has(taskId(finding)) || (other !== undefined && ids.has(other))) return true;
    const key = sharedFindingKey(finding);
    return key !== undefined && shared.has(key);
  });
}

/** The findings of a run after the baseline, with an exit code when its file could not be read or written. */
interface AcceptedFindings {
  readonly findings: readonly Finding[];
  readonly notes: readonly string[];
  readonly code: ExitCode;
}

/** Applies `--baseline` and `--update-baseline`. `canAccept` says which findings a baseline may hold at all. */
async function acceptKnown(
  host: Host,
  options: ReportOptions,
  findings: readonly Finding[],
  canAccept: (finding: Finding) => boolean = () => true,
): Promise<AcceptedFindings> {
  const { baseline: path } = options;
  if (path === undefined) return { findings, notes: [], code: exitCodes.fine };
  const { applyBaseline, readBaseline, writeBaseline } = await import('./baseline.ts');
  if (options.updateBaseline === true) {
    const written = writeBaseline(host, path, findings.filter(canAccept));
    if (!written.ok) {
      host.stderr.write(`error: cannot write the baseline ${path}: ${written.failure.reason}\n`);
      return { findings, notes: [], code: exitCodes.failure };
    }
  }
  const read = readBaseline(host.files, path);
  if (read.ok) {
    const notes = options.updateBaseline === true ? [`wrote the baseline ${path}`] : [];
    return { findings: applyBaseline(findings, read.baseline, canAccept), notes, code: exitCodes.fine };
  }
  return {
    findings: [{ diagnostic: read.diagnostic, folder: '' }, ...findings],
    notes: [],
    code: exitCodes.usage,
  };
}
