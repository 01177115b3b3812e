import type { OutsideName } from '../../model/ir.ts';
import type { FileDigest } from '../../plan/manifest.ts';
import type { PlanCounts } from '../../plan/unchanged-output.ts';
import type { ProjectFiles } from '../../read/read-project.ts';
import type { Finding } from '../../report/finding.ts';
import { spanOf } from '../../text/origin.ts';
import type { PackedDiagnostic } from '../cache/packed-diagnostic.ts';
import type { TaskName } from '../task-name.ts';
import type { Look } from './look.ts';

/** What became of one project of a run. Plain data: it comes from a thread, a cache or another machine. */
export interface ProjectOutcome extends TaskName {
  /** Every spec that is there. */
  readonly names: readonly string[];
  readonly findings: readonly Finding[];
  readonly claims: readonly Claim[];
  /** Lines for people, such as what was fixed. */
  readonly notes: readonly string[];
  /** Whether something could not be written, which is among the findings. */
  readonly failed: boolean;
  /** What was done to the output folder; absent when there is no output. */
  readonly output?: ProjectOutput;
  /** SHA-256 of every file that was read, by its name from the folder; only where it was asked for. */
  readonly inputs?: readonly (readonly [name: string, sha256: string])[];
  /** What was looked at while the project was read; only where it was asked for. */
  readonly looks?: readonly Look[];
}

/** What became of a project of which nothing was read: its findings name their files, whose texts lie where they lay. */
export interface UntouchedOutcome extends Omit<ProjectOutcome, 'findings' | 'inputs' | 'looks'> {
  readonly diagnostics: readonly PackedDiagnostic[];
  /** The lengths of the texts of `names`, in UTF-16 code units. */
  readonly lengths: readonly number[];
}

/** The output folder of a project after a run. */
export interface ProjectOutput {
  readonly folder: string;
  readonly counts: PlanCounts;
  readonly manifest: FileDigest;
}

/** A name outside a project that it takes, as plain data that can be compared with those of other projects. */
export interface Claim extends Pick<OutsideName, 'kind' | 'key' | 'what'> {
  /** Where the specs say so; absent where a default does. */
  readonly place?: ClaimPlace;
}

/** A piece of a spec by its name: the text stays where it is. */
interface ClaimPlace {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** Returns the name of the task that these files are of. */
export function nameOf({ folder, served }: ProjectFiles): TaskName {
  return served === undefined ? { folder } : { folder, controller: served.controller.name.value };
}

/** Returns the claims of a project. */
export function claimsOf(names: readonly OutsideName[]): readonly Claim[] {
  return names.map(({ kind, key, what, origin }) => {
    const span = spanOf(origin);
    if (span === undefined) return { kind, key, what };
    return { kind, key, what, place: { file: span.file.name, start: span.start, end: span.end } };
  });
}
