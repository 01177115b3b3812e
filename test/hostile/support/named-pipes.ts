import { execFileSync } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Node makes no named pipes, and a program for each took half the time of random trees: many are made at once. */
const AT_ONCE = 100;

let folder: string | undefined;
const spare: string[] = [];

/** Puts a named pipe that nobody writes to at a path, on the file system of the temporary files. */
export function placeNamedPipe(path: string): void {
  if (folder === undefined) {
    const made = mkdtempSync(join(tmpdir(), 'bitesize-pipes-'));
    process.once('exit', () => rmSync(made, { recursive: true, force: true }));
    folder = made;
  }
  const pipes = folder;
  if (spare.length === 0) {
    spare.push(...Array.from({ length: AT_ONCE }, (_, index) => join(pipes, String(index))));
    execFileSync('mkfifo', spare);
  }
  renameSync(spare.pop() ?? '', path);
}
