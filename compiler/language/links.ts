import type { Range } from './place.ts';
import type { ProjectView } from './workspace.ts';

/** A piece of a spec that leads to a page, or to a file: its path from the folder of the specs. */
export interface DocumentLink extends Range {
  readonly target: { readonly url: string } | { readonly file: string };
}

/** Returns the addresses and the files that a spec names. */
export function linksOf(_view: ProjectView, _file: string): readonly DocumentLink[] {
  return [];
}
