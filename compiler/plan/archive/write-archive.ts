import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { archiveFiles } from '../../host/archive/archive-files.ts';
import { ArchiveIndex, type ArchiveSection } from '../../host/archive/archive-index.ts';
import { ArchiveWriter } from '../../host/archive/archive-writer.ts';
import { blocksOf, entryHeader, packEntries } from '../../host/archive/tar-entry.ts';
import { type FileResult, failed, success } from '../../host/file-result.ts';
import type { FileSystem } from '../../host/file-system.ts';
import type { Host } from '../../host/host.ts';
import { hasMark } from '../../host/status-mark.ts';
import { compareText } from '../../util/compare-text.ts';
import { utf8Length } from '../../util/utf8-length.ts';
import { type Lock, takeLock } from '../lock.ts';
import { hasLeftovers, makeParent, placeAt } from '../output-place.ts';
import { removeTree } from '../remove-tree.ts';
import { cannotWrite, locked } from '../write-output.ts';
import type { ArchivePlace } from './archive-place.ts';
import { foreignInGone } from './foreign-in-gone.ts';
import { removeAbandonedParts } from './remove-parts.ts';
import { foreignInArchive, partPath } from './stage-part.ts';

/** A folder that the archive shall have at its top; with an empty name all of the archive. */
export interface WantedSection {
  readonly name: string;
  /** Whether a part of this run takes the place of what is there; if not, that stays, or nothing. */
  readonly hasPart: boolean;
}

/** What an archive shall be. */
export interface WantedArchive {
  readonly sections: readonly WantedSection[];
  /** A file beside the sections. */
  readonly list?: { readonly name: string; readonly text: string };
}

