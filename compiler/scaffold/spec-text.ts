import { dump } from 'js-yaml';
import { oneLine } from '../print/lines.ts';

/** A value of a spec: who knows it, or what a person must do about it. */
export interface Answer {
  readonly value: string;
  /** Where it is from; absent for what the user said. */
  readonly from?: string;
  /** What only a person knows. */
  readonly todo?: string;
}

/** Returns a value with the comment that says where it is from, or what to do. */
export function answer({ value, from, todo }: Answer): string {
  const said = todo === undefined ? from : `TODO: ${todo}`;
  const written = /^\d+$/.test(value) ? value : scalar(value);
  return said === undefined ? written : `${written} # ${comment(said)}`;
}

/** Returns text that a comment may have: names of files may hold anything, and a comment ends with its line. */
export function comment(text: string): string {
  return oneLine(text).replace(/[^\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd]/g, '?');
}

/** Returns a value as one line of YAML, quoted where it has to be. */
export function scalar(text: string): string {
  return dump(text, { lineWidth: -1 }).trimEnd();
}

/** Returns a list as one line of YAML. */
export function inline(items: readonly string[]): string {
  return dump(items, { lineWidth: -1, flowLevel: 0 }).trimEnd();
}
