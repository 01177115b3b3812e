import type { Place } from './place.ts';
import type { ProjectView } from './workspace.ts';

/** Returns where the thing is defined that the text at a place names; its own place where it is defined there. */
export function definitionAt(_view: ProjectView, _file: string, _offset: number): readonly Place[] {
  return [];
}

/** Returns every place that names the same thing, its declaration included, by file and place. */
export function referencesAt(_view: ProjectView, _file: string, _offset: number): readonly Place[] {
  return [];
}
