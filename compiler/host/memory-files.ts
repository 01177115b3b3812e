import { compareText } from '../util/compare-text.ts';
import { done, type FileResult, failed, success, tooLarge } from './file-result.ts';
import {
  type FileKind,
  type FilePart,
  type FileSystem,
  type FolderOptions,
  READ_LIMIT,
  type ReadOptions,
  type WriteOptions,
} from './file-system.ts';

interface MemoryFile {
  readonly kind: 'file';
  readonly id: number;
  content: Uint8Array;
  mode: number;
}

interface MemoryFolder {
  readonly kind: 'folder';
  readonly id: number;
  readonly entries: Map<string, MemoryNode>;
  mode: number;
}

interface MemoryLink {
  readonly kind: 'link';
  readonly id: number;
  readonly target: string;
}

/** A pipe, socket or device: it is there, and nothing can be done with it. */
interface MemoryOther {
  readonly kind: 'other';
  readonly id: number;
  mode: number;
}

type MemoryNode = MemoryFile | MemoryFolder | MemoryLink | MemoryOther;

/** A file system in memory with hard links, symbolic links and modes: what tests and browsers run on. */
export class MemoryFiles implements FileSystem {
  private count = 0;
  private changes = 0;
  /** When a node was last changed: the clock stands still, so changes are counted. */
  private readonly touched = new WeakMap<MemoryNode, number>();
  private readonly cwd: string;
  private readonly root: MemoryFolder = this.newFolder();

  constructor(cwd: string, files: Readonly<Record<string, string | Uint8Array>> = {}) {
    this.cwd = cwd;
    this.makeFolder(cwd);
    for (const [path, content] of Object.entries(files)) {
      this.makeFolder(parentOf(path));
      this.write(path, content);
    }
  }

  read = (path: string, options: ReadOptions = {}): FileResult<Uint8Array> => {
    const { limit = READ_LIMIT, noFollow = false } = options;
    const node = noFollow ? this.find(path) : this.follow(path, 0);
    if (node === undefined) return failed('not-found');
    if (node.kind === 'link') return failed('is-a-link');
    if (node.kind === 'other') return failed('not-regular');
    if (node.kind !== 'file') return failed('is-a-folder');
    if ((node.mode & 0o400) === 0) return failed('denied');
    return node.content.length > limit ? tooLarge(limit) : success(node.content);
  };

  readPart = (path: string, { position, length }: FilePart): FileResult<Uint8Array> => {
    const read = this.read(path, { limit: Number.POSITIVE_INFINITY, noFollow: true });
    return read.ok ? success(read.value.subarray(position, position + length)) : read;
  };

  append = (path: string, content: Uint8Array): FileResult<undefined> => {
    const read = this.read(path, { limit: Number.POSITIVE_INFINITY, noFollow: true });
    return read.ok ? this.write(path, joined(read.value, content)) : read;
  };

  list = (path: string): FileResult<readonly { name: string; kind: FileKind }[]> => {
    const node = this.follow(path, 0);
    if (node === undefined) return failed('not-found');
    if (node.kind !== 'folder') return failed('not-a-folder');
    if ((node.mode & 0o400) === 0) return failed('denied');
    const entries = [...node.entries].map(([name, { kind }]) => ({ name, kind }));
    return success(entries.sort((a, b) => compareText(a.name, b.name)));
  };

  status = (path: string): ReturnType<FileSystem['status']> => {
    const node = this.find(path);
    if (node === undefined) return failed('not-found');
    return success({
      kind: node.kind,
      size: node.kind === 'file' ? node.content.length : 0,
      mode: node.kind === 'link' ? 0o777 : node.mode,
      identity: String(node.id),
      device: 'memory',
      changed: 0,
      statusChanged: this.touched.get(node) ?? 0,
    });
  };

  realPath = (path: string): FileResult<string> => {
    const resolved = this.resolve(path, 0);
    return resolved === undefined || this.find(resolved) === undefined
      ? failed('not-found')
      : success(resolved);
  };

  makeFolder = (path: string, { exclusive = false }: FolderOptions = {}): FileResult<undefined> => {
    if (exclusive) {
      const place = this.place(path);
      if (place === undefined) return failed('not-found');
      if (place.folder.entries.has(place.name)) return failed('exists');
    }
    let folder = this.root;
    for (const part of this.parts(path)) {
      let next = folder.entries.get(part);
      if (next === undefined) {
        next = this.newFolder();
        folder.entries.set(part, next);
      }
      if (next.kind !== 'folder') return failed('not-a-folder');
      folder = next;
    }
    return done;
  };

  write = (path: string, content: string | Uint8Array, options: WriteOptions = {}): FileResult<undefined> => {
    const place = this.place(path);
    if (place === undefined) return failed('not-found');
    const existing = place.folder.entries.get(place.name);
    if (existing !== undefined && options.exclusive === true) return failed('exists');
    if (existing?.kind === 'folder') return failed('is-a-folder');
    if (existing?.kind === 'other') return done;
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const file: MemoryFile =
      existing?.kind === 'file' ? existing : { kind: 'file', id: this.count++, content: bytes, mode: 0o644 };
    file.content = bytes;
    place.folder.entries.set(place.name, file);
    return this.touch(file);
  };

