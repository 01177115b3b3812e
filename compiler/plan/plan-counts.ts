import { isUpToDate, type OutputPlan } from './compare-output.ts';
import { MANIFEST_PATH, TOOL_FOLDER } from './output-path.ts';

/** How many artifacts of an output folder are new, changed, removed and unchanged. */
export interface PlanCounts {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly same: number;
  /** Whether nothing differs, not even what only tools read. */
  readonly upToDate: boolean;
}

/** Returns the numbers of a plan; what belongs to bitesize itself is no artifact. */
export function planCounts(plan: OutputPlan): PlanCounts {
  const artifacts = (paths: readonly string[]) => paths.filter(isArtifact).length;
  return {
    added: artifacts(plan.add.map(({ path }) => path)),
    changed: artifacts(plan.change.map(({ path }) => path)),
    removed: artifacts(plan.remove.map(({ path }) => path)),
    same: artifacts(plan.same),
    upToDate: isUpToDate(plan),
  };
}

function isArtifact(path: string): boolean {
  return path !== MANIFEST_PATH && !path.startsWith(`${TOOL_FOLDER}/`);
}
