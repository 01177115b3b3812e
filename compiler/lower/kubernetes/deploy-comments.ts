import type { Scope } from './scope.ts';

/** Returns the comment of an object that the deploy job applies, or nothing where the object is final. */
export function deployComments(scope: Scope, pinned: boolean, coloured: boolean): readonly string[] {
  const job = `${scope.environment.spec.name.value}-deploy`.replace(/\s+/g, ' ');
  if (!pinned) return [`Awaits a version: the job ${job} fills it in and applies it.`];
  return coloured ? [`Applied by the job ${job} when this colour is not the active one.`] : [];
}
