import type { FileSystem } from '../host/file-system.ts';
import type { Host } from '../host/host.ts';
import { joinPath } from '../host/path.ts';
import { hasMark, markOf, type StatusMark } from '../host/status-mark.ts';
import { MAX_FILE_BYTES } from '../source/limits.ts';
import { isCode } from '../source/spec-kind.ts';
import type { ProjectFiles } from './read-project.ts';

/** What the folder of a project and its specs looked like when they were read. */
export interface SpecsMark {
  readonly folder: StatusMark;
  readonly specs: readonly SpecMark[];
}

/** What a spec looked like. */
export interface SpecMark extends StatusMark {
  readonly name: string;
  /** The length of its text in UTF-16 code units. */
  readonly length: number;
}

/**
 * How long nothing may have changed before the reading, in milliseconds: some file systems note no shorter times than two
 * seconds, and a change within the same moment as the one before it has the same time.
 */
const SETTLED = 3000;

/**
 * Returns the mark of a project that is nothing but plain files in a plain folder; undefined for all others, and where something
 * changed shortly before it was read. `began` is the time before the reading.
 *
 * The system notes the time of every change of a file's content, size, mode or names, and of a folder's entries, by its own clock,
 * and nobody can set that time (`utimes` sets another one, and changes this one to now). What has the same mark again has
 * not changed since the mark was taken; and since nothing had changed for longer than the shortest time that is noted when the
 * reading began, nothing changed between the reading and the mark either. A checkout, a copy or an archive makes
 * files whose time is that of their making, whatever else they bring.
 */
export function markSpecs(
  { files }: Pick<Host, 'files'>,
  { folder, names, sources, contents, diagnostics, served }: ProjectFiles,
  began: number,
): SpecsMark | undefined {
  const isPlain = served === undefined && diagnostics.length === 0 && !sources.some(isCode);
  // Other files that it is made of lie wherever the specs say.
  if (!isPlain || sources.length !== names.length || contents.size !== names.length) return undefined;
  const settled = (path: string, kind: 'file' | 'folder') => {
    const status = files.status(path);
    if (!status.ok || status.value.kind !== kind) return undefined;
    return Math.max(status.value.statusChanged, status.value.changed) < began - SETTLED
      ? markOf(status.value)
      : undefined;
  };
  const folderMark = settled(folder === '' ? '.' : folder, 'folder');
  if (folderMark === undefined) return undefined;
  const specs: SpecMark[] = [];
  for (const { name, text } of sources) {
    const mark = settled(joinPath(folder, name), 'file');
    if (mark === undefined) return undefined;
    specs.push({ name, length: text.length, ...mark });
  }
  return { folder: folderMark, specs };
}

/**
 * Returns whether a project folder and its specs look as they did when they were read: reading them would give the same. A mark may
 * have been made by somebody else, and what is no length of a text in such a file is believed of none.
 */
export function areSpecsUntouched(files: FileSystem, folder: string, mark: SpecsMark): boolean {
  const above = files.status(folder === '' ? '.' : folder);
  return (
    above.ok &&
    hasMark(above.value, 'folder', mark.folder) &&
    mark.specs.every((spec) => {
      if (spec.length > spec.size || spec.size > MAX_FILE_BYTES) return false;
      const status = files.status(joinPath(folder, spec.name));
      return status.ok && hasMark(status.value, 'file', spec);
    })
  );
}
