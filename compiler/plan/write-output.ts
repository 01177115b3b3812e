import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { done, type FileFailure, type FileResult, failed, success } from '../host/file-result.ts';
import type { FileSystem } from '../host/file-system.ts';
import type { Host } from '../host/host.ts';
import { compareOutput, isUpToDate, type OutputPlan } from './compare-output.ts';
import { type ForeignEntry, foreignEntries } from './foreign-entries.ts';
import { applyJournal, readJournal } from './journal.ts';
import { heldBy, type Lock, takeLock } from './lock.ts';
import { ownedDigests, ownedPaths } from './manifest.ts';
import type { OutputFile } from './output-files.ts';
import { MANIFEST_PATH, TOOL_FOLDER } from './output-path.ts';
import { hasLeftovers, makeParent, type OutputPlace, outputPlace } from './output-place.ts';
import { removeTree } from './remove-tree.ts';
import { discardStaging } from './staged-folders.ts';
import { isNoted, removeSwapNote, swapFolder } from './swap-folder.ts';
import { readManifest, takeApart } from './take-apart.ts';
import { writeInPlace } from './write-in-place.ts';

/** What was done to an output folder, or what is wrong with it; then it is as it was. */
export type OutputResult =
  | { readonly ok: true; readonly plan: OutputPlan; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Absolute paths of the files that a project is made from. */
type Inputs = ReadonlySet<string>;

const noInputs: Inputs = new Set();

/** Returns how an output folder differs from what it shall be; nothing is written. */
export function planOutput(
  host: Host,
  folder: string,
  wanted: readonly OutputFile[],
  inputs: Inputs = noInputs,
): OutputResult {
  const place = outputPlace(host, folder);
  if (!place.ok) return failure(folder, place.failure);
  return planned(folder, compare(host, place.value, wanted, inputs));
}

/**
 * Makes an output folder what it shall be, as a whole or not at all. Files that are not of bitesize are never touched;
 * files of bitesize that are no longer wanted go, if they are as they were written; when nothing differs, nothing is written.
 * `inputs` are never overwritten or removed. Several runs may write to one folder at once: each waits for its turn.
 */
export async function writeOutput(
  host: Host,
  folder: string,
  wanted: readonly OutputFile[],
  inputs: Inputs = noInputs,
): Promise<OutputResult> {
  const seen = outputPlace(host, folder);
  if (!seen.ok) return failure(folder, seen.failure);
  // Where nothing stands yet, nothing is found out before the lock is held.
  const mayBeDone = seen.value.exists || wanted.length === 0;
  if (mayBeDone && !hasLeftovers(host.files, seen.value)) {
    const plan = compare(host, seen.value, wanted, inputs);
    if (plan.foreign.length > 0) return foreignFiles(folder, plan.foreign);
    if (isUpToDate(plan)) return planned(folder, plan);
  }
  const made = makeParent(host.files, seen.value);
  if (!made.ok) return failure(folder, made.failure);
  const lock = await lockPlace(host, seen.value);
  if (!lock.ok) {
    return lock.failure.kind === 'exists'
      ? { ok: false, diagnostics: [locked(host, folder, seen.value)] }
      : failure(folder, lock.failure);
  }
  try {
    return writeLocked(host, folder, wanted, inputs, lock.value);
  } finally {
    lock.value.release();
  }
}

function writeLocked(
  host: Host,
  folder: string,
  wanted: readonly OutputFile[],
  inputs: Inputs,
  lock: Lock,
): OutputResult {
  const { files } = host;
  const before = outputPlace(host, folder);
  if (!before.ok) return failure(folder, before.failure);
  const mended = recover(host, before.value, inputs);
  if (!mended.ok) return failure(folder, mended.failure);
  const place = mended.value;
  const plan = compare(host, place, wanted, inputs);
  if (plan.foreign.length > 0) return foreignFiles(folder, plan.foreign);
  if (isUpToDate(plan)) return planned(folder, plan);
  const owned = new Set([...plan.same, ...[...plan.change, ...plan.remove].map(({ path }) => path)]);
  const foreign = place.exists ? entriesToCarry(host, place, owned) : [];
  if (foreign !== undefined) {
    const swapped = swapFolder(files, place, plan, foreign, lock.isHeld);
    if (swapped.kind === 'done') return planned(folder, plan);
    if (swapped.kind === 'failed') return cannotWrite(swapped.path, swapped.reason);
  }
  const written = writeInPlace(host, place, plan);
  return written.ok ? planned(folder, plan) : failure(folder, written.failure);
}

/** Returns what a folder that replaces this one takes over from it; undefined where it cannot be replaced as a whole. */
function entriesToCarry(
  host: Host,
  place: OutputPlace,
  owned: ReadonlySet<string>,
): readonly ForeignEntry[] | undefined {
  const foreign = isReplaceable(host, place) ? foreignEntries(host.files, place.root, owned) : undefined;
  return foreign?.every(({ kind }) => kind !== 'other') ? foreign : undefined;
}

/** The lock lies beside the folder; where that cannot be written to, inside it. */
async function lockPlace(host: Host, place: OutputPlace): ReturnType<typeof takeLock> {
  const beside = await takeLock(host, place.lock);
  if (beside.ok || beside.failure.kind !== 'denied' || !place.exists) return beside;
  const made = host.files.makeFolder(place.staging.replace(/\/[^/]*$/, ''));
  return made.ok ? takeLock(host, place.innerLock) : made;
}

/**
 * A folder is replaced as a whole only if nobody holds on to it: a mount point cannot be renamed, whoever stands in it
 * would stand in a removed folder, and a repository is somebody else's.
 */
function isReplaceable(host: Host, place: OutputPlace): boolean {
  const { files } = host;
  const root = files.status(place.root);
  const parent = files.status(place.parent);
  if (!root.ok || !parent.ok || root.value.device !== parent.value.device) return false;
  const working = files.realPath(host.cwd);
  if (working.ok && `${working.value}/`.startsWith(`${place.root}/`)) return false;
  return !files.status(`${place.root}/.git`).ok && !files.status(place.innerLock).ok;
}

function compare(
  { files, sha256 }: Host,
  { root, exists }: OutputPlace,
  wanted: readonly OutputFile[],
  inputs: Inputs,
): OutputPlan {
  if (!exists) return { add: wanted, change: [], remove: [], kept: [], same: [], foreign: [] };
  const manifest = readManifest(files, root);
  const paths = wanted.map(({ path }) => path);
  const owned = manifest === undefined ? damagedPaths(files, root, paths) : ownedPaths(manifest);
  const ownership = { owned, digests: ownedDigests(manifest), inputs, sha256 };
  return compareOutput(files, root, wanted, ownership);
}

/** A file that is kept and stands in no manifest any more is not told of again. */
function planned(folder: string, plan: OutputPlan): OutputResult {
  const help = 'remove it, if nobody needs it';
  const diagnostics = plan.kept.map(({ path, reason }) =>
    diagnose('output/kept-file', { path: `${folder}/${path}`, reason }, undefined, { help }),
  );
  return { ok: true, plan, diagnostics };
}

/** Returns the result for an output in which files are in the way that are not of bitesize. */
export function foreignFiles(
  folder: string,
  paths: readonly string[],
  help = 'remove or move it, or choose another output folder',
): OutputResult {
  return {
    ok: false,
    diagnostics: paths.map((path) =>
      diagnose('output/foreign-file', { path: `${folder}/${path}` }, undefined, { help }),
    ),
  };
}

/** Returns what is said about an output that another run writes to all the time. */
export function locked(
  { files }: Host,
  folder: string,
  { lock, innerLock }: Pick<OutputPlace, 'lock' | 'innerLock'>,
): Diagnostic {
  const path = files.status(lock).ok ? lock : innerLock;
  return diagnose('output/locked', { path: folder }, undefined, {
    help: `the lock is held by ${heldBy(files, path)}: wait for it; if there is none, remove \`${path}\``,
  });
}

function failure(path: string, { reason }: FileFailure): OutputResult {
  return cannotWrite(path, reason);
}

/** Returns the result for an output that could not be written. */
export function cannotWrite(path: string, reason: string): OutputResult {
  return { ok: false, diagnostics: [diagnose('output/cannot-write', { path, reason }, undefined)] };
}

/**
 * Returns which of these paths a loss of power damaged together with the manifest: file systems then show files that are
 * empty or hold only zeros. Without a manifest nobody can say whose they are, but nobody's work is in them.
 */
function damagedPaths(files: FileSystem, root: string, paths: readonly string[]): ReadonlySet<string> {
  const isOurs = files.status(`${root}/${TOOL_FOLDER}`).ok && isBlank(files, `${root}/${MANIFEST_PATH}`);
  return new Set(isOurs ? paths.filter((path) => isBlank(files, `${root}/${path}`)) : []);
}

function isBlank(files: FileSystem, path: string): boolean {
  const status = files.status(path);
  if (!status.ok || status.value.kind !== 'file') return false;
  const read = files.read(path, { noFollow: true });
  return read.ok && read.value.every((byte) => byte === 0);
}

/**
 * Mends what a killed run left behind, and returns the place as it is then: the folder is the old or the new tree. The lock
 * must be held. What looks
 * like that and was not left by a run here, such as a folder that a change brought, is not taken for the output, and
 * nothing is removed on its word.
 */
function recover(
  host: Pick<Host, 'files' | 'sha256'>,
  place: OutputPlace,
  inputs: ReadonlySet<string>,
): FileResult<OutputPlace> {
  const { files } = host;
  const discarded = removeTree(files, place.next);
  if (!discarded.ok) return discarded;
  const isReplaced = files.status(place.previous).ok;
  if (isReplaced) {
    if (!isNoted(files, place))
      return failed('exists', `\`${place.previous}\` is in the way, and no run that was stopped left it`);
    const mended = files.status(place.root).ok
      ? takeApart(files, place.previous, place.root)
      : files.rename(place.previous, place.root);
    if (!mended.ok) return mended;
  }
  const noted = removeSwapNote(files, place);
  if (!noted.ok) return noted;
  // Now the old tree stands there, if nothing did. What else was left would lie in it.
  const mended = { ...place, exists: place.exists || isReplaced };
  if (!mended.exists) return success(mended);
  const journal = readJournal(host, place, inputs);
  if (journal !== undefined) {
    const applied = applyJournal(files, place, journal);
    return applied.ok ? success(mended) : applied;
  }
  const staging = files.status(place.staging).ok ? discardStaging(files, place) : done;
  return staging.ok ? success(mended) : staging;
}
