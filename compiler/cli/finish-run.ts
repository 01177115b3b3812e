import type { ProjectOutcome } from '../fleet/project-outcome.ts';
import type { Host } from '../host/host.ts';
import type { Finding } from '../report/finding.ts';
import { acceptKnown } from './accept-known.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { exitCodeOf } from './exit-code-of.ts';
import type { RunOptions } from './run-options.ts';
import { version } from './version.ts';
import { writeReports } from './write-reports.ts';

/** What a run found, before baseline and reports. */
export interface FinishedRun {
  readonly outcomes: readonly Pick<ProjectOutcome, 'folder' | 'names'>[];
  readonly findings: readonly Finding[];
  /** Lines for people about the findings that count, and about what was written. */
  readonly notes: (findings: readonly Finding[]) => readonly string[] | Promise<readonly string[]>;
  readonly started: number;
  /** What the run ends with whatever was found; `differs` only counts when nothing else is wrong. */
  readonly code: ExitCode;
  /** Which findings a baseline may hold. */
  readonly canAccept?: (finding: Finding) => boolean;
}

/** Applies the baseline, writes the reports and returns the exit code of a run. */
export async function finishRun(host: Host, options: RunOptions, run: FinishedRun): Promise<ExitCode> {
  const accepted = await acceptKnown(host, options, run.findings, run.canAccept);
  const notes = await run.notes(accepted.findings);
  const written = await writeReports(host, options, {
    findings: accepted.findings,
    projects: run.outcomes.map(({ folder, names }) => ({ folder, files: names })),
    milliseconds: host.now() - run.started,
    version,
    notes: [...notes, ...accepted.notes],
  });
  const broken = [written, accepted.code, run.code].find(
    (code) => code !== exitCodes.fine && code !== exitCodes.differs,
  );
  if (broken !== undefined) return broken;
  const checked = exitCodeOf(accepted.findings, options);
  return checked === exitCodes.fine ? run.code : checked;
}
