import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FileFailure } from '../host/file-result.ts';
import type { Host } from '../host/host.ts';
import { absolutePath } from '../host/path.ts';
import { compareOutput, isUpToDate, type OutputPlan } from './compare-output.ts';
import { damagedPaths } from './damaged-paths.ts';
import { foreignEntries } from './foreign-entries.ts';
import { type Lock, takeLock } from './lock.ts';
import type { OutputFile } from './output-files.ts';
import { hasLeftovers, makeParent, type OutputPlace, outputPlace } from './output-place.ts';
import { readOwned } from './read-owned.ts';
import { recover } from './recover.ts';
import { swapFolder } from './swap-folder.ts';
import { writeInPlace } from './write-in-place.ts';

/** What was done to an output folder, or what is wrong with it; then it is as it was. */
export type OutputResult =
  | { readonly ok: true; readonly plan: OutputPlan }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Returns how an output folder differs from what it shall be; nothing is written. */
export function planOutput(host: Host, folder: string, wanted: readonly OutputFile[]): OutputResult {
  const place = outputPlace(host.files, absolutePath(host.cwd, folder));
  if (!place.ok) return failure(folder, place.failure);
  return { ok: true, plan: compare(host, place.value, wanted) };
}

/**
 * Makes an output folder what it shall be, as a whole or not at all. Files that are not of bitesize are never touched;
 * files of bitesize that are no longer wanted go; when nothing differs, nothing is written. Several runs may write to
 * one folder at once: each waits for its turn.
 */
export async function writeOutput(
  host: Host,
  folder: string,
  wanted: readonly OutputFile[],
): Promise<OutputResult> {
  const path = absolutePath(host.cwd, folder);
  const seen = outputPlace(host.files, path);
  if (!seen.ok) return failure(folder, seen.failure);
  if (!hasLeftovers(host.files, seen.value)) {
    const plan = compare(host, seen.value, wanted);
    if (plan.foreign.length > 0) return foreignFiles(folder, plan.foreign);
    if (isUpToDate(plan)) return { ok: true, plan };
  }
  const made = makeParent(host.files, seen.value);
  if (!made.ok) return failure(folder, made.failure);
  const lock = await lockPlace(host, seen.value);
  if (!lock.ok) {
    return lock.failure.kind === 'exists'
      ? { ok: false, diagnostics: [locked(folder, seen.value)] }
      : failure(folder, lock.failure);
  }
  try {
    return writeLocked(host, folder, wanted, lock.value);
  } finally {
    lock.value.release();
  }
}

function writeLocked(host: Host, folder: string, wanted: readonly OutputFile[], lock: Lock): OutputResult {
  const { files } = host;
  const before = outputPlace(files, absolutePath(host.cwd, folder));
  if (!before.ok) return failure(folder, before.failure);
  const mended = recover(files, before.value);
  if (!mended.ok) return failure(folder, mended.failure);
  const place = { ...before.value, exists: files.status(before.value.root).ok };
  const plan = compare(host, place, wanted);
  if (plan.foreign.length > 0) return foreignFiles(folder, plan.foreign);
  if (isUpToDate(plan)) return { ok: true, plan };
  const owned = [...readOwned(files, place.root), ...plan.same, ...plan.change.map(({ path }) => path)];
  const foreign = isReplaceable(host, place) ? foreignEntries(files, place.root, new Set(owned)) : undefined;
  if (!place.exists || foreign?.every(({ kind }) => kind !== 'other')) {
    const swapped = swapFolder(files, place, plan, foreign ?? [], lock.isHeld);
    if (swapped.kind === 'done') return { ok: true, plan };
    if (swapped.kind === 'failed') return cannotWrite(swapped.path, swapped.reason);
  }
  const written = writeInPlace(files, place, plan);
  return written.ok ? { ok: true, plan } : failure(folder, written.failure);
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

function compare(host: Host, place: OutputPlace, wanted: readonly OutputFile[]): OutputPlan {
  const { files } = host;
  const owned = readOwned(files, place.root);
  if (owned.size > 0) return compareOutput(files, place.root, wanted, owned);
  const paths = wanted.map(({ path }) => path);
  return compareOutput(files, place.root, wanted, damagedPaths(files, place.root, paths));
}

function foreignFiles(folder: string, paths: readonly string[]): OutputResult {
  const help = 'remove or move it, or choose another output folder';
  return {
    ok: false,
    diagnostics: paths.map((path) =>
      diagnose('output/foreign-file', { path: `${folder}/${path}` }, undefined, { help }),
    ),
  };
}

function locked(folder: string, place: OutputPlace): Diagnostic {
  return diagnose('output/locked', { path: folder }, undefined, {
    help: `wait for it; if there is none, remove \`${place.lock}\``,
  });
}

function failure(path: string, { reason }: FileFailure): OutputResult {
  return cannotWrite(path, reason);
}

function cannotWrite(path: string, reason: string): OutputResult {
  return { ok: false, diagnostics: [diagnose('output/cannot-write', { path, reason }, undefined)] };
}
