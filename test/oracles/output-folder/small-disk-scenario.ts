import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { differences, readTree } from './folder-tree.ts';

/** How a command is run on a disk with little room, once for each level. */
export interface DiskCase {
  /** The disk. The output folder on it is `out`, the report is `report.json`. */
  readonly disk: string;
  /** The file of the command. */
  readonly cli: string;
  /** The specs. */
  readonly project: string;
  /** What the output folder is before; null for no folder. */
  readonly old: string | null;
  /** What the output folder shall become. */
  readonly fresh: string;
  readonly kind: 'bytes' | 'inodes';
  /** How much is free, in pages or inodes. After these levels the search for the least that is enough begins. */
  readonly levels: readonly number[];
  /** Too little and enough for the output. */
  readonly search: readonly [number, number];
}

/** How a run ended and what stands on the disk then. */
export interface DiskState {
  readonly status: number | null;
  readonly said: string;
  /** `old`, `new`, `nothing`, or how the folder differs from the nearest of them. */
  readonly tree: string;
  /** Names on the disk besides the output folder and the report. */
  readonly leftovers: readonly string[];
}

/** What happened at a level: with little room, and by the next run after there was room again. */
export interface DiskResult {
  readonly level: number;
  readonly full: DiskState;
  readonly roomy: DiskState;
}

/* Runs inside the mount namespace of the disk; the case comes as JSON, the results go as JSON. */
const given: DiskCase = JSON.parse(process.argv[2] ?? '');
const ballast = join(given.disk, 'ballast');
const out = join(given.disk, 'out');
process.stdout.write(JSON.stringify([...given.levels.map(runAt), ...search(...given.search)]));

/** The last files of a run are those that fail when there is nearly enough, so most levels lie there. */
function search(least: number, most: number): readonly DiskResult[] {
  if (most - least < 2) return [];
  const middle = (least + most) >> 1;
  const result = runAt(middle);
  return [result, ...(result.full.tree === 'new' ? search(least, middle) : search(middle, most))];
}

function runAt(level: number): DiskResult {
  for (const name of readdirSync(given.disk)) rmSync(join(given.disk, name), { recursive: true });
  if (given.old !== null) cpSync(given.old, out, { recursive: true, verbatimSymlinks: true });
  mkdirSync(ballast);
  fill(level);
  const full = run();
  rmSync(ballast, { recursive: true });
  return { level, full, roomy: run() };
}

function fill(level: number): void {
  const { bavail, bsize, ffree } = statfsSync(given.disk);
  if (given.kind === 'bytes') {
    writeFileSync(join(ballast, 'fill'), new Uint8Array(Math.max(0, bavail - level) * bsize));
  } else {
    for (let count = level; count < ffree; count++) writeFileSync(join(ballast, String(count)), '');
  }
}

function run(): DiskState {
  const argv = ['compile', given.project, '--out', out, '--report', 'json=report.json'];
  const { status, stdout, stderr } = spawnSync(process.execPath, [given.cli, ...argv], {
    cwd: given.disk,
    env: { PATH: process.env.PATH },
    encoding: 'utf8',
  });
  const known = ['out', 'ballast', 'report.json'];
  const leftovers = readdirSync(given.disk).filter((name) => !known.includes(name));
  return { status, said: stdout + stderr, tree: describeOut(), leftovers };
}

function describeOut(): string {
  const tree = readTree(out);
  if (tree === undefined) return 'nothing';
  const found = [
    ...(given.old === null ? [] : [{ name: 'old', folder: given.old }]),
    { name: 'new', folder: given.fresh },
  ].map(({ name, folder }) => ({ name, list: differences(tree, readTree(folder) ?? new Map()) }));
  const same = found.find(({ list }) => list.length === 0);
  return (
    same?.name ?? found.map(({ name, list }) => `not ${name}: ${list.slice(0, 5).join(', ')}`).join('; ')
  );
}
