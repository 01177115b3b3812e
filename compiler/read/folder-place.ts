import type { FileSystem } from '../host/file-system.ts';
import type { Host } from '../host/host.ts';
import { absolutePath, baseName, folderOf, joinPath } from '../host/path.ts';
import { withoutSlashesAtEnd } from '../util/without-slashes.ts';

/** Where a folder is, and whether a change that nobody has reviewed can put things there. */
export type FolderPlace =
  /** The path is absolute and has no links; the folder need not be there. `inside` is the checkout or project it lies in. */
  | { readonly kind: 'found'; readonly path: string; readonly inside?: string }
  /** A part of the path is a link that a change can make. */
  | { readonly kind: 'link'; readonly link: string }
  | { readonly kind: 'unusable'; readonly reason: string };

/** What of a host it takes. */
export type PlacingHost = Pick<Host, 'cwd' | 'env' | 'files'>;

/**
 * Returns where a folder is. A change can put things into the checkouts and the projects that a path leads through, and
 * into the working folder; links there are not followed, while those elsewhere are the user's own. `projects` are the
 * folders of the run.
 *
 * git is not asked: whoever trusts nothing in a checkout need not know which files of it are tracked or ignored.
 */
export function folderPlace(host: PlacingHost, named: string, projects: readonly string[]): FolderPlace {
  const { cwd, files } = host;
  const isOpen = openFolders(host, projects);
  const names = absolutePath(cwd, named).split('/').slice(1);
  let folder = '/';
  for (const [index, name] of names.entries()) {
    const place = joinPath(folder, name);
    const status = files.status(place);
    if (!status.ok && status.failure.kind !== 'not-found')
      return { kind: 'unusable', reason: status.failure.reason };
    if (!status.ok) return found(joinPath(place, names.slice(index + 1).join('/')), folder, isOpen);
    if (status.value.kind === 'link') {
      if (isBelow(folder, cwd) || innermost(folder, isOpen) !== undefined)
        return { kind: 'link', link: place };
      const real = files.realPath(place);
      if (!real.ok) return { kind: 'unusable', reason: real.failure.reason };
      folder = real.value;
    } else folder = place;
    const here = files.status(folder);
    if (!here.ok || here.value.kind !== 'folder')
      return { kind: 'unusable', reason: 'a part of the path is not a folder' };
  }
  return found(folder, folder, isOpen);
}

function found(path: string, there: string, isOpen: (folder: string) => boolean): FolderPlace {
  const inside = innermost(there, isOpen);
  const tidy = path.length > 1 ? withoutSlashesAtEnd(path) : path;
  return { kind: 'found', path: tidy, ...(inside === undefined ? {} : { inside }) };
}

/** Returns the nearest folder that a change can write to, of a folder without links and those above it. */
function innermost(folder: string, isOpen: (folder: string) => boolean): string | undefined {
  if (isOpen(folder)) return folder;
  return folder === '/' ? undefined : innermost(folderOf(folder), isOpen);
}

/** Everything lies below the root of the machine, so as a working folder it says nothing. */
function isBelow(folder: string, above: string): boolean {
  return above !== '/' && (folder === above || folder.startsWith(`${above}/`));
}

/**
 * Returns what says of a folder whether a change can write to it: a project, or the top of a checkout. The home of the
 * user may be a checkout, too, such as one of dotfiles, and is the user's own; unless it is the very one that the
 * projects belong to, as where a CI system takes its workspace for the home.
 */
function openFolders({ cwd, env, files }: PlacingHost, projects: readonly string[]) {
  const real = (path: string) => {
    const resolved = files.realPath(absolutePath(cwd, path));
    return resolved.ok ? resolved.value : absolutePath(cwd, path);
  };
  const folders = realFolders(
    files,
    projects.map((path) => absolutePath(cwd, path)),
  );
  const own = env.HOME ? real(env.HOME) : undefined;
  const isProject = new Set(folders);
  const isCheckout = (folder: string) => files.status(joinPath(folder, '.git')).ok;
  return (folder: string): boolean => {
    if (isProject.has(folder)) return true;
    if (!isCheckout(folder)) return false;
    return folder !== own || [real('.'), ...folders].some((each) => checkoutsOf(files, each).includes(own));
  };
}

/** Returns where folders are without links, as they are named where they are not there. Most lie in few others. */
function realFolders(files: FileSystem, paths: readonly string[]): readonly string[] {
  const known = new Map<string, string | undefined>();
  const realOf = (path: string) => {
    const real = files.realPath(path);
    return real.ok ? real.value : undefined;
  };
  return paths.map((path) => {
    const above = folderOf(path);
    if (!known.has(above)) known.set(above, realOf(above));
    const parent = known.get(above);
    const place = parent === undefined ? path : joinPath(parent, baseName(path));
    const status = parent === undefined || path === '/' ? undefined : files.status(place);
    return status?.ok === true && status.value.kind === 'folder' ? place : (realOf(path) ?? path);
  });
}

/** The checkout that a folder belongs to; those around it, too, where it is a submodule of them: its `.git` is a file. */
function checkoutsOf(files: FileSystem, folder: string): readonly string[] {
  const git = files.status(joinPath(folder, '.git'));
  if (git.ok && git.value.kind === 'folder') return [folder];
  const above = folder === '/' ? [] : checkoutsOf(files, folderOf(folder));
  return git.ok ? [folder, ...above] : above;
}
