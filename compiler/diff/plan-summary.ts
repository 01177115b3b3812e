import type { Change, ProjectChanges } from './change.ts';

/** How many things a change set adds, changes and removes; a rename is a change. */
export interface PlanCounts {
  readonly add: number;
  readonly change: number;
  readonly remove: number;
}

/** Returns the counts of a change set. */
export function planCounts(changes: readonly Change[]): PlanCounts {
  const count = (...actions: Change['action'][]) =>
    changes.filter(({ action }) => actions.includes(action)).length;
  return { add: count('add'), change: count('change', 'rename'), remove: count('remove') };
}

/** Returns the last line of a diff: `Plan: 2 to add, 1 to change, 1 to remove`. */
export function planSummary(changes: readonly Change[]): string {
  const { add, change, remove } = planCounts(changes);
  return `Plan: ${add} to add, ${change} to change, ${remove} to remove`;
}

/** Returns the last line of a diff of several projects: `Plan: 2 to add, 1 to change, 1 to remove in 2 of 1080 projects`. */
export function fleetSummary(projects: readonly ProjectChanges[], total: number): string {
  const changes = projects.flatMap((project) => project.changes);
  return `${planSummary(changes)} in ${projects.length} of ${total} ${total === 1 ? 'project' : 'projects'}`;
}

/**
 * Returns why a change set must not pass unseen: it removes more jobs, claims and other objects than `maximum`, which
 * is what a slip such as a lost list looks like. Undefined when it is fine.
 */
export function massRemoval(changes: readonly Change[], maximum: number): string | undefined {
  const removed = changes.filter(({ action }) => action === 'remove').length;
  if (removed <= maximum) return undefined;
  return `${removed} things would be removed, more than ${maximum}: if that is meant, pass \`--max-removals ${removed}\``;
}
