import { type FileResult, failed, success } from '../host/file-result.ts';
import type { FileKind } from '../host/file-system.ts';
import type { Host } from '../host/host.ts';
import { parseJson } from '../util/parse-json.ts';

/** A lock that this run holds. */
export interface Lock {
  /** Returns whether the lock is still ours: asked before the one step that cannot be taken back. */
  readonly isHeld: () => boolean;
  readonly release: () => void;
}

/** How long a run waits for another one. Writing takes much less than a second. */
const PATIENCE = 30_000;

const PAUSE = 50;

/** People are told what a run waits for when it takes longer than this. */
const SILENCE = 1_000;

/**
 * A lock whose owner cannot be asked, such as one on another machine, counts as left behind after this time. Should its owner
 * be at work after all, it sees that the lock is gone before it does what cannot be taken back.
 */
const EXPIRY = 60_000;

/** A lock file that says nothing is one that is being written right now, unless it is older than this. */
const UNWRITTEN_EXPIRY = 2_000;

/** More bytes than any lock of ours has. */
const LONGEST = 4096;

let count = 0;

/**
 * Takes a lock, made in one step so that only one run can have it. The lock of a run that was killed is taken
 * over. Fails with `exists` when another run holds it all the time, and with other kinds where no file can be made.
 */
export async function takeLock(host: Host, path: string): Promise<FileResult<Lock>> {
  const token = JSON.stringify({ owner: host.process.id, count: count++ });
  const start = host.now();
  let isTold = false;
  for (let attempt = 0; ; attempt++) {
    const written = makeLock(host.files, path, token);
    if (written.ok) {
      discardAside(host.files, path, token);
      return success(heldLock(host, path, token));
    }
    if (written.failure.kind !== 'exists') return written;
    const standing = host.files.status(path);
    if (standing.ok && standing.value.kind !== 'file' && standing.value.kind !== 'link')
      return failed('denied', `\`${path}\` is in the way, and no lock: remove it`);
    if (removeAbandoned(host, path)) continue;
    if (!isTold && (host.now() - start > SILENCE || attempt > SILENCE / PAUSE)) {
      isTold = true;
      host.stderr.write(`waiting for ${heldBy(host.files, path)}; if it is gone, remove ${path}\n`);
    }
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
  const status = files.status(path);
  if (!status.ok) return true;
  const text = readText(files, path) ?? '';
  if (!isAbandoned(host, text, status.value.kind, host.now() - status.value.changed)) return false;
  const aside = asideOf(path);
  const moved = files.rename(path, aside);
  // Another run was faster, or something stands in the way that does not go by itself.
  if (!moved.ok) return moved.failure.kind === 'not-found';
  const taken = readText(files, aside);
  if (taken !== undefined && taken !== text) makeLock(files, path, taken);
  files.remove(aside);
  return true;
}

/** A link is made with all of its text, so that one without an owner is none of ours; a file may not be whole yet. */
function isAbandoned(host: Host, text: string, kind: FileKind, age: number): boolean {
  const owner = lockOwner(text);
  if (owner === undefined) return kind === 'link' || age > UNWRITTEN_EXPIRY;
  const running = host.process.isRunning(owner.id);
  return running === undefined ? age > EXPIRY : !running;
}

/** Returns who holds a lock, for people. */
export function heldBy(files: Host['files'], path: string): string {
  const owner = lockOwner(readText(files, path) ?? '');
  return owner === undefined ? 'another run' : `another run (${owner.shown})`;
}

/** What no run of ours wrote is not read: a pipe would wait for ever. */
function readText(files: Host['files'], path: string): string | undefined {
  const status = files.status(path);
  if (!status.ok || status.value.size > LONGEST) return undefined;
  if (status.value.kind === 'link') {
    const link = files.readLink(path);
    return link.ok ? link.value : undefined;
  }
  if (status.value.kind !== 'file') return undefined;
  const read = files.read(path, { limit: LONGEST, noFollow: true });
  return read.ok ? new TextDecoder().decode(read.value) : undefined;
}

/** Who holds a lock, as its text says. It may be forged: a text of another form than ours has no owner. */
interface LockOwner {
  /** What `ProcessInfo.isRunning` takes. */
  readonly id: string;
  /** For people: a process and its machine, without anything that a terminal would take for a command. */
  readonly shown: string;
}

/** Returns the owner of a lock; undefined when no run of ours wrote the text. */
function lockOwner(text: string): LockOwner | undefined {
  const data = parse(text);
  if (data === undefined || !('owner' in data) || typeof data.owner !== 'string') return undefined;
  return { id: data.owner, shown: shownId(data.owner) };
}

function shownId(id: string): string {
  const data = parse(id);
  if (data === undefined || !('process' in data) || !('machine' in data)) return 'a process without a number';
  const { process, machine } = data;
  if (!Number.isSafeInteger(process) || typeof machine !== 'string') return 'a process without a number';
  return `process ${process} on \`${machine.replaceAll(/[^\w.-]/g, '?').slice(0, 64)}\``;
}

function parse(text: string): object | undefined {
  const data = parseJson(text);
  return typeof data === 'object' && data !== null ? data : undefined;
}
