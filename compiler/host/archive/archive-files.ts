import { pathBelow } from '../confined-files.ts';
import { type FileResult, failed, success, tooLarge } from '../file-result.ts';
import { type FileStatus, type FileSystem, READ_LIMIT } from '../file-system.ts';
import { absolutePath } from '../path.ts';
import type { ArchiveIndex, ArchiveNode } from './archive-index.ts';

/** An archive that is read as the folder that it was made in place of. */
export interface MountedArchive {
  /** Where it stands: absolute, without links. */
  readonly path: string;
  readonly index: ArchiveIndex;
}

/**
 * Returns the files of a machine on which an archive is a folder, to read only; everything else is as it is. Whoever reads an
 * output reads it from a folder and from an archive alike.
 */
export function archiveFiles(
  machine: FileSystem,
  cwd: string,
  { path: root, index }: MountedArchive,
): FileSystem {
  const below = (path: string) => pathBelow(root, absolutePath(cwd, path));
  const outside = <T>(path: string, change: () => FileResult<T>) =>
    below(path) === undefined ? change() : failed('denied', 'an archive is written as a whole');
  return {
    read: (path, options = {}) => {
      const inside = below(path);
      return inside === undefined
        ? machine.read(path, options)
        : content(index, inside, options.limit ?? READ_LIMIT);
    },
    readPart: (path, { position, length }) => {
      const inside = below(path);
      if (inside === undefined) return machine.readPart(path, { position, length });
      const read = content(index, inside, READ_LIMIT);
      return read.ok ? success(read.value.subarray(position, position + length)) : read;
    },
    list: (path) => {
      const inside = below(path);
      return inside === undefined ? machine.list(path) : index.list(inside);
    },
    status: (path) => {
      const inside = below(path);
      if (inside === undefined) return machine.status(path);
      const node = index.at(inside);
      return node.ok ? success(statusOf(root, inside, node.value)) : node;
    },
    realPath: (path) => {
      const inside = below(path);
      if (inside === undefined) return machine.realPath(path);
      const node = index.at(inside);
      return node.ok ? success(absolutePath(root, `./${inside}`)) : node;
    },
    readLink: (path) =>
      below(path) === undefined ? machine.readLink(path) : failed('other', 'it is not a link'),
    makeFolder: (path, options) => outside(path, () => machine.makeFolder(path, options)),
    write: (path, text, options) => outside(path, () => machine.write(path, text, options)),
    append: (path, bytes) => outside(path, () => machine.append(path, bytes)),
    rename: (from, to) => outside(from, () => outside(to, () => machine.rename(from, to))),
    link: (existing, path) => outside(path, () => machine.link(existing, path)),
    makeLink: (target, path) => outside(path, () => machine.makeLink(target, path)),
    setMode: (path, mode) => outside(path, () => machine.setMode(path, mode)),
    remove: (path) => outside(path, () => machine.remove(path)),
    removeFolder: (path) => outside(path, () => machine.removeFolder(path)),
  };
}

function content(index: ArchiveIndex, path: string, limit: number): FileResult<Uint8Array> {
  const node = index.at(path);
  if (!node.ok) return node;
  if (node.value.kind === 'folder') return failed('is-a-folder');
  const { position, size } = node.value.entry;
  return size > limit ? tooLarge(limit) : index.window.read(position, size);
}

/** The times of an archive are those of the archive, and are none of its files. */
function statusOf(root: string, path: string, node: ArchiveNode): FileStatus {
  const known = { device: root, identity: `${root}/${path}`, changed: 0, statusChanged: 0 };
  return node.kind === 'folder'
    ? { ...known, kind: 'folder', size: 0, mode: 0o755 }
    : { ...known, kind: 'file', size: node.entry.size, mode: 0o644 };
}
