import type { FileSystem } from '../../host/file-system.ts';
import type { Host } from '../../host/host.ts';
import { absolutePath, baseName, folderOf } from '../../host/path.ts';
import { holdsSpecs } from '../../read/read-project.ts';
import { allSpecFileNames } from '../../source/spec-kind.ts';

/** The folders in which projects may come and go. */
export interface GlobFolders {
  /** Those that globs go through, absolute: a new folder in one may be a project, or hold some. */
  readonly entered: ReadonlySet<string>;
  /** Those that globs match: a first spec in one makes it a project. */
  readonly matched: ReadonlySet<string>;
  /** All of them, each with what tells it from another one that takes its place. */
  readonly folders: ReadonlyMap<string, string>;
  /** The output folder, in which no projects are sought. */
  readonly out?: string;
}

/** A part of a glob between slashes; those in braces do not count. */
const PART = /(?:\{[^}]*\}|\[[^\]]*\]|[^/])+/g;

/** Returns the folders that have to be watched so that no change of what globs match goes unseen. */
export async function globFolders(
  host: Host,
  globs: readonly string[],
  output: string | undefined,
): Promise<GlobFolders> {
  const out = output === undefined ? undefined : absolutePath(host.cwd, output);
  const matches = async (pattern: string) =>
    (await host.globFolders(pattern))
      .map((folder) => absolutePath(host.cwd, folder))
      .filter((folder) => !isIn(folder, out));
  const sought = new Set<string>();
  const matched = new Set<string>();
  for (const glob of globs) {
    const parts = glob.match(PART) ?? [];
    const plain = parts.findIndex((part) => /[*?[{]/.test(part));
    const root = glob.startsWith('/') ? '/' : '';
    const upTo = (count: number) => `${root}${parts.slice(0, count).join('/')}`;
    sought.add(absolutePath(host.cwd, upTo(plain)));
    for (let count = plain + 1; count < parts.length; count++)
      for (const folder of await matches(upTo(count))) sought.add(folder);
    for (const folder of await matches(glob)) {
      matched.add(folder);
      if (parts.at(-1)?.includes('**')) sought.add(folder);
    }
  }
  const folders = nearestFolders(host.files, new Set([...sought, ...matched]));
  const entered = new Set([...folders.keys()].filter((folder) => sought.has(folder) || !matched.has(folder)));
  return { entered, matched, folders, ...(out === undefined ? {} : { out }) };
}

/**
 * Returns whether after a change at a path the globs may match other projects. `projects` are absolute. A folder that
 * globs go through is itself such a path when its watch is new: more may have come before.
 */
export function changesProjects(
  { files }: Host,
  { entered, matched, out }: GlobFolders,
  projects: ReadonlySet<string>,
  path: string,
): boolean {
  const isOther = (folder: string) =>
    projects.has(folder) ? !holdsSpecs(files, folder) : matched.has(folder) && holdsSpecs(files, folder);
  const [folder, name] = [folderOf(path), baseName(path)];
  if (entered.has(path) || isOther(path) || (allSpecFileNames.includes(name) && isOther(folder))) return true;
  if (!entered.has(folder) || name.startsWith('.') || name === 'node_modules' || isIn(path, out))
    return false;
  const status = files.status(path);
  return matched.has(path) !== (status.ok && status.value.kind !== 'file');
}

function isIn(path: string, folder: string | undefined): boolean {
  return folder !== undefined && (path === folder || path.startsWith(`${folder}/`));
}

/**
 * Returns, for absolute paths of folders, those that are there, and for the others the nearest one above; each with what
 * tells it from another folder that takes its place.
 */
export function nearestFolders(files: FileSystem, paths: ReadonlySet<string>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const path of paths) {
    for (let at = path; !found.has(at); at = folderOf(at)) {
      const real = files.realPath(at);
      const status = real.ok ? files.status(real.value) : real;
      const isFolder = status.ok && status.value.kind === 'folder';
      if (isFolder) found.set(at, status.value.identity);
      if (isFolder || at === '/') break;
    }
  }
  return found;
}
