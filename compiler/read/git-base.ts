import type { FileSystem } from '../host/file-system.ts';
import { type Git, openGit } from '../host/git.ts';
import { GitBlobs } from '../host/git-blobs.ts';
import { gitFiles } from '../host/git-files.ts';
import { parseGitTree } from '../host/git-tree.ts';
import type { Host } from '../host/host.ts';
import { folderOf, joinPath } from '../host/path.ts';
import { MAX_FILE_BYTES } from '../source/limits.ts';
import { allSpecFileNames } from '../source/spec-kind.ts';
import { cachesBelow, specCacheFolder } from './cache-folder.ts';

/** A repository at a ref. */
export interface GitBase {
  /** The same host, whose files are those of the commit: projects are read from it as from the working tree. */
  readonly host: Host;
  /** The folder of the working tree, absolute and without links. */
  readonly top: string;
  /** Returns whether an absolute path belongs to it, and not to a submodule. */
  readonly holds: (path: string) => boolean;
  /** Gets the specs of many folders in one go; returns what is wrong when the clone has left out some of them. */
  readonly loadSpecs: (folders: readonly string[]) => string | undefined;
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
  const opened = openGit(host, path);
  if (!opened.ok) return opened;
  const { git } = opened;
  const commit = git.run(['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
  const id = commit.started && commit.code === 0 ? commit.stdout.trim() : '';
  if (!/^[0-9a-f]{40,64}$/.test(id)) return { ok: false, problem: unknownRef(git, path, ref) };
  const listing = git.run(['ls-tree', '-r', '-z', '--full-tree', id]);
  if (!listing.started || listing.code !== 0) return { ok: false, problem: `git cannot list \`${ref}\`` };
  return { ok: true, base: baseOf(host, git, listing.stdout) };
}

function baseOf(host: Host, git: Git, listing: string): GitBase {
  const { top } = git;
  const tree = parseGitTree(listing);
  const blobs = new GitBlobs(git);
  const files = gitFiles({ top, tree, blobs, cwd: host.cwd, machine: host.files });
  // It is looked at here: to the files of the commit, the checkout is no checkout.
  const cache = specCacheFolder(host, [top]);
  const base: Host = Object.create(host, {
    files: { value: files },
    globFolders: { value: (pattern: string) => host.globFolders(pattern, files) },
    // The values of the working tree stay where the next run looks for them.
    env: { value: cache === undefined ? { ...host.env, BITESIZE_CACHE: '' } : cachesBelow(host.env, 'base') },
  });
  const specsIn = (folder: string) => {
    const listed = files.list(folder === '' ? '.' : folder);
    const names = listed.ok ? listed.value.map(({ name }) => name) : [];
    return names
      .filter((name) => allSpecFileNames.includes(name))
      .flatMap((name) => {
        const path = joinPath(folder, name);
        const status = files.status(path);
        return status.ok && status.value.kind === 'file' ? [{ path, id: status.value.identity }] : [];
      });
  };
  const loadSpecs = (folders: readonly string[]) => {
    const specs = folders.flatMap(specsIn);
    blobs.load(
      specs.map(({ id }) => id),
      MAX_FILE_BYTES,
    );
    const missing = specs.find(({ id }) => blobs.size(id) === undefined);
    return missing && leftOut(missing.path);
  };
  return { host: base, top, loadSpecs, holds: (path) => isIn(files, top, path) };
}

/** A partial clone would fetch contents when they are read; here nothing is fetched that nobody asked for. */
function leftOut(path: string): string {
  return `this clone has left out the content of \`${path}\` at the base\nhelp: fetch it first: \`git fetch --refetch --no-filter\``;
}

function isIn(files: FileSystem, top: string, path: string): boolean {
  for (let part = path; part !== top; part = folderOf(part)) {
    if (part === '/') return false;
    const status = files.status(part);
    if (status.ok && status.value.kind === 'other') return false;
  }
  return true;
}

/**
 * Returns what is wrong with a ref that git does not know in the checkout of a folder, and what to do: a CI system often fetches one
 * commit of one branch and nothing else.
 */
function unknownRef({ run }: Git, folder: string, ref: string): string {
  const git = (...argv: string[]) => {
    const ran = run(argv);
    return ran.started && ran.code === 0 ? ran.stdout.trim() : '';
  };
  const problem = `git does not know \`${ref}\` in \`${folder === '' ? '.' : folder}\``;
  const remotes = git('remote').split('\n').filter(Boolean);
  const remote = remotes.find((name) => ref.startsWith(`${name}/`));
  if (remote !== undefined) return `${problem}\n${fetching(remote, ref.slice(remote.length + 1))}`;
  const [first] = remotes;
  if (first === undefined) return problem;
  const isName = /^[\w./-]+$/.test(ref);
  const tracked = remotes.map((name) => `${name}/${ref}`);
  const known = isName
    ? tracked.find((name) => git('rev-parse', '--verify', '--quiet', `refs/remotes/${name}`) !== '')
    : undefined;
  if (known !== undefined) return `${problem}\nhelp: it knows \`${known}\`: pass \`--base ${known}\``;
  if (git('rev-parse', '--is-shallow-repository') !== 'true') return problem;
  if (/^[0-9a-f]{40,64}$/.test(ref))
    return `${problem}\nhelp: this clone is shallow; fetch the commit first: \`git fetch --no-tags --depth=1 ${first} ${ref}\``;
  if (/[~^@]/.test(ref))
    return `${problem}\nhelp: this clone is shallow; fetch more of it first: \`git fetch --unshallow\``;
  return isName ? `${problem}\n${fetching(first, ref)}, and pass \`--base ${first}/${ref}\`` : problem;
}

/** A clone of one branch tracks no other: the fetch has to say where the ref goes. */
function fetching(remote: string, branch: string): string {
  return `help: fetch it first: \`git fetch --no-tags --depth=1 ${remote} +refs/heads/${branch}:refs/remotes/${remote}/${branch}\``;
}
