import { joinPath } from '../../host/path.ts';
import { type ProjectFiles, readProject } from '../../read/read-project.ts';
import { isCode } from '../../source/spec-kind.ts';
import { type ImportClosure, sameBytes } from './import-closure.ts';
import type { ProjectSides } from './project-sides.ts';

/**
 * Returns whether a project is made of the same files before and after, so that it need not be compiled. What cannot be
 * told from the files counts as different.
 */
export function sameInputs({ before, after }: ProjectSides, closure: ImportClosure | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  const old = readProject(before.host, before.folder);
  const now = readProject(after.host, after.folder);
  if (!isReadable(old) || !isReadable(now) || !sameContents(old.contents, now.contents)) return false;
  const code = now.sources.filter(isCode);
  return code.length === 0 || closure?.isSame(code.map(({ name }) => joinPath(after.folder, name))) === true;
}

/** Returns whether two sets of files have the same names and contents. */
export function sameContents(
  before: ReadonlyMap<string, Uint8Array>,
  after: ReadonlyMap<string, Uint8Array>,
): boolean {
  if (before.size !== after.size) return false;
  return [...before].every(([name, bytes]) => {
    const other = after.get(name);
    return other !== undefined && sameBytes(bytes, other);
  });
}

function isReadable({ names, sources }: ProjectFiles): boolean {
  return names.length === sources.length;
}
