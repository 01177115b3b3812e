import type { Place } from './place.ts';
import type { ProjectView } from './workspace.ts';

/** A line of the output, counted from 1. */
export interface OutputLine {
  readonly path: string;
  readonly line: number;
}

/** Returns the lines of the output that come from the value at a place, by path and line. */
export function outputLinesOf(_view: ProjectView, _file: string, _offset: number): readonly OutputLine[] {
  return [];
}

/** Returns the places of the specs that a line of the output comes from, the most specific first. */
export function originsOfLine(_view: ProjectView, _path: string, _line: number): readonly Place[] {
  return [];
}
