import type { FileDigest } from '../../plan/manifest.ts';
import type { PlanCounts } from '../../plan/plan-counts.ts';
import type { Finding } from '../../report/finding.ts';
import type { Claim } from './claim.ts';
import type { Look } from './look.ts';

/** What became of one project of a run. Plain data: it comes from a thread, a cache or another machine. */
export interface ProjectOutcome {
  /** The folder as the user named it; empty for the working folder. */
  readonly folder: string;
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

/** The output folder of a project after a run. */
export interface ProjectOutput {
  readonly folder: string;
  readonly counts: PlanCounts;
  readonly manifest: FileDigest;
}
