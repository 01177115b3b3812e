import { spawnSync } from 'node:child_process';
import { measure } from '../measure.ts';
import { type Measurement, medians } from '../measurement.ts';

/** A program to measure, beside others. */
export interface PairedTask {
  readonly name: string;
  /** Prepares a run, which is not measured, and returns what to start. */
  readonly prepare: () => Start;
}

/** What is started. */
export interface Start {
  readonly program: string;
  readonly argv: readonly string[];
  readonly folder: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** The medians of a task. */
export interface PairedRow extends Measurement {
  readonly name: string;
  readonly size: number;
  readonly runs: number;
}

/**
 * Returns the medians of several tasks. They run in turns, each once and then each again, so that whatever else the machine
 * does in the meantime falls upon all of them alike. Throws `ProgramFailed`.
 */
export async function measurePaired(
  size: number,
  runs: number,
  tasks: readonly PairedTask[],
): Promise<readonly PairedRow[]> {
  const measured = new Map<string, Measurement[]>(tasks.map(({ name }) => [name, []]));
  for (let run = 0; run < runs; run++) {
    for (const { name, prepare } of tasks) {
      const { program, argv, folder, env } = prepare();
      // What an earlier run left in memory would otherwise be written to the disk during this one.
      spawnSync('sync');
      measured.get(name)?.push(await measure(program, argv, folder, env));
    }
  }
  return [...measured].map(([name, all]) => ({ name, size, runs, ...medians(all) }));
}
