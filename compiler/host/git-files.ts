import { compareText } from '../util/compare-text.ts';
import { pathBelow } from './confined-files.ts';
import { type FileResult, failed, success, tooLarge } from './file-result.ts';
import { type FileStatus, type FileSystem, READ_LIMIT } from './file-system.ts';
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

/**
 * Where a path leads after its links were followed: into the commit, or nowhere. A path that starts outside the
 * repository is one of the machine; a link of the commit that leads out is not followed.
 */
type Place =
  | { readonly kind: 'inside'; readonly parts: readonly string[]; readonly node: GitNode }
  | { readonly kind: 'machine' }
  | { readonly kind: 'nowhere'; readonly failure: 'not-found' | 'outside' };

/** The most links that one path may lead over. */
const MAX_LINKS = 20;

/** The longest target of a link that is followed; no system has longer ones. */
const MAX_TARGET = 4096;

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
    read: (path, options = {}) => {
      const place = at(path, options.noFollow !== true);
      if (place.kind === 'machine') return machine.read(path, options);
      if (place.kind === 'nowhere') return failed(place.failure);
      if (place.node.kind === 'folder') return failed('is-a-folder');
      if (place.node.kind === 'link') return failed('is-a-link');
      return content(commit, place.node.id, options.limit);
    },
    readPart: (path, { position, length }) => {
      const place = at(path, false);
      if (place.kind === 'machine') return machine.readPart(path, { position, length });
      if (place.kind === 'nowhere') return failed(place.failure);
      if (place.node.kind !== 'file') return failed(place.node.kind === 'link' ? 'is-a-link' : 'is-a-folder');
      const read = content(commit, place.node.id);
      return read.ok ? success(read.value.subarray(position, position + length)) : read;
    },
    list: (path) => {
      const place = at(path, true);
      if (place.kind === 'machine') return machine.list(path);
      if (place.kind === 'nowhere') return failed(place.failure);
      if (place.node.kind !== 'folder') return failed('not-a-folder');
      const entries = [...place.node.entries].map(([name, { kind }]) => ({ name, kind }));
      return success(entries.sort((a, b) => compareText(a.name, b.name)));
    },
    status: (path) => {
      const place = at(path, false);
      if (place.kind === 'machine') return machine.status(path);
      return place.kind === 'nowhere' ? failed(place.failure) : status(commit, place.node);
    },
    realPath: (path) => {
      const place = at(path, true);
      if (place.kind === 'machine') return machine.realPath(path);
      if (place.kind === 'nowhere') return failed(place.failure);
      return success(absolutePath(commit.top, place.parts.join('/')));
    },
    readLink: (path) => {
      const place = at(path, false);
      if (place.kind === 'machine') return machine.readLink(path);
      if (place.kind === 'nowhere') return failed(place.failure);
      if (place.node.kind !== 'link') return failed('other', 'it is not a link');
      const target = content(commit, place.node.id, MAX_TARGET);
      return target.ok ? success(new TextDecoder().decode(target.value)) : target;
    },
    makeFolder: (path, options) => outside(path, () => machine.makeFolder(path, options)),
    write: (path, text, options) => outside(path, () => machine.write(path, text, options)),
    append: (path, bytes) => outside(path, () => machine.append(path, bytes)),
    rename: (from, to) => outside(from, () => outside(to, () => machine.rename(from, to))),
    link: (existing, path) => outside(path, () => machine.link(existing, path)),
    makeLink: (target, path) => outside(path, () => machine.makeLink(target, path)),
    setMode: (path, mode) => outside(path, () => machine.setMode(path, mode)),
    remove: (path) => outside(path, machine.remove),
    removeFolder: (path) => outside(path, machine.removeFolder),
  };
}

function content({ blobs }: GitCommit, id: string, limit = READ_LIMIT): FileResult<Uint8Array> {
  const bytes = blobs.read(id, limit);
  if (bytes !== undefined) return success(bytes);
  if ((blobs.size(id) ?? 0) > limit) return tooLarge(limit);
  return failed('other', 'its content is not in this clone, and nothing is fetched');
}

/** The identity of a file is the id of its content. Git is asked for the size only when somebody wants it. */
function status({ blobs }: GitCommit, node: GitNode): FileResult<FileStatus> {
  const known = { kind: node.kind, device: 'git', changed: 0, statusChanged: 0 };
  if (node.kind === 'folder') return success({ ...known, size: 0, mode: 0o755, identity: '' });
  return success({
    ...known,
    mode: node.mode,
    identity: node.id,
    get size() {
      return node.kind === 'file' ? (blobs.size(node.id) ?? 0) : 0;
    },
  });
}

function locate(commit: GitCommit, path: string, follow: boolean): Place {
  let waiting = partsBelow(commit, path);
  if (waiting === undefined) return { kind: 'machine' };
  const parts: string[] = [];
  let node: GitNode = commit.tree;
  for (let links = 0; waiting.length > 0; ) {
    const [part = '', ...rest]: string[] = waiting;
    if (node.kind !== 'folder') return nowhere;
    const next: GitNode | undefined = node.entries.get(part);
    if (next === undefined) return nowhere;
    if (next.kind !== 'link' || (rest.length === 0 && !follow)) {
      parts.push(part);
      [node, waiting] = [next, rest];
      continue;
    }
    const target = ++links > MAX_LINKS ? undefined : commit.blobs.read(next.id, MAX_TARGET);
    if (target === undefined) return nowhere;
    const from = absolutePath(commit.top, parts.join('/'));
    // By the text alone: the links of the machine are none of the commit's.
    const inside = below(
      commit.top,
      absolutePath(from, [new TextDecoder().decode(target), ...rest].join('/')),
    );
    if (inside === undefined) return { kind: 'nowhere', failure: 'outside' };
    [node, waiting] = [commit.tree, inside];
    parts.length = 0;
  }
  return { kind: 'inside', parts, node };
}

const nowhere: Place = { kind: 'nowhere', failure: 'not-found' };

/** Returns the parts of a path below the repository, or undefined when it lies outside. */
function partsBelow({ top, cwd, machine }: GitCommit, path: string): string[] | undefined {
  return below(top, pathToRepository(machine, top, absolutePath(cwd, path)));
}

function below(top: string, path: string): string[] | undefined {
  const inside = pathBelow(top, path);
  return inside === '' ? [] : inside?.split('/');
}

/**
 * Follows the links of the machine that lead to the repository, and no more once it is reached: those in the working
 * tree are not those of the commit, and a change may have made them.
 */
function pathToRepository(machine: FileSystem, top: string, path: string): string {
  let reached = '/';
  let waiting = path.split('/').filter(Boolean);
  for (let links = 0; waiting.length > 0 && links <= MAX_LINKS; ) {
    if (pathBelow(top, reached) !== undefined) break;
    const [part = '', ...rest]: string[] = waiting;
    const next = absolutePath(reached, part);
    // Of the way to the top itself it is known that there are no links.
    const target = pathBelow(next, top) === undefined ? machine.readLink(next) : undefined;
    if (target?.ok !== true) {
      [reached, waiting] = [next, rest];
      continue;
    }
    links++;
    waiting = absolutePath(reached, [target.value, ...rest].join('/'))
      .split('/')
      .filter(Boolean);
    reached = '/';
  }
  return absolutePath(reached, waiting.join('/'));
}
