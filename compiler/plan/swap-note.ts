import { done, type FileResult } from '../host/file-result.ts';
import type { FileSystem } from '../host/file-system.ts';
import type { OutputPlace } from './output-place.ts';

/**
 * Notes beside an output folder that its tree is about to get the name `previous`. The note names the very folder by device
 * and number, which are kept when it is renamed and which nobody can foresee who commits a folder with that name.
 */
export function writeSwapNote(files: FileSystem, place: OutputPlace): FileResult<undefined> {
  const status = files.status(place.root);
  if (!status.ok) return status;
  return files.write(place.swapNote, status.value.identity, { exclusive: true });
}

/** Returns whether the tree that stands at `previous` is one that a run here put there. */
export function isNoted(files: FileSystem, place: OutputPlace): boolean {
  const previous = files.status(place.previous);
  const note = files.status(place.swapNote);
  if (!previous.ok || previous.value.kind !== 'folder') return false;
  if (!note.ok || note.value.kind !== 'file') return false;
  const read = files.read(place.swapNote);
  return read.ok && new TextDecoder().decode(read.value) === previous.value.identity;
}

/** Removes the note; none is fine. */
export function removeSwapNote(files: FileSystem, { swapNote }: OutputPlace): FileResult<undefined> {
  const removed = files.remove(swapNote);
  return removed.ok || removed.failure.kind === 'not-found' ? done : removed;
}
