import type { Range } from './place.ts';
import type { ProjectView } from './workspace.ts';

/** Something that may be written at the cursor. */
export interface CompletionOffer {
  readonly label: string;
  /** A key, a value of a closed list, or the name of something that is defined in a spec. */
  readonly kind: 'field' | 'value' | 'name';
  /** A few words beside the label: its type, or where a name is defined. */
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  readonly insertText: string;
  /** What the text takes the place of. */
  readonly replace: Range;
}

/** Returns what may be written at a place, the most likely first; the text there may be half typed. */
export function completeAt(_view: ProjectView, _file: string, _offset: number): readonly CompletionOffer[] {
  return [];
}