/** What was done to an archive, or what is wrong with it; then it is as it was. */
export type ArchiveResult =
  /** `sections` say where all stand, where the archive was written. */
  | { readonly ok: true; readonly sections?: readonly ArchiveSection[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** How an archive differs from what it shall be. */
export interface ArchivePlan {
  /** What stands at its top and is not wanted any more, in the order of names. */
  readonly gone: readonly string[];
  readonly isUpToDate: boolean;
  /** What is in it; absent where there is none yet. */
  readonly index: ArchiveIndex | undefined;
}

/**
 * Returns how an archive differs from what it shall be; nothing is written. `known` are its sections, where it is known to be as
 * a run left it.
 */
export function planArchive(
  { files, cwd }: Pick<Host, 'files' | 'cwd'>,
  { path, before }: ArchivePlace,
  wanted: WantedArchive,
  known: readonly ArchiveSection[] | undefined,
): FileResult<ArchivePlan> {
  const index = before === undefined ? undefined : new ArchiveIndex(files, path, known);
  const gone = goneNames(index, wanted, known);
  if (!gone.ok) return gone;
  const { list, sections } = wanted;
  const view = index === undefined ? files : archiveFiles(files, cwd, { path, index });
  const hasList = list === undefined || holds(view, `${path}/${list.name}`, list.text);
  const hasParts = sections.some(({ hasPart }) => hasPart);
  return success({ gone: gone.value, isUpToDate: hasList && !hasParts && gone.value.length === 0, index });
}

/**
 * Puts an archive together of the parts that wait beside it and of what stays of the old one, in the order of paths, and puts it
 * in the place of that in one step. What nobody wants any more goes, where it is as bitesize wrote it. Where nothing differs,
 * nothing is written.
 */
export async function writeArchive(
  host: Host,
  archive: ArchivePlace,
  wanted: WantedArchive,
  known: readonly ArchiveSection[] | undefined,
): Promise<ArchiveResult> {
  const { files, cwd } = host;
  const { path, named } = archive;
  const planned = planArchive(host, archive, wanted, known);
  if (!planned.ok) return failure(named, planned.failure.reason);
  const { gone, isUpToDate, index } = planned.value;
  const place = placeAt(path, index !== undefined);
  removeAbandonedParts(host, archive);
  if (isUpToDate && !hasLeftovers(files, place)) return { ok: true };
  const view = index === undefined ? files : archiveFiles(files, cwd, { path, index });
  const foreign = gone.flatMap((name) => foreignInGone(host, view, path, name));
  if (foreign.length > 0) return refused(foreignInArchive(named, foreign));
  const made = makeParent(files, place);
  if (!made.ok) return failure(named, made.failure.reason);
  const lock = await takeLock(host, place.lock);
  if (!lock.ok)
    return lock.failure.kind === 'exists'
      ? { ok: false, diagnostics: [locked(host, named, place)] }
      : failure(named, lock.failure.reason);
  try {
    const cleared = removeTree(files, place.next);
    if (isUpToDate && cleared.ok) return { ok: true };
    const sections = cleared.ok ? putTogether(host, archive, place.next, wanted, index, known) : cleared;
    const replaced = sections.ok ? replace(files, archive, place.next, lock.value) : sections;
    if (sections.ok && replaced.ok) return { ok: true, sections: sections.value };
    files.remove(place.next);
    return replaced.ok ? { ok: true } : failure(named, replaced.failure.reason);
  } finally {
    lock.value.release();
  }
}

/** Returns what stands at the top of the old archive and not in the new one. */
function goneNames(
  index: ArchiveIndex | undefined,
  { sections, list }: WantedArchive,
  known: readonly ArchiveSection[] | undefined,
): FileResult<readonly string[]> {
  // Whoever made the part for all of it looked at all that is there.
  if (index === undefined || sections.some(({ name }) => name === '')) return success([]);
  const top = known === undefined ? index.list('') : success(known);
  if (!top.ok) return top;
  const wanted = new Set([...sections.map(({ name }) => name), ...(list === undefined ? [] : [list.name])]);
  return success(top.value.map(({ name }) => name).filter((name) => !wanted.has(name)));
}

function holds(files: FileSystem, path: string, text: string): boolean {
  const read = files.read(path);
  return read.ok && new TextDecoder().decode(read.value) === text;
}

/** Writes the new archive beside the old one. */
function putTogether(
  host: Host,
  { path, parts }: ArchivePlace,
  next: string,
  { sections, list }: WantedArchive,
  index: ArchiveIndex | undefined,
  known: readonly ArchiveSection[] | undefined,
): FileResult<readonly ArchiveSection[]> {
  const { files, sha256 } = host;
  const writer = new ArchiveWriter(files, next);
  const ranges = new Map(known?.map((section) => [section.name, section]));
  const pieces = [
    ...sections.map((section) => ({ key: `${section.name}/`, name: section.name, section })),
    ...(list === undefined ? [] : [{ key: list.name, name: list.name, text: list.text }]),
  ].sort((a, b) => compareText(a.key, b.key));
  const written: ArchiveSection[] = [];
  for (const piece of pieces) {
    const { name } = piece;
    const start = writer.position;
    const range = ranges.get(name);
    if ('text' in piece)
      writer.add(packEntries([{ path: name, content: piece.text, bytes: utf8Length(piece.text) }]));
    else if (piece.section.hasPart) writer.copyWhole(partPath(parts, name, sha256));
    else if (range !== undefined) writer.copy(path, range);
    else if (index !== undefined && known === undefined) {
      const copied = copyFiles(writer, path, index, name);
      if (!copied.ok) return copied;
    }
    if (!writer.isFine) break;
    if (writer.position > start) written.push({ name, start, end: writer.position });
  }
  const ended = writer.end();
  return ended.ok ? success(written) : ended;
}

/** Copies files of an archive that nobody knows: their headers are made anew, so that the same files make the same archive. */
function copyFiles(
  writer: ArchiveWriter,
  path: string,
  index: ArchiveIndex,
  section: string,
): FileResult<undefined> {
  const entries = index.below(section);
  if (!entries.ok) return entries;
  for (const entry of entries.value) {
    writer.add(entryHeader(entry.path, entry.size));
    writer.copy(path, { start: entry.position, end: entry.position + entry.size });
    writer.add(new Uint8Array(blocksOf(entry.size) - entry.size));
  }
  return success(undefined);
}

/** The one step that cannot be taken back: what took the place of the old archive meanwhile is not lost. */
function replace(
  files: FileSystem,
  { path, before }: ArchivePlace,
  next: string,
  lock: Lock,
): FileResult<undefined> {
  const standing = files.status(path);
  const isSame =
    before === undefined
      ? !standing.ok && standing.failure.kind === 'not-found'
      : standing.ok && hasMark(standing.value, 'file', before);
  if (!isSame) return failed('busy', 'something else was written to it meanwhile: run again');
  if (standing.ok) files.setMode(next, standing.value.mode);
  return lock.isHeld() ? files.rename(next, path) : failed('busy', 'another run took its lock away');
}

function failure(path: string, reason: string): ArchiveResult {
  return refused(cannotWrite(path, reason));
}

function refused({ diagnostics }: { readonly diagnostics: readonly Diagnostic[] }): ArchiveResult {
  return { ok: false, diagnostics };
}
