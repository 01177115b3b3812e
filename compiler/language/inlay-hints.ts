import type { ProjectView } from './workspace.ts';

/** A value that nobody wrote, shown where it would be written. */
export interface InlayHint {
  readonly offset: number;
  readonly label: string;
  /** Which field would change it. */
  readonly tooltip?: string;
}

/** Returns the values that defaults decide in a piece of a file. */
export function inlayHintsOf(
  _view: ProjectView,
  _file: string,
  _start: number,
  _end: number,
): readonly InlayHint[] {
  return [];
}
