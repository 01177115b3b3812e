import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { bundleCommand, type Command } from './command.ts';
import { mountingWay, runOnSmallDisk } from './small-disk.ts';
import type { DiskResult } from './small-disk-scenario.ts';
import { twoVersions, type Version } from './versions.ts';

/* Real file systems that are full. Needs the right to mount one, as root or in a user namespace. */
const scratch = mkdtempSync(join(tmpdir(), 'bitesize-disk-'));
const disk = join(scratch, 'disk');
mkdirSync(disk);
const way = mountingWay(disk);
let command: Command;

beforeAll(async () => {
  command = await bundleCommand(scratch);
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const cases = [
  { name: 'replaced as a whole', hasOld: true, isRepository: false, kind: 'bytes' },
  { name: 'changed in place', hasOld: true, isRepository: true, kind: 'bytes' },
  { name: 'made', hasOld: false, isRepository: false, kind: 'bytes' },
  { name: 'replaced as a whole', hasOld: true, isRepository: false, kind: 'inodes' },
  { name: 'changed in place', hasOld: true, isRepository: true, kind: 'inodes' },
] as const;

if (way === undefined)
  console.warn('skipped: neither root nor a user namespace may mount a small file system');

describe.skipIf(way === undefined).concurrent('a disk without room', () => {
  it.for(cases)(
    'for more $kind leaves the old tree whole while a folder is $name',
    async (each, { expect }) => {
      const folder = mkdtempSync(join(scratch, 'versions-'));
      const versions = await twoVersions(command, folder, 1);
      const [old, fresh] = versions.map((version) => completeFolder(version, each.isRepository));
      const results = await runOnSmallDisk(
        way ?? [],
        { folder: disk, size: '6m', inodes: 500 },
        {
          disk,
          cli: command.cli,
          project: versions[1].projects[0] ?? '',
          old: each.hasOld ? (old ?? '') : null,
          fresh: fresh ?? '',
          kind: each.kind,
          levels: [0, 1, 2, 4],
          search: [40, 480],
        },
      );
      expect(results.flatMap((result) => problemsOf(result, each.hasOld ? 'old' : 'nothing'))).toEqual([]);
      const ends = results.map(({ full }) => full.tree);
      console.log(
        `${each.name}, ${each.kind}: ${results.map(({ level, full }) => `${level} ${full.status} ${full.tree}`).join(', ')}`,
      );
      expect(ends.filter((tree) => tree !== 'new').length).toBeGreaterThan(4);
      expect(ends.filter((tree) => tree === 'new').length).toBeGreaterThan(1);
    },
  );
});

/** The complete output of a version; a repository is never replaced as a whole. */
function completeFolder({ projects }: Version, isRepository: boolean): string {
  const folder = join(dirname(projects[0] ?? ''), 'complete-0');
  if (isRepository) mkdirSync(join(folder, '.git'));
  return folder;
}

/** A run that fails says why and changes nothing, except that a report may fail when the output is done. */
function problemsOf({ level, full, roomy }: DiskResult, before: string): readonly string[] {
  const told = (problem: string) => `with ${level} free, ${problem}`;
  const problems: string[] = [];
  const failed = /cannot write (`|the report )/.exec(full.said)?.[1];
  const isReport = failed !== undefined && failed !== '`';
  const wanted = full.status === 0 || isReport ? 'new' : before;
  if (full.status !== 0 && full.status !== 3) problems.push(told(`the exit code is ${full.status}`));
  if (full.status === 3 && !/cannot write .*no space left on the device/.test(full.said))
    problems.push(told(`it does not say why: ${full.said}`));
  if (full.tree !== wanted) problems.push(told(`the folder is ${full.tree}: ${full.said}`));
  if (full.leftovers.length > 0) problems.push(told(`there is ${full.leftovers.join(', ')}`));
  const { status, tree, leftovers } = roomy;
  if (status !== 0 || tree !== 'new' || leftovers.length > 0)
    problems.push(told(`the next run ends with ${status} ${tree} ${leftovers.join(', ')}: ${roomy.said}`));
  return problems;
}
