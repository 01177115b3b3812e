import type { Host } from '../../host/host.ts';
import { type ExitCode, exitCodes } from '../../run/exit-code.ts';
import { finishRun } from '../../run/finish/finish-run.ts';
import { leaveResult } from '../../run/finish/leave-result.ts';
import type { ReportOptions } from '../../run/run-options.ts';
import { mergeShards } from '../../run/shards/merge-shards.ts';
import { readShards } from '../../run/shards/read-shards.ts';
import { takeBack } from '../../run/shards/take-back.ts';
import { version } from '../../version.ts';

/** Runs `bitesize merge`: reports what all shards of a run found as if it had been one run, and ends as that would. */
export async function runMerge(host: Host, folder: string, options: ReportOptions): Promise<ExitCode> {
  const started = host.now();
  const read = readShards(host.files, folder, version);
  const merged = read.ok ? mergeShards(host, read.shards) : read;
  if (!merged.ok) {
    host.stderr.write(`error: ${merged.problem}\n`);
    return exitCodes.usage;
  }
  const { run } = merged;
  const outcomes = await takeBack(host, run, merged.outcomes);
  const left = leaveResult(host, {}, run, outcomes);
  const code = await finishRun(host, options, run, outcomes, started);
  return left === exitCodes.fine ? code : left;
}
