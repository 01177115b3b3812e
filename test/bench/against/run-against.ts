import { join } from 'node:path';
import type { JobBuilder } from '../job-builder/find-job-builder.ts';
import { tableLine } from '../table.ts';
import { createWorkspace } from '../workspace.ts';
import { againstRows, againstTasks, others, rowName } from './against-rows.ts';
import { type Build, buildCommit, buildPresent, removeCommit } from './build-commit.ts';
import type { PairedRow } from './paired.ts';
import { targets } from './targets.ts';

/** What `runAgainst` is told. */
export interface AgainstOptions {
  /** The other commit. */
  readonly against: string;
  readonly sizes: readonly number[];
  readonly runs: (size: number) => number;
  readonly jobBuilder: JobBuilder | undefined;
  /** For everything that is made. */
  readonly folder: string;
  readonly print: (text: string) => void;
}

/** Measures the present build beside that of another commit, and prints the numbers and how far the targets are. */
export async function runAgainst(options: AgainstOptions): Promise<void> {
  const { against, sizes, runs, jobBuilder, folder, print } = options;
  try {
    const builds = [buildCommit(against, folder), buildPresent()] as const;
    const [before, now] = builds;
    print(`The build of ${before.name} beside the present one, in turns; medians.\n\n`);
    const rows: PairedRow[] = [];
    const headings = [
      'projects',
      'what',
      `CPU s: ${before.name}`,
      'CPU s: now',
      'ratio',
      's',
      's: now',
      'MB',
      'MB: now',
      'pairs',
    ];
    print(`${tableLine(headings)}${tableLine(headings.map(() => '---'))}`);
    for (const size of sizes) {
      const workspace = createWorkspace(join(folder, String(size)), size);
      const found = await againstRows(workspace, runs(size), builds, jobBuilder);
      rows.push(...found);
      for (const name of Object.values(others)) print(otherLine(found.find((row) => row.name === name)));
      for (const task of againstTasks) print(pairLine(task, found, before, now));
    }
    print(
      '\nCPU s is user and system time of all processes, MB the sum of the peaks of those that lived at the same time.\n',
    );
    print(`\n${tableLine(['target', 'measured', 'met'])}${tableLine(['---', '---', '---'])}`);
    for (const { text, measured, met } of targets(rows, before, now))
      print(tableLine([text, measured, met === undefined ? '' : met ? 'yes' : 'no']));
  } finally {
    removeCommit(folder);
  }
}

function otherLine(row: PairedRow | undefined): string {
  if (row === undefined) return '';
  const { size, name, cpuSeconds, seconds, memory, runs } = row;
  return tableLine([
    String(size),
    name,
    '',
    cpuSeconds.toFixed(3),
    '',
    '',
    seconds.toFixed(3),
    '',
    megabytes(memory),
    String(runs),
  ]);
}

function pairLine(
  task: (typeof againstTasks)[number],
  rows: readonly PairedRow[],
  before: Build,
  now: Build,
): string {
  const [one, other] = [before, now].map((build) => rows.find(({ name }) => name === rowName(task, build)));
  if (other === undefined) return '';
  return tableLine([
    String(other.size),
    task,
    one?.cpuSeconds.toFixed(3) ?? '',
    other.cpuSeconds.toFixed(3),
    one === undefined ? '' : (other.cpuSeconds / one.cpuSeconds).toFixed(2),
    one?.seconds.toFixed(3) ?? '',
    other.seconds.toFixed(3),
    megabytes(one?.memory),
    megabytes(other.memory),
    String(other.runs),
  ]);
}

function megabytes(bytes: number | undefined): string {
  return bytes === undefined ? '' : (bytes / 1e6).toFixed(0);
}
