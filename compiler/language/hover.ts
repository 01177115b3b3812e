import type { Range } from './place.ts';
import type { ProjectView } from './workspace.ts';

/** What is shown beside a word of a spec. */
export interface Hover extends Range {
  readonly markdown: string;
}

/** Returns what a field or a value means and what it becomes; undefined where there is nothing to say. */
export function hoverAt(_view: ProjectView, _file: string, _offset: number): Hover | undefined {
  return undefined;
}
