import type { PlanCounts } from '../../plan/plan-counts.ts';

/** Returns one line about an output folder: how many artifacts are new, changed, removed and unchanged. */
export function planLine(
  folder: string,
  { added, changed, removed, same }: PlanCounts,
  isCheck: boolean,
): string {
  const counts = isCheck
    ? `${added} to add, ${changed} to change, ${removed} to remove`
    : `${added} added, ${changed} changed, ${removed} removed`;
  return `${folder}: ${counts}, ${same} unchanged`;
}
