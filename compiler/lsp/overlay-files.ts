import { type FileResult, failed, success, tooLarge } from '../host/file-result.ts';
import { type FileStatus, type FileSystem, READ_LIMIT } from '../host/file-system.ts';
import { absolutePath, folderOf, joinPath } from '../host/path.ts';
import { compareText } from '../util/compare-text.ts';

/** Texts that an editor has open, as the bytes that saving would write, by absolute path. */
export type OpenTexts = ReadonlyMap<string, Uint8Array>;

/** A folder that no machine has: what is written there is kept in memory. */
export const MEMORY_FOLDER = '/dev/null/bitesize';

/** Files as an editor sees them, and what was asked of them. */
export interface OverlayFiles {
  readonly files: FileSystem;
  /** The absolute paths that were asked for: a change of another one changes nothing. */
  readonly asked: ReadonlySet<string>;
}

/**
 * Returns the files of a machine with the open texts in place of what is saved; those that were never saved are there,
 * too. Nothing is written but to `memory`, for paths in `MEMORY_FOLDER`.
 */
export function overlayFiles(
  base: FileSystem,
  cwd: string,
  texts: OpenTexts,
  memory: FileSystem,
): OverlayFiles {
  const asked = new Set<string>();
  const absolute = (path: string) => absolutePath(cwd, path);
  const inMemory = (path: string) => `${absolute(path)}/`.startsWith(`${MEMORY_FOLDER}/`);
  const look = (path: string) => {
    const at = absolute(path);
    asked.add(at);
    return at;
  };
  const files: FileSystem = {
    read: (path, options = {}) => {
      if (inMemory(path)) return memory.read(path, options);
      const at = look(path);
      const bytes = texts.get(at);
      if (bytes === undefined || (options.noFollow === true && isLink(base, at)))
        return base.read(path, options);
      const { limit = READ_LIMIT } = options;
      return bytes.length > limit ? tooLarge(limit) : success(bytes);
    },
    list: (path) => {
      const at = look(path);
      const listed = base.list(path);
      const open = [...texts.keys()].filter((name) => folderOf(name) === at);
      if (open.length === 0 || (!listed.ok && listed.failure.kind !== 'not-found')) return listed;
      const entries = new Map((listed.ok ? listed.value : []).map((entry) => [entry.name, entry]));
      for (const text of open) {
        const name = text.slice(at === '/' ? 1 : at.length + 1);
        if (!entries.has(name)) entries.set(name, { name, kind: 'file' });
      }
      return success([...entries.values()].sort((a, b) => compareText(a.name, b.name)));
    },
    status: (path) => {
      if (inMemory(path)) return memory.status(path);
      const at = look(path);
      const found = base.status(path);
      const bytes = texts.get(at);
      if (bytes === undefined) return found;
      if (!found.ok) return found.failure.kind === 'not-found' ? success(unsaved(at, bytes)) : found;
      return found.value.kind === 'file' ? success(withSize(found.value, bytes.length)) : found;
    },
    realPath: (path) => {
      const at = look(path);
      const found = base.realPath(path);
      if (found.ok || !texts.has(at)) return found;
      const folder = base.realPath(folderOf(at));
      return success(folder.ok ? joinPath(folder.value, at.slice(at.lastIndexOf('/') + 1)) : at);
    },
    readLink: base.readLink,
    readPart: base.readPart,
    makeFolder: (path, options) => (inMemory(path) ? memory.makeFolder(path, options) : refused()),
    write: (path, content, options) => (inMemory(path) ? memory.write(path, content, options) : refused()),
    append: refused,
    rename: (from, to) => (inMemory(from) && inMemory(to) ? memory.rename(from, to) : refused()),
    remove: (path) => (inMemory(path) ? memory.remove(path) : refused()),
    link: refused,
    makeLink: refused,
    setMode: refused,
    removeFolder: refused,
  };
  return { files, asked };
}

function refused(): FileResult<undefined> {
  return failed('denied');
}

function isLink(files: FileSystem, path: string): boolean {
  const status = files.status(path);
  return status.ok && status.value.kind === 'link';
}

function withSize(status: FileStatus, size: number): FileStatus {
  const { kind, mode, identity, device, changed, statusChanged } = status;
  return { kind, size, mode, identity, device, changed, statusChanged };
}

function unsaved(path: string, bytes: Uint8Array): FileStatus {
  const never = { changed: 0, statusChanged: 0 };
  return { kind: 'file', size: bytes.length, mode: 0o644, identity: `open ${path}`, device: '', ...never };
}
