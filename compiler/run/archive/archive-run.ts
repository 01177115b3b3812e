import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { ArchiveIndex } from '../../host/archive/archive-index.ts';
import type { FileResult } from '../../host/file-result.ts';
import type { Host } from '../../host/host.ts';
import { markOf } from '../../host/status-mark.ts';
import { type ArchivePlace, sectionName } from '../../plan/archive/archive-place.ts';
import { removeParts } from '../../plan/archive/remove-parts.ts';
import {
  type ArchivePlan,
  type ArchiveResult,
  planArchive,
  type WantedArchive,
  writeArchive,
} from '../../plan/archive/write-archive.ts';
import type { Finding } from '../../report/finding.ts';
import { version } from '../../version.ts';
import { openCache } from '../cache/open-cache.ts';
import type { ResultCache } from '../cache/result-cache.ts';
import { FLEET_MANIFEST, printFleetManifest } from '../finish/leave-result.ts';
import type { ProjectOutcome } from '../project/project-outcome.ts';
import type { ProjectTask, Work } from '../project/project-task.ts';
import type { RunSettings } from '../run-projects.ts';
import type { RunDescription } from '../shards/shard-result.ts';

/**
 * A run whose outputs are in an archive: what there is to do before its projects and after them, and what is to be told of the
 * archive as a whole.
 */
export class ArchiveRun implements Required<Pick<RunSettings, 'begin' | 'finish'>> {
  findings: readonly Finding[] = [];
  notes: readonly string[] = [];
  /** Whether the archive has what it should not have, or lacks the list of its projects. */
  differs = false;
  private readonly host: Host;
  private readonly archive: ArchivePlace;
  private readonly run: RunDescription;
  private readonly tasks: readonly ProjectTask[];

  constructor(host: Host, archive: ArchivePlace, run: RunDescription, tasks: readonly ProjectTask[]) {
    this.host = host;
    this.archive = archive;
    this.run = run;
    this.tasks = tasks;
  }

  /** An archive that cannot be read is told once, not for each of its projects. What a run left is not read for that. */
  readonly begin = async (work: Work): Promise<boolean> => {
    const { files } = this.host;
    const { path, named, before } = this.archive;
    if (before === undefined || openCache(this.host, work)?.archiveNote() !== undefined) return true;
    const top = new ArchiveIndex(files, path).list('');
    if (top.ok) return true;
    const { reason } = top.failure;
    this.tell([diagnose('output/cannot-write', { path: named, reason }, undefined, { help: REPLACE_IT })]);
    return false;
  };

  /**
   * Writes the archive, whose parts wait beside it, and notes what it left for the next run. Where it cannot be written, no
   * project has an output.
   */
  readonly finish = async (
    work: Work,
    outcomes: readonly ProjectOutcome[],
  ): Promise<readonly ProjectOutcome[]> => {
    const { host, archive } = this;
    if (this.tasks.every(({ out }) => out === undefined)) return outcomes;
    const results = openCache(host, work);
    const known = results?.archiveNote()?.sections;
    const wanted = wantedOf(host, archive, this.run, this.tasks, outcomes);
    if (this.run.compareOnly) {
      this.compare(planArchive(host, archive, wanted, known));
      return outcomes;
    }
    const left = await writeArchive(host, archive, wanted, known);
    removeParts(host, archive);
    if (left.ok) {
      if (results !== undefined) noteArchive(host, results, archive, outcomes, left);
      return outcomes;
    }
    this.tell(left.diagnostics);
    return outcomes.map(({ output: _, ...outcome }) => outcome);
  };

  private compare(plan: FileResult<ArchivePlan>): void {
    const { named } = this.archive;
    if (!plan.ok) {
      this.tell([diagnose('output/cannot-write', { path: named, reason: plan.failure.reason }, undefined)]);
      return;
    }
    this.differs = !plan.value.isUpToDate;
    this.notes = plan.value.gone.map((name) => `${named}/${name}: to remove`);
  }

  private tell(diagnostics: readonly Diagnostic[]): void {
    this.findings = diagnostics.map((diagnostic) => ({ diagnostic, folder: '' }));
  }
}

const REPLACE_IT = 'remove it if nobody needs it, or name another archive';

function wantedOf(
  host: Host,
  archive: ArchivePlace,
  run: RunDescription,
  tasks: readonly ProjectTask[],
  outcomes: readonly ProjectOutcome[],
): WantedArchive {
  // What has errors stays as it was; what nobody compiled any more is no section.
  const sections = tasks.flatMap(({ out }, place) =>
    out === undefined
      ? []
      : [{ name: sectionName(archive, out), hasPart: outcomes[place]?.output?.counts.upToDate === false }],
  );
  if (!run.isFleet) return { sections };
  return {
    sections,
    list: { name: FLEET_MANIFEST, text: printFleetManifest(host, version, run.options, outcomes) },
  };
}

function noteArchive(
  { files }: Host,
  results: ResultCache,
  archive: ArchivePlace,
  outcomes: readonly ProjectOutcome[],
  { sections }: Extract<ArchiveResult, { ok: true }>,
): void {
  const status = files.status(archive.path);
  const known = results.archiveNote();
  // Nothing was written, and all of it was known.
  if (!status.ok || status.value.kind !== 'file' || (sections === undefined && known !== undefined)) return;
  results.noteArchive(archive, {
    mark: markOf(status.value),
    outputs: outcomes.flatMap(({ output }) =>
      output === undefined ? [] : [[sectionName(archive, output.folder), output.manifest.sha256] as const],
    ),
    ...(sections === undefined ? {} : { sections }),
  });
}
