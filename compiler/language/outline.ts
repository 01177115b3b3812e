import type { Range } from './place.ts';
import type { ProjectView } from './workspace.ts';

/** A thing or a field of a spec, as an outline shows it. */
export interface DocumentSymbolNode extends Range {
  readonly name: string;
  /** A few words about it; may be empty. */
  readonly detail: string;
  /** A named thing, a list or mapping, or a single value. */
  readonly kind: 'thing' | 'group' | 'value';
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly children: readonly DocumentSymbolNode[];
}

/** Returns the outline of a file. */
export function symbolsOf(_view: ProjectView, _file: string): readonly DocumentSymbolNode[] {
  return [];
}

/** Returns what can be folded away: from the end of the line that stays to the end of what goes. */
export function foldingOf(_view: ProjectView, _file: string): readonly Range[] {
  return [];
}
