import { done, type FileResult } from '../host/file-result.ts';
import type { FileSystem } from '../host/file-system.ts';
import type { OutputPlan } from './compare-output.ts';
import type { ForeignEntry } from './foreign-entries.ts';
import { MANIFEST_PATH } from './output-path.ts';
import type { OutputPlace } from './output-place.ts';
import { removeTree } from './remove-tree.ts';
import { takeApart } from './take-apart.ts';

/** How the attempt to replace the folder ended. `unsuited` means that nothing was changed and another way may work. */
export type SwapOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'unsuited' }
  | { readonly kind: 'failed'; readonly path: string; readonly reason: string };

/**
 * Replaces an output folder as a whole. The new tree is made beside it: changed files are written, all others get a
 * second name there, which costs nothing and keeps them the same files. Then the two trees change places by renaming
 * the old one away and the new one in. A run that is killed before that leaves the old tree, one that is killed after
 * it the new one. Between the two renames, some microseconds, the folder is absent and the whole old tree stands beside
 * it under the name `.out.bitesize-old`; the next run puts it back. Linux could exchange them in one step (`renameat2`),
 * but Node cannot ask it to: a helper program would cost some milliseconds for each folder, and is not everywhere.
 *
 * Nothing waits for the disk. After a loss of power, unlike after a kill, files of the new tree may be empty: waiting
 * for each one takes many times longer than writing it, and the output can be made again. The next run compares what the
 * files hold and writes the damaged ones again.
 */
export function swapFolder(
  files: FileSystem,
  place: OutputPlace,
  plan: OutputPlan,
  foreign: readonly ForeignEntry[],
  isHeld: () => boolean,
): SwapOutcome {
  const staged = stageTree(files, place, plan, foreign);
  if (staged.kind !== 'done') {
    removeTree(files, place.next);
    return staged;
  }
  if (!isHeld()) return lost(files, place);
  if (!place.exists) return outcome(files.rename(place.next, place.root), place.root);
  const noted = writeSwapNote(files, place);
  if (!noted.ok) {
    removeTree(files, place.next);
    return outcome(noted, place.swapNote);
  }
  const away = files.rename(place.root, place.previous);
  if (!away.ok) return unsuited(files, place);
  const into = files.rename(place.next, place.root);
  if (!into.ok) {
    files.rename(place.previous, place.root);
    return unsuited(files, place);
  }
  const cleared = takeApart(files, place.previous, place.root);
  if (cleared.ok) removeSwapNote(files, place);
  stampManifest(files, place.root);
  return outcome(cleared, place.previous);
}

function unsuited(files: FileSystem, place: OutputPlace): SwapOutcome {
  removeTree(files, place.next);
  removeSwapNote(files, place);
  return { kind: 'unsuited' };
}

/**
 * Files that the old tree had, too, changed their status when their old name went. The manifest changes its own last, so
 * that the next run sees that nothing was touched since (`unchanged-output.ts`).
 */
function stampManifest(files: FileSystem, root: string): void {
  const path = `${root}/${MANIFEST_PATH}`;
  const status = files.status(path);
  if (status.ok) files.setMode(path, status.value.mode);
}

function stageTree(
  files: FileSystem,
  place: OutputPlace,
  plan: OutputPlan,
  foreign: readonly ForeignEntry[],
): SwapOutcome {
  const made = files.makeFolder(place.next, { exclusive: true });
  if (!made.ok) return outcome(made, place.next);
  const folders = new NewFolders(files, place.next);
  for (const entry of foreign) {
    if (!copyEntry(files, folders, place, entry).ok) return { kind: 'unsuited' };
  }
  for (const path of plan.same) {
    const linked =
      folders.makeFor(path).ok && files.link(`${place.root}/${path}`, `${place.next}/${path}`).ok;
    if (!linked) return { kind: 'unsuited' };
  }
  for (const { path, content } of [...plan.add, ...plan.change]) {
    const folder = folders.makeFor(path);
    const written = folder.ok ? files.write(`${place.next}/${path}`, content, { exclusive: true }) : folder;
    if (!written.ok) return outcome(written, path);
  }
  const root = place.exists ? files.status(place.root) : undefined;
  if (root?.ok === true) files.setMode(place.next, root.value.mode);
  return { kind: 'done' };
}

/** The folders below a new one. Nobody else makes any there: each is made once, and nothing is asked. */
class NewFolders {
  private readonly files: FileSystem;
  private readonly root: string;
  private readonly made = new Set<string>(['']);

  constructor(files: FileSystem, root: string) {
    this.files = files;
    this.root = root;
  }

  /** Makes the folder that a path lies in. */
  makeFor(path: string): FileResult<undefined> {
    return this.make(path.slice(0, Math.max(0, path.lastIndexOf('/'))));
  }

  /** Makes a folder and those above it. */
  make(folder: string): FileResult<undefined> {
    if (this.made.has(folder)) return done;
    const above = this.makeFor(folder);
    if (!above.ok) return above;
    this.made.add(folder);
    return this.files.makeFolder(`${this.root}/${folder}`, { exclusive: true });
  }
}

/** Entries come outer first, so the folder of an entry is there, unless only our own files stand in it too. */
function copyEntry(
  files: FileSystem,
  folders: NewFolders,
  place: OutputPlace,
  { path, kind }: ForeignEntry,
): FileResult<undefined> {
  const from = `${place.root}/${path}`;
  const to = `${place.next}/${path}`;
  const made = folders.makeFor(path);
  if (!made.ok) return made;
  if (kind === 'file') return files.link(from, to);
  if (kind === 'link') {
    const target = files.readLink(from);
    return target.ok ? files.makeLink(target.value, to) : target;
  }
  const folder = folders.make(path);
  const status = files.status(from);
  return folder.ok && status.ok ? files.setMode(to, status.value.mode) : folder;
}

function lost(files: FileSystem, place: OutputPlace): SwapOutcome {
  removeTree(files, place.next);
  return { kind: 'failed', path: place.root, reason: 'another run took its lock away' };
}

function outcome(result: FileResult<undefined>, path: string): SwapOutcome {
  return result.ok ? { kind: 'done' } : { kind: 'failed', path, reason: result.failure.reason };
}

/**
 * Notes beside an output folder that its tree is about to get the name `previous`. The note names the very folder by device
 * and number, which are kept when it is renamed and which nobody can foresee who commits a folder with that name.
 */
function writeSwapNote(files: FileSystem, place: OutputPlace): FileResult<undefined> {
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
  const status = files.status(swapNote);
  if (!status.ok && status.failure.kind === 'not-found') return done;
  const removed = files.remove(swapNote);
  return removed.ok || removed.failure.kind === 'not-found' ? done : removed;
}
