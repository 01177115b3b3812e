import type { ResultCache } from '../cache/result-cache.ts';
import type { MayWrite } from '../names/name-gate.ts';
import type { UntouchedOutcome } from './project-outcome.ts';
import type { ProjectTask, Work } from './project-task.ts';

/**
 * Returns what becomes of a project whose specs and output look just as a run left them; undefined for all others, and where more
 * must be told than can be without reading the specs. `settings` are those of the run (`settingsKey`).
 */
export async function untouchedProject(
  work: Work,
  task: ProjectTask,
  mayWrite: MayWrite,
  results: ResultCache,
  settings: string,
): Promise<UntouchedOutcome | undefined> {
  const { folder, out, controller, replaced, notes = [] } = task;
  const tellsMore = work.tellsInputs || work.tellsLooks === true;
  if (out === undefined || tellsMore) return undefined;
  if (work.kind !== 'compile' || work.compareOnly || controller !== undefined || replaced !== undefined)
    return undefined;
  const found = results.findUntouched(out, folder, settings);
  if (found === undefined) return undefined;
  const { diagnostics, claims, counts, manifest, specs } = found;
  const isOurs = await mayWrite(claims);
  return {
    folder,
    names: specs.map(({ name }) => name),
    diagnostics,
    lengths: specs.map(({ length }) => length),
    claims,
    notes,
    failed: false,
    ...(isOurs ? { output: { folder: out, counts, manifest } } : {}),
  };
}
