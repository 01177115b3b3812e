import { parseArgs } from 'node:util';

/** What the command line of the bench says. */
export interface BenchOptions {
  /** Numbers of projects, from few to many. */
  readonly sizes: readonly number[];
  /** Returns how often each row of this size is measured. */
  readonly runs: (size: number) => number;
  /** Whether the table goes into the repository. */
  readonly write: boolean;
  /** Whether Job Builder is measured too. */
  readonly jobBuilder: boolean;
  /** Whether shared controllers are measured beside a Jenkins for each project, in place of all other rows. */
  readonly shared: boolean;
  /** The commit whose build is measured beside the present one, in place of all other rows. */
  readonly against: string | undefined;
}

/** Returns the options, for example of `100 1080 --runs 3 --write`. Throws on what it does not know. */
export function benchOptions(argv: readonly string[]): BenchOptions {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      against: { type: 'string' },
      runs: { type: 'string' },
      shared: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      'no-job-builder': { type: 'boolean', default: false },
    },
  });
  const sizes =
    positionals.length > 0
      ? positionals.map(count)
      : values.shared
        ? [1080]
        : values.against === undefined
          ? [1, 10, 100, 1080, 5000]
          : [1, 100, 1080, 5000];
  const runs = values.runs === undefined ? undefined : count(values.runs);
  return {
    sizes: sizes.toSorted((one, other) => one - other),
    // A short run varies most, and costs least to repeat.
    runs: (size) => runs ?? (size === 1 ? 15 : size <= 10 ? 5 : size <= 1080 ? 3 : 1),
    write: values.write,
    jobBuilder: !values['no-job-builder'],
    shared: values.shared,
    against: values.against,
  };
}

function count(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`\`${text}\` is not a number of projects or runs`);
  return Number(text);
}
