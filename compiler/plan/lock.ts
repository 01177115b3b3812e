import { type FileResult, failed, success } from '../host/file-result.ts';
import type { Host } from '../host/host.ts';

/** A lock that this run holds. */
export interface Lock {
  /** Returns whether the lock is still ours: asked before the one step that cannot be taken back. */
  readonly isHeld: () => boolean;
  readonly release: () => void;
}

/** How long a run waits for another one. Writing takes much less than a second. */
const PATIENCE = 30_000;

const PAUSE = 50;

/** A lock whose owner cannot be asked, such as one on another machine, counts as left behind after this time. */
const EXPIRY = 10 * 60_000;

/** An empty lock file is one that is being written right now, unless it is older than this. Links are never empty. */
const UNWRITTEN_EXPIRY = 5_000;

let count = 0;

/**
 * Takes a lock, made in one step so that only one run can have it. The lock of a run that was killed is taken
 * over. Fails with `exists` when another run holds it all the time, and with other kinds where no file can be made.
 */
export async function takeLock(host: Host, path: string): Promise<FileResult<Lock>> {
  const token = JSON.stringify({ owner: host.process.id, count: count++ });
  const start = host.now();
  for (let attempt = 0; ; attempt++) {
    const written = makeLock(host.files, path, token);
    if (written.ok) {
      discardAside(host.files, path, token);
      return success(heldLock(host, path, token));
    }
    if (written.failure.kind !== 'exists') return written;
    if (removeAbandoned(host, path)) continue;
    if (host.now() - start > PATIENCE || attempt > PATIENCE / PAUSE) return failed('exists');
    await host.wait(PAUSE);
  }
}

/**
 * A symbolic link that points to the name of its owner exists with its content or not at all. Where links cannot be
 * made, a file does it, and a run that is killed while it writes the file costs the next one some seconds.
 */
function makeLock(files: Host['files'], path: string, token: string): FileResult<undefined> {
  const linked = files.makeLink(token, path);
  if (linked.ok || linked.failure.kind === 'exists' || linked.failure.kind === 'not-found') return linked;
  return files.write(path, token, { exclusive: true });
}

function heldLock({ files }: Host, path: string, token: string): Lock {
  const isHeld = () => readText(files, path) === token;
  return {
    isHeld,
    release: () => {
      if (isHeld()) files.remove(path);
    },
  };
}

/** Returns the name that an abandoned lock gets while it is removed. */
export function asideOf(path: string): string {
  return `${path}-taken`;
}

/** Removes what a run left that was killed while it removed an abandoned lock; our own lock is given back by others. */
function discardAside(files: Host['files'], path: string, token: string): void {
  const aside = readText(files, asideOf(path));
  if (aside !== undefined && aside !== token) files.remove(asideOf(path));
}

/**
 * Removes the lock of a run that is gone, and returns whether it did. It is first renamed: of two runs that see it,
 * one gets it. Should the renamed file be a fresh lock that came in between, it is given back.
 */
function removeAbandoned(host: Host, path: string): boolean {
  const { files } = host;
  const text = readText(files, path);
  const status = files.status(path);
  if (text === undefined || !status.ok) return true;
  if (!isAbandoned(host, text, host.now() - status.value.changed)) return false;
  const aside = asideOf(path);
  if (!files.rename(path, aside).ok) return true;
  const taken = readText(files, aside);
  if (taken !== undefined && taken !== text) makeLock(files, path, taken);
  files.remove(aside);
  return true;
}

function isAbandoned(host: Host, text: string, age: number): boolean {
  if (text === '') return age > UNWRITTEN_EXPIRY;
  const running = host.process.isRunning(ownerOf(text));
  return running === undefined ? age > EXPIRY : !running;
}

function ownerOf(text: string): string {
  try {
    const data: unknown = JSON.parse(text);
    if (typeof data === 'object' && data !== null && 'owner' in data && typeof data.owner === 'string')
      return data.owner;
  } catch {
    // A lock that nobody can read has an owner that nobody can ask.
  }
  return '';
}

/** A lock names one process. */
const LOCK_BYTES = 64 * 1024;

function readText(files: Host['files'], path: string): string | undefined {
  const link = files.readLink(path);
  if (link.ok) return link.value;
  const read = files.read(path, { limit: LOCK_BYTES, noFollow: true });
  return read.ok ? new TextDecoder().decode(read.value) : undefined;
}
