import { execFile, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { DiskCase, DiskResult } from './small-disk-scenario.ts';

/** A file system of its own for one process: its size, as mount takes it. */
export interface SmallDisk {
  readonly folder: string;
  readonly size: string;
  readonly inodes: number;
}

const scenario = join(import.meta.dirname, 'small-disk-scenario.ts');
const repository = join(import.meta.dirname, '../../..');

/** Root may make a mount namespace at once; others may where the kernel lets them be root in a user namespace. */
const ways = [['--mount'], ['--mount', '--map-root-user']];

/** Returns the arguments of `unshare` with which this machine lets us mount at `folder`; undefined for none. */
export function mountingWay(folder: string): readonly string[] | undefined {
  return ways.find(
    (way) => spawnSync('unshare', [...way, 'mount', '-t', 'tmpfs', 'none', folder]).status === 0,
  );
}

/** Runs the cases on a small disk that only they see, and that is gone afterwards. */
export async function runOnSmallDisk(
  way: readonly string[],
  { folder, size, inodes }: SmallDisk,
  cases: DiskCase,
): Promise<readonly DiskResult[]> {
  const script = 'mount -t tmpfs -o "$1" none "$2" && shift 2 && exec "$@"';
  const node = [process.execPath, '--import', 'tsx', scenario, JSON.stringify(cases)];
  const argv = [...way, 'sh', '-c', script, 'sh', `size=${size},nr_inodes=${inodes}`, folder, ...node];
  const { stdout } = await promisify(execFile)('unshare', argv, {
    cwd: repository,
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(stdout);
}
