import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where Linux keeps files in memory. */
const MEMORY = '/dev/shm';

/** Tests leave much behind them until they end. */
const LEAST_FREE = 4 * 1024 ** 3;

/**
 * Lets the temporary files of tests lie in memory, which make and remove some hundred thousand: on some disks that takes
 * longer than what is tested. Only where there is memory for it, and programs in it run. Returns what removes them.
 */
export default function setup(): (() => void) | undefined {
  const folder = process.env.TMPDIR === undefined ? makeFolder() : undefined;
  if (folder === undefined) return undefined;
  // Workers start later, and get it with the environment.
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

function makeFolder(): string | undefined {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    if (bavail * bsize < LEAST_FREE) return undefined;
    const folder = mkdtempSync(join(MEMORY, 'bitesize-tests-'));
    if (runsIn(folder)) return folder;
    rmSync(folder, { recursive: true });
  } catch {
    // There is no such folder, or nobody may write there.
  }
  return undefined;
}

function runsIn(folder: string): boolean {
  const program = join(folder, 'program');
  writeFileSync(program, '#!/bin/sh\nexit 0\n', { mode: 0o755 });
  try {
    execFileSync(program);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(program);
  }
}
