import { statfsSync } from 'node:fs';
import { availableParallelism, tmpdir, totalmem } from 'node:os';

/** What Linux calls the file systems by (`statfs`(2)), and how a table calls them. */
const fileSystems: ReadonlyMap<number, string> = new Map([
  [0xef53, 'files on ext4'],
  [0x01021994, 'files in memory (tmpfs)'],
  [0x58465342, 'files on XFS'],
  [0x9123683e, 'files on Btrfs'],
  [0x794c7630, 'files on overlayfs'],
]);

/** Returns what the numbers depend on besides the code: the size of the machine, the file system, the version of Node, the day. */
export function machine(): string {
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB of memory`;
  const day = new Date().toISOString().slice(0, 10);
  const files = fileSystems.get(statfsSync(tmpdir()).type) ?? 'files elsewhere';
  return `${availableParallelism()} cores, ${memory}, ${files}, Node ${process.version}, ${day}`;
}
