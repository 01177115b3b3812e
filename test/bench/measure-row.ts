import { spawnSync } from 'node:child_process';
import { fileStates, type Written, written } from './file-states.ts';
import { measure } from './measure.ts';
import { type Measurement, medians } from './measurement.ts';
import type { Row, RowName } from './row.ts';

/** A program to measure. */
export interface Task {
  readonly name: RowName;
  readonly program: string;
  readonly argv: readonly string[];
  /** The folder that the program runs in. */
  readonly folder: string;
  /** The folder whose changes are counted. */
  readonly output?: string;
  /** Variables of its environment beside our own; undefined takes one away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/**
 * Returns the medians of several runs, and what the last one wrote. `taskOf` prepares each run, counted from 1, and is
 * not measured. Throws `ProgramFailed`.
 */
export async function measureRow(size: number, runs: number, taskOf: (run: number) => Task): Promise<Row> {
  const measurements: Measurement[] = [];
  let change: Written | undefined;
  let name: RowName | undefined;
  for (let run = 1; run <= runs; run++) {
    const task = taskOf(run);
    name = task.name;
    const before = task.output === undefined ? undefined : fileStates(task.output);
    // What an earlier run left in memory would otherwise be written to the disk during this one.
    spawnSync('sync');
    measurements.push(await measure(task.program, task.argv, task.folder, task.env));
    if (task.output !== undefined && before !== undefined) change = written(before, fileStates(task.output));
  }
  if (name === undefined) throw new Error('a row needs a run');
  return { size, name, runs, written: change, ...medians(measurements) };
}
