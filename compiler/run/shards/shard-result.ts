import type { Finding, Mute } from '../../report/finding.ts';
import type { ReportProject } from '../../report/report.ts';
import { type PackedDiagnostic, packDiagnostic } from '../cache/packed-diagnostic.ts';
import type { Claim, ProjectOutcome, ProjectOutput } from '../project/project-outcome.ts';
import type { TaskName } from '../task-name.ts';

/** Version of the format; a reader refuses others. */
export const SHARD_FORMAT = 2;

/** What one shard of a run leaves for the merge. It names specs and holds none of their text. */
export interface ShardResult {
  readonly format: typeof SHARD_FORMAT;
  /** Version of bitesize. */
  readonly tool: string;
  readonly shard: Shard;
  /** The whole run: every shard of it has the same. */
  readonly run: PackedRun;
  readonly projects: readonly ShardProject[];
}

/** What a run is: equal in all its shards, and in the merge of them. */
export interface RunDescription {
  readonly kind: 'check' | 'compile';
  /** The options that shape findings and output. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Whether the output is only compared with what is there. */
  readonly compareOnly: boolean;
  /** Every task of the run, not only of the shard, by its id: the folder as it was named. */
  readonly folders: readonly string[];
  readonly isFleet: boolean;
  /** The roots of the fleets that the projects belong to, as they were named, with the names of their files. */
  readonly fleets: readonly ReportProject[];
  /** The output folder as it was named; a check has none. */
  readonly out?: string;
  /** About the run as a whole, such as a name that leads to no project. */
  readonly findings: readonly Finding[];
}

/** A run whose findings name no text; they are about names, not about places in specs. */
export type PackedRun = Omit<RunDescription, 'findings'> & {
  readonly findings: readonly (PackedFinding & { readonly folder: string })[];
};

/** One project of a shard. */
export interface ShardProject extends TaskName {
  readonly names: readonly string[];
  readonly findings: readonly PackedFinding[];
  readonly claims: readonly Claim[];
  readonly failed: boolean;
  readonly output?: ProjectOutput;
  readonly inputs: readonly (readonly [name: string, sha256: string])[];
}

/** A finding whose spans name their files. */
export interface PackedFinding {
  readonly diagnostic: PackedDiagnostic;
  readonly muted?: Mute;
}

/** Returns a run as all its shards leave it. */
export function packRun({ findings, ...run }: RunDescription): PackedRun {
  return {
    ...run,
    findings: findings.map((finding) => ({ ...packFinding(finding), folder: finding.folder })),
  };
}

/** Returns what a shard leaves of one project. */
export function shardProject(outcome: ProjectOutcome): ShardProject {
  const { folder, controller, names, findings, claims, failed, output, inputs = [] } = outcome;
  return {
    folder,
    ...(controller === undefined ? {} : { controller }),
    names,
    findings: findings.map(packFinding),
    claims,
    failed,
    ...(output === undefined ? {} : { output }),
    inputs,
  };
}

function packFinding({ diagnostic, muted }: Finding): PackedFinding {
  return { diagnostic: packDiagnostic(diagnostic), ...(muted === undefined ? {} : { muted }) };
}

/** One of `of` parts of a run, counted from 1. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** Returns the shard of a text such as `2/4`, or undefined when it is none. */
export function parseShard(text: string): Shard | undefined {
  const [, index = 0, of = 0] = (/^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []).map(Number);
  return index >= 1 && index <= of ? { index, of } : undefined;
}

/**
 * Returns whether a shard does the project at a place (from 0) of the whole run. Neighbours go to different shards:
 * projects of one kind, which tend to have similar names and sizes, are spread evenly.
 */
export function isInShard({ index, of }: Shard, place: number): boolean {
  return place % of === index - 1;
}
