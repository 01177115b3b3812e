import type { Place, Range } from './place.ts';
import type { ProjectView } from './workspace.ts';

/** A text that takes the place of another one. */
export interface TextEdit extends Place {
  readonly text: string;
}

/** What a rename changes in the specs, and what follows from it, a sentence each: what `diff` would say. */
export interface Renaming {
  readonly edits: readonly TextEdit[];
  readonly consequences: readonly string[];
}

/** Returns what would be renamed at a place; undefined where nothing can be. */
export function renameRangeAt(
  _view: ProjectView,
  _file: string,
  _offset: number,
): (Range & { readonly placeholder: string }) | undefined {
  return undefined;
}

/** Returns the edits that give the thing at a place another name everywhere, or why that cannot be. */
export function renameAt(
  _view: ProjectView,
  _file: string,
  _offset: number,
  _newName: string,
): Renaming | { readonly problem: string } {
  return { problem: 'nothing here has a name' };
}
