import type { Host } from '../../host/host.ts';
import { joinPath } from '../../host/path.ts';
import { replaceFile } from '../../host/replace-file.ts';
import { compareText } from '../../util/compare-text.ts';
import { version } from '../../version.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import type { ProjectOutcome } from '../project/project-outcome.ts';
import type { RunOptions } from '../run-options.ts';
import { shardFileName } from '../shards/read-shards.ts';
import { packRun, type RunDescription, SHARD_FORMAT, shardProject } from '../shards/shard-result.ts';
import { outputName } from '../task-name.ts';

/** The file in the output folder of a fleet that says what is in it. */
export const FLEET_MANIFEST = 'fleet.json';

/** Version of the format. */
const FORMAT_VERSION = 1;

/**
 * Returns the text of `fleet.json`: every project of a run by the name of its output folder, with the hash of its
 * `manifest.json`, one line each. A project with errors, or with a name that another one has taken, has no hash: its
 * folder is as an earlier run left it, or as a shard did, which cannot know the names of other shards.
 */
export function printFleetManifest(
  { cwd }: Host,
  tool: string,
  options: Readonly<Record<string, unknown>>,
  outcomes: readonly ProjectOutcome[],
): string {
  const projects = outcomes
    .map(({ output, ...task }) => ({
      name: outputName(cwd, task),
      ...(output === undefined ? {} : { manifest: output.manifest.sha256 }),
    }))
    .sort((a, b) => compareText(a.name, b.name));
  const lines = projects.map((project) => `    ${JSON.stringify(project)}`).join(',\n');
  return `{
  "version": ${FORMAT_VERSION},
  "tool": ${JSON.stringify({ name: 'bitesize', version: tool })},
  "options": ${JSON.stringify(options)},
  "projects": ${projects.length === 0 ? '[]' : `[\n${lines}\n  ]`}
}
`;
}

/** Returns the path of the file in an output folder. */
function fleetManifestPath(out: string): string {
  return joinPath(out, FLEET_MANIFEST);
}

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
  const text = printFleetManifest(host, version, run.options, outcomes);
  return put(host, fleetManifestPath(folder), text);
}

function put(host: Host, path: string, text: string): ExitCode {
  const status = host.files.status(path);
  const before = status.ok && status.value.kind === 'file' ? host.files.read(path) : undefined;
  if (before?.ok === true && new TextDecoder().decode(before.value) === text) return exitCodes.fine;
  const written = replaceFile(host, path, text);
  if (written.ok) return exitCodes.fine;
  host.stderr.write(`error: cannot write ${path}: ${written.failure.reason}\n`);
  return exitCodes.failure;
}
