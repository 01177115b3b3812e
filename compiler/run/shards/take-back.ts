import type { Host } from '../../host/host.ts';
import { joinPath } from '../../host/path.ts';
import { MANIFEST_PATH } from '../../plan/output-path.ts';
import { writeOutput } from '../../plan/write-output.ts';
import { withoutRefused } from '../names/taken-names.ts';
import type { ProjectOutcome, ProjectOutput } from '../project/project-outcome.ts';
import { outputName } from '../task-name.ts';
import type { RunDescription } from './shard-result.ts';

/**
 * Returns the outcomes of a merged run without the outputs of projects that take a name of another shard, which their
 * own shard could not know. What it has written for them where nothing was before goes, if it is as it was written. What
 * took the place of an older output stays: that one is gone, and to remove what runs somewhere is worse.
 */
export async function takeBack(
  host: Host,
  run: RunDescription,
  outcomes: readonly ProjectOutcome[],
): Promise<readonly ProjectOutcome[]> {
  const allowed = withoutRefused(outcomes);
  return Promise.all(
    allowed.map(async (outcome, index) => {
      const written = outcomes[index]?.output;
      if (written === undefined || outcome.output !== undefined) return outcome;
      return isOfShard(host, run, outcome, written) ? remove(host, outcome, written) : outcome;
    }),
  );
}

/** A result comes from another machine: only the folder that the run has for the project is meant. */
function isOfShard(
  { cwd, files, sha256 }: Host,
  { out, compareOnly }: RunDescription,
  outcome: ProjectOutcome,
  { folder, counts, manifest }: ProjectOutput,
): boolean {
  if (out === undefined || compareOnly || counts.added === 0) return false;
  if (counts.changed + counts.removed + counts.same > 0) return false;
  if (folder !== joinPath(out, outputName(cwd, outcome))) return false;
  const read = files.read(joinPath(folder, MANIFEST_PATH), { limit: manifest.bytes, noFollow: true });
  return read.ok && sha256(read.value) === manifest.sha256;
}

async function remove(
  host: Host,
  outcome: ProjectOutcome,
  { folder }: ProjectOutput,
): Promise<ProjectOutcome> {
  const written = await writeOutput(host, folder, []);
  if (written.ok && written.plan.kept.length === 0) {
    host.files.remove(joinPath(folder, MANIFEST_PATH));
    // A folder in which something of others lies stays.
    host.files.removeFolder(folder);
  }
  const told = written.diagnostics.map((diagnostic) => ({ diagnostic, folder: outcome.folder }));
  return { ...outcome, findings: [...outcome.findings, ...told], failed: outcome.failed || !written.ok };
}
