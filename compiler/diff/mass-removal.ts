import type { Change } from './change.ts';

/**
 * Returns why a change set must not pass unseen: it removes more jobs, claims and other objects than `maximum`, which
 * is what a slip such as a lost list looks like. Undefined when it is fine.
 */
export function massRemoval(changes: readonly Change[], maximum: number): string | undefined {
  const removed = changes.filter(({ action }) => action === 'remove').length;
  if (removed <= maximum) return undefined;
  return `${removed} things would be removed, more than ${maximum}: if that is meant, pass \`--max-removals ${removed}\``;
}
