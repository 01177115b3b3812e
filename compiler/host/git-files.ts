import { compareText } from '../util/compare-text.ts';
import { type FileResult, failed, success } from './file-result.ts';
import type { FileStatus, FileSystem } from './file-system.ts';
import type { GitBlobs } from './git-blobs.ts';
import type { GitFolder, GitNode } from './git-tree.ts';
import { absolutePath } from './path.ts';

/** What the files of a commit are made of. */
export interface GitCommit {
  /** The folder of the working tree, absolute and without links. */
  readonly top: string;
  readonly tree: GitFolder;
  readonly blobs: GitBlobs;
  /** What relative paths start from. */
  readonly cwd: string;
  /** The files of the machine: what lies outside the repository is there. */
  readonly machine: FileSystem;
}

/** Where a path leads after its links were followed: into the commit, or out of the repository. */
type Place =
  | { readonly kind: 'inside'; readonly parts: readonly string[]; readonly node: GitNode }
  | { readonly kind: 'outside'; readonly path: string }
  | { readonly kind: 'absent' };

/** The most links that one path may lead over. */
const MAX_LINKS = 20;

/**
 * Returns the files of a repository as a commit has them, to read only; everything else is as on the machine. Projects
 * are read from it as from the working tree.
 */
export function gitFiles(commit: GitCommit): FileSystem {
  const { machine } = commit;
  const at = (path: string, follow: boolean) => locate(commit, path, follow);
  const outside = <T>(path: string, change: (path: string) => FileResult<T>) => {
    const parts = partsBelow(commit, path);
    return parts === undefined ? change(path) : failed('denied', 'a commit cannot be changed');
  };
  return {
    read: (path) => {
      const place = at(path, true);
      if (place.kind === 'outside') return machine.read(place.path);
      if (place.kind === 'absent') return failed('not-found');
      return place.node.kind === 'folder' ? failed('is-a-folder') : content(commit, place.node.id);
    },
    list: (path) => {
      const place = at(path, true);
      if (place.kind === 'outside') return machine.list(place.path);
      if (place.kind === 'absent') return failed('not-found');
      if (place.node.kind !== 'folder') return failed('not-a-folder');
      const entries = [...place.node.entries].map(([name, { kind }]) => ({ name, kind }));
      return success(entries.sort((a, b) => compareText(a.name, b.name)));
    },
    status: (path) => {
      const place = at(path, false);
      if (place.kind === 'outside') return machine.status(place.path);
      return place.kind === 'absent' ? failed('not-found') : status(commit, place.node);
    },
    realPath: (path) => {
      const place = at(path, true);
      if (place.kind === 'outside') return machine.realPath(place.path);
      if (place.kind === 'absent') return failed('not-found');
      return success(absolutePath(commit.top, place.parts.join('/')));
    },
    readLink: (path) => {
      const place = at(path, false);
      if (place.kind === 'outside') return machine.readLink(place.path);
      if (place.kind === 'absent') return failed('not-found');
      if (place.node.kind !== 'link') return failed('other', 'it is not a link');
      const target = content(commit, place.node.id);
      return target.ok ? success(new TextDecoder().decode(target.value)) : target;
    },
    makeFolder: (path) => outside(path, machine.makeFolder),
    write: (path, text, options) => outside(path, () => machine.write(path, text, options)),
    rename: (from, to) => outside(from, () => outside(to, () => machine.rename(from, to))),
    link: (existing, path) => outside(path, () => machine.link(existing, path)),
    makeLink: (target, path) => outside(path, () => machine.makeLink(target, path)),
    setMode: (path, mode) => outside(path, () => machine.setMode(path, mode)),
    remove: (path) => outside(path, machine.remove),
    removeFolder: (path) => outside(path, machine.removeFolder),
  };
}

function content({ blobs }: GitCommit, id: string): FileResult<Uint8Array> {
  const bytes = blobs.read(id);
  return bytes === undefined ? failed('other', 'git cannot read it') : success(bytes);
}

/** The identity of a file is the id of its content. Git is asked for the content only when somebody asks for the size. */
function status({ blobs }: GitCommit, node: GitNode): FileResult<FileStatus> {
  const known = { kind: node.kind, device: 'git', changed: 0, statusChanged: 0 };
  if (node.kind === 'folder') return success({ ...known, size: 0, mode: 0o755, identity: '' });
  return success({
    ...known,
    mode: node.mode,
    identity: node.id,
    get size() {
      return node.kind === 'file' ? (blobs.read(node.id)?.length ?? 0) : 0;
    },
  });
}

function locate(commit: GitCommit, path: string, follow: boolean): Place {
  let waiting = partsBelow(commit, path);
  if (waiting === undefined) return { kind: 'outside', path };
  const parts: string[] = [];
  let node: GitNode = commit.tree;
  for (let links = 0; waiting.length > 0; ) {
    const [part = '', ...rest]: string[] = waiting;
    if (node.kind !== 'folder') return { kind: 'absent' };
    const next: GitNode | undefined = node.entries.get(part);
    if (next === undefined) return { kind: 'absent' };
    if (next.kind !== 'link' || (rest.length === 0 && !follow)) {
      parts.push(part);
      [node, waiting] = [next, rest];
      continue;
    }
    if (++links > MAX_LINKS) return { kind: 'absent' };
    const target = new TextDecoder().decode(commit.blobs.read(next.id));
    const from = absolutePath(commit.top, parts.join('/'));
    const led = absolutePath(from, [target, ...rest].join('/'));
    const inside = partsBelow(commit, led);
    if (inside === undefined) return { kind: 'outside', path: led };
    [node, waiting] = [commit.tree, inside];
    parts.length = 0;
  }
  return { kind: 'inside', parts, node };
}

/** Returns the parts of a path below the repository, or undefined when it lies outside. */
function partsBelow({ top, cwd, machine }: GitCommit, path: string): string[] | undefined {
  const absolute = absolutePath(cwd, path);
  return below(top, absolute) ?? below(top, realPathOf(machine, absolute));
}

function below(top: string, path: string): string[] | undefined {
  if (path === top) return [];
  const start = top === '/' ? '/' : `${top}/`;
  return path.startsWith(start) ? path.slice(start.length).split('/') : undefined;
}

/** The path without links; of one that is not there, as much of it as is there. */
function realPathOf(machine: FileSystem, path: string): string {
  const real = machine.realPath(path);
  if (real.ok || path === '/') return real.ok ? real.value : path;
  const cut = path.lastIndexOf('/');
  const parent = realPathOf(machine, path.slice(0, Math.max(cut, 0)) || '/');
  return parent === '/' ? path.slice(cut) : `${parent}${path.slice(cut)}`;
}
