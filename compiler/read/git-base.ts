import type { FileSystem } from '../host/file-system.ts';
import { GitBlobs } from '../host/git-blobs.ts';
import { gitFiles } from '../host/git-files.ts';
import { parseGitTree } from '../host/git-tree.ts';
import type { Host } from '../host/host.ts';
import { folderOf, joinPath } from '../host/path.ts';
import { allSpecFileNames } from '../source/spec-kind.ts';
import { cachesBelow, specCacheFolder } from './cache-folder.ts';
import { unknownRef } from './unknown-ref.ts';

/** A repository at a ref. */
export interface GitBase {
  /** The same host, whose files are those of the commit: projects are read from it as from the working tree. */
  readonly host: Host;
  /** The folder of the working tree, absolute and without links. */
  readonly top: string;
  /** Returns whether an absolute path belongs to it, and not to a submodule. */
  readonly holds: (path: string) => boolean;
  /** Gets the specs of many folders in one go. */
  readonly loadSpecs: (folders: readonly string[]) => void;
}

/** A repository at a ref, or why it cannot be had; the lines after the first say what to do. */
export type OpenedBase =
  | { readonly ok: true; readonly base: GitBase }
  | { readonly ok: false; readonly problem: string };

/** Returns the repository that a folder belongs to at a git ref. The folder need not exist any more. */
export function openGitBase(host: Host, path: string, ref: string): OpenedBase {
  if (ref === '') return { ok: false, problem: '`--base` is empty: is the variable set that names the ref?' };
  // A ref that starts with a dash would be read as an option.
  if (ref.startsWith('-')) return { ok: false, problem: `\`${ref}\` is not a git ref` };
  const folder = existingFolder(host, path);
  const repository = host.run('git', ['rev-parse', '--show-toplevel'], folder);
  if (!repository.started) return { ok: false, problem: `cannot run git: ${repository.reason}` };
  const top = repository.stdout.replace(/\r?\n$/, '');
  if (repository.code !== 0 || top === '') {
    const said = repository.stderr.trim().replace(/^fatal: /, '');
    return { ok: false, problem: `\`${path === '' ? '.' : path}\` is in no git repository: ${said}` };
  }
  const argv = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`];
  const commit = host.run('git', argv, folder);
  const id = commit.started && commit.code === 0 ? commit.stdout.trim() : '';
  if (!/^[0-9a-f]{40,64}$/.test(id)) return { ok: false, problem: unknownRef(host, folder, ref) };
  const listing = host.run('git', ['ls-tree', '-r', '-z', '--full-tree', id], folder);
  if (!listing.started || listing.code !== 0) return { ok: false, problem: `git cannot list \`${ref}\`` };
  return { ok: true, base: baseOf(host, folder, top, listing.stdout) };
}

function baseOf(host: Host, folder: string, top: string, listing: string): GitBase {
  const tree = parseGitTree(listing);
  const blobs = new GitBlobs(host, folder);
  const files = gitFiles({ top, tree, blobs, cwd: host.cwd, machine: host.files });
  // It is looked at here: to the files of the commit, the checkout is no checkout.
  const cache = specCacheFolder(host, [top]);
  const base: Host = Object.create(host, {
    files: { value: files },
    globFolders: { value: (pattern: string) => host.globFolders(pattern, files) },
    // The values of the working tree stay where the next run looks for them.
    env: { value: cache === undefined ? { ...host.env, BITESIZE_CACHE: '' } : cachesBelow(host.env, 'base') },
  });
  const loadSpecs = (folders: readonly string[]) =>
    blobs.load(
      folders.flatMap((name) => {
        const listed = files.list(name === '' ? '.' : name);
        const names = listed.ok ? listed.value.map((entry) => entry.name) : [];
        return names
          .filter((spec) => allSpecFileNames.includes(spec))
          .flatMap((spec) => {
            const status = files.status(joinPath(name, spec));
            return status.ok && status.value.kind === 'file' ? [status.value.identity] : [];
          });
      }),
    );
  return { host: base, top, loadSpecs, holds: (path) => isIn(files, top, path) };
}

function isIn(files: FileSystem, top: string, path: string): boolean {
  for (let part = path; part !== top; part = folderOf(part)) {
    if (part === '/') return false;
    const status = files.status(part);
    if (status.ok && status.value.kind === 'other') return false;
  }
  return true;
}

/** The folder itself, or the nearest one above it that is there. */
function existingFolder(host: Host, path: string): string {
  const status = host.files.status(path === '' ? '.' : path);
  if (status.ok && (status.value.kind === 'folder' || status.value.kind === 'link')) return path;
  const above = folderOf(path);
  return above === path || path === '' ? '' : existingFolder(host, above);
}
