import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { FoundDifference } from './found-differences.ts';

/** Differences with one reason. */
export interface ListedDifference {
  /** `shell`, or `*` for what is the same in every job. */
  readonly thing: string;
  /** Why, with the class, its plugin and the version that was read. */
  readonly why: string;
  readonly elements: readonly ListedElement[];
}

/** One element that differs; null where there is none. */
export interface ListedElement {
  /** The element and the one around it. */
  readonly path: string;
  readonly ours: string | null;
  readonly theirs: string | null;
}

const folder = new URL('differences/', import.meta.url);
/** Differences that belong to no family: those of every job. */
export const EVERY_JOB = 'every-job';

/** Returns what stands in `differences/<family>.json`. */
export function listedDifferences(family: string): readonly ListedDifference[] {
  const file = new URL(`${family}.json`, folder);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as readonly ListedDifference[]) : [];
}

/** Returns the families that have a list. */
export function listedFamilies(): readonly string[] {
  return readdirSync(folder)
    .map((name) => name.replace('.json', ''))
    .sort();
}

/** Writes the list of a family. */
export function writeDifferences(family: string, differences: readonly ListedDifference[]): void {
  writeFileSync(new URL(`${family}.json`, folder), `${JSON.stringify(differences, null, 2)}\n`);
}

/** Returns a difference as it is listed: without the numbers of siblings, and only the last two names of its path. */
export function listedElement({ path, ours, theirs }: FoundDifference): ListedElement {
  const names = path.replace(/\[\d+\]/g, '').split('/');
  return { path: names.slice(-2).join('/'), ours, theirs };
}

/** Returns a text that is the same for the same element of the same thing. */
export function differenceKey(thing: string, { path, ours, theirs }: ListedElement): string {
  return `${thing}: ${path}: ours ${ours}, theirs ${theirs}`;
}