  rename = (from: string, to: string): FileResult<undefined> => {
    const source = this.place(from);
    const target = this.place(to);
    const node = source?.folder.entries.get(source.name);
    if (source === undefined || target === undefined || node === undefined) return failed('not-found');
    const existing = target.folder.entries.get(target.name);
    if (existing === node) return done;
    if (existing?.kind === 'folder') {
      if (node.kind !== 'folder') return failed('is-a-folder');
      if (existing.entries.size > 0) return failed('not-empty');
    } else if (existing !== undefined && node.kind === 'folder') return failed('not-a-folder');
    source.folder.entries.delete(source.name);
    target.folder.entries.set(target.name, node);
    return this.touch(node);
  };

  link = (existing: string, path: string): FileResult<undefined> => {
    const node = this.find(existing);
    const place = this.place(path);
    if (node === undefined || place === undefined) return failed('not-found');
    if (place.folder.entries.has(place.name)) return failed('exists');
    if (node.kind !== 'file') return failed('denied');
    place.folder.entries.set(place.name, node);
    return this.touch(node);
  };

  readLink = (path: string): FileResult<string> => {
    const node = this.find(path);
    if (node === undefined) return failed('not-found');
    return node.kind === 'link' ? success(node.target) : failed('other', 'it is not a link');
  };

  makeLink = (target: string, path: string): FileResult<undefined> => {
    const place = this.place(path);
    if (place === undefined) return failed('not-found');
    if (place.folder.entries.has(place.name)) return failed('exists');
    place.folder.entries.set(place.name, { kind: 'link', id: this.count++, target });
    return done;
  };

  /** Makes a pipe, as `mkfifo` does: what is neither file, folder nor link. */
  makePipe = (path: string): FileResult<undefined> => {
    const place = this.place(path);
    if (place === undefined) return failed('not-found');
    if (place.folder.entries.has(place.name)) return failed('exists');
    place.folder.entries.set(place.name, { kind: 'other', id: this.count++, mode: 0o644 });
    return done;
  };

  setMode = (path: string, mode: number): FileResult<undefined> => {
    const node = this.find(path);
    if (node === undefined) return failed('not-found');
    if (node.kind !== 'link') node.mode = mode;
    return this.touch(node);
  };

  remove = (path: string): FileResult<undefined> => {
    const place = this.place(path);
    const node = place?.folder.entries.get(place.name);
    if (place === undefined || node === undefined) return failed('not-found');
    if (node.kind === 'folder') return failed('is-a-folder');
    place.folder.entries.delete(place.name);
    return this.touch(node);
  };

  removeFolder = (path: string): FileResult<undefined> => {
    const place = this.place(path);
    const node = place?.folder.entries.get(place.name);
    if (place === undefined || node === undefined) return failed('not-found');
    if (node.kind !== 'folder') return failed('not-a-folder');
    if (node.entries.size > 0) return failed('not-empty');
    place.folder.entries.delete(place.name);
    return done;
  };

  private touch(node: MemoryNode): FileResult<undefined> {
    this.touched.set(node, ++this.changes / 1000);
    return done;
  }

  private newFolder(): MemoryFolder {
    return { kind: 'folder', id: this.count++, entries: new Map(), mode: 0o755 };
  }

  private parts(path: string): string[] {
    const result: string[] = [];
    for (const part of (path.startsWith('/') ? path : `${this.cwd}/${path}`).split('/')) {
      if (part === '..') result.pop();
      else if (part !== '' && part !== '.') result.push(part);
    }
    return result;
  }

  /** Returns the absolute path with the links of its folders and its last part resolved. */
  private resolve(path: string, hops: number): string | undefined {
    if (hops > 20) return undefined;
    let resolved = '';
    for (const part of this.parts(path)) {
      const node = this.plainFind(`${resolved}/${part}`);
      if (node?.kind !== 'link') {
        resolved = `${resolved}/${part}`;
        continue;
      }
      const target = node.target.startsWith('/') ? node.target : `${resolved}/${node.target}`;
      const next = this.resolve(target, hops + 1);
      if (next === undefined) return undefined;
      resolved = next;
    }
    return resolved === '' ? '/' : resolved;
  }

  private plainFind(path: string): MemoryNode | undefined {
    let node: MemoryNode | undefined = this.root;
    for (const part of this.parts(path)) node = node?.kind === 'folder' ? node.entries.get(part) : undefined;
    return node;
  }

  /** Returns the node of a path; links in its folders are followed, a link at its end is not. */
  private find(path: string): MemoryNode | undefined {
    if (this.parts(path).length === 0) return this.root;
    const place = this.place(path);
    return place?.folder.entries.get(place.name);
  }

  private follow(path: string, hops: number): MemoryNode | undefined {
    const resolved = this.resolve(path, hops);
    return resolved === undefined ? undefined : this.plainFind(resolved);
  }

  private place(path: string): { folder: MemoryFolder; name: string } | undefined {
    const parts = this.parts(path);
    const name = parts.pop();
    const folder = this.follow(`/${parts.join('/')}`, 0);
    return name === undefined || folder?.kind !== 'folder' ? undefined : { folder, name };
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(first.length + second.length);
  bytes.set(first);
  bytes.set(second, first.length);
  return bytes;
}

function parentOf(path: string): string {
  const cut = path.lastIndexOf('/');
  return cut === -1 ? '.' : path.slice(0, cut + 1);
}
