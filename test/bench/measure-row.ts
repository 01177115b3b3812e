import { spawnSync } from 'node:child_process';
import { fileStates, type Written, written } from './file-states.ts';
import { measure } from './measure.ts';
import { type Measurement, medians } from './measurement.ts';
import type { Row, RowName } from './row.ts';

/** A program to measure, and what has to be done before each run. */
export interface Task {
  readonly name: RowName;
  readonly program: string;
  readonly argv: readonly string[];
  /** The folder that the program runs in. */
  readonly folder: string;
  /** The folder whose changes are counted. */
  readonly output?: string;
  /** Called before each run with its number, from 1; not measured. */
  readonly prepare?: (run: number) => void;
}

/** Returns the medians of several runs, and what the last one wrote. Throws `ProgramFailed`. */
export async function measureRow(size: number, runs: number, task: Task): Promise<Row> {
  const measurements: Measurement[] = [];
  let change: Written | undefined;
  for (let run = 1; run <= runs; run++) {
    task.prepare?.(run);
    const before = task.output === undefined ? undefined : fileStates(task.output);
    // What an earlier run left in memory would otherwise be written to the disk during this one.
    spawnSync('sync');
    measurements.push(await measure(task.program, task.argv, task.folder));
    if (task.output !== undefined && before !== undefined) change = written(before, fileStates(task.output));
  }
  return { size, name: task.name, runs, written: change, ...medians(measurements) };
}
