import { createTwoFilesPatch } from 'diff';
import type { Artifact } from '../model/artifact.ts';
import { compareText } from '../util/compare-text.ts';

/** Returns the differences of all files as one unified diff; equal files are left out. `folder` stands before the paths. */
export function printUnified(
  before: readonly Artifact[],
  after: readonly Artifact[],
  folder?: string,
): string {
  const old = textsOf(before);
  const now = textsOf(after);
  const paths = [...new Set([...old.keys(), ...now.keys()])].sort(compareText);
  return paths
    .filter((path) => old.get(path) !== now.get(path))
    .map((path) => patchOf(folder ? `${folder}/${path}` : path, old.get(path), now.get(path)))
    .join('');
}

function patchOf(path: string, before: string | undefined, after: string | undefined): string {
  const from = before === undefined ? '/dev/null' : `a/${path}`;
  const to = after === undefined ? '/dev/null' : `b/${path}`;
  return createTwoFilesPatch(from, to, before ?? '', after ?? '').replace(/^=+\n/, '');
}

function textsOf(artifacts: readonly Artifact[]): ReadonlyMap<string, string> {
  return new Map(artifacts.map(({ path, content }) => [path, content.text]));
}
