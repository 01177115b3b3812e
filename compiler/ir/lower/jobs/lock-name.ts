import type { JobScope } from './job-scope.ts';

/** Returns the name of a lock. Locks belong to the whole controller, which may hold more than one project. */
export function lockName(scope: JobScope, what: string): string {
  return `${scope.project.name.value}: ${what}`;
}
