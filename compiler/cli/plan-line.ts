import type { OutputPlan } from '../plan/compare-output.ts';
import { MANIFEST_PATH, TOOL_FOLDER } from '../plan/output-path.ts';

/** Returns one line about an output folder: how many artifacts are new, changed, removed and unchanged. */
export function planLine(folder: string, plan: OutputPlan, isCheck: boolean): string {
  const artifacts = (paths: readonly string[]) =>
    paths.filter((path) => path !== MANIFEST_PATH && !path.startsWith(`${TOOL_FOLDER}/`)).length;
  const [added, changed, removed] = [plan.add, plan.change, plan.remove.map((path) => ({ path }))].map(
    (files) => artifacts(files.map(({ path }) => path)),
  );
  const same = artifacts(plan.same);
  const counts = isCheck
    ? `${added} to add, ${changed} to change, ${removed} to remove`
    : `${added} added, ${changed} changed, ${removed} removed`;
  return `${folder}: ${counts}, ${same} unchanged`;
}
