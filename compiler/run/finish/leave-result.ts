import type { Host } from '../../host/host.ts';
import { joinPath } from '../../host/path.ts';
import { replaceFile } from '../../host/replace-file.ts';
import { version } from '../../version.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import type { ProjectOutcome } from '../project/project-outcome.ts';
import type { RunOptions } from '../run-options.ts';
import { shardFileName } from '../shards/read-shards.ts';
import { packRun, type RunDescription, SHARD_FORMAT, shardProject } from '../shards/shard-result.ts';
import { fleetManifestPath, printFleetManifest } from './fleet-manifest.ts';

/**
 * Writes what a run leaves beside the output of its projects: a shard its result for the merge, a run over a whole fleet
 * the list of its projects. Without a change nothing is written.
 */
export function leaveResult(
  host: Host,
  { shard, results }: Pick<RunOptions, 'shard' | 'results'>,
  run: RunDescription,
  outcomes: readonly ProjectOutcome[],
): ExitCode {
  const folder = shard === undefined ? run.out : (results ?? run.out);
  if (folder === undefined) return exitCodes.fine;
  if (shard !== undefined) {
    const projects = outcomes.map(shardProject);
    const result = { format: SHARD_FORMAT, tool: version, shard, run: packRun(run), projects };
    return put(host, joinPath(folder, shardFileName(shard)), `${JSON.stringify(result)}\n`);
  }
  if (!run.isFleet || run.kind !== 'compile' || run.compareOnly) return exitCodes.fine;
  return put(host, fleetManifestPath(folder), printFleetManifest(host, version, run.options, outcomes));
}

function put(host: Host, path: string, text: string): ExitCode {
  const before = host.files.read(path);
  if (before.ok && new TextDecoder().decode(before.value) === text) return exitCodes.fine;
  const written = replaceFile(host, path, text);
  if (written.ok) return exitCodes.fine;
  host.stderr.write(`error: cannot write ${path}: ${written.failure.reason}\n`);
  return exitCodes.failure;
}
