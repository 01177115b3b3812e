import type { Row, RowName } from './row.ts';

/** A goal of the project and what the bench says about it. */
export interface Goal {
  readonly text: string;
  /** The numbers, or why there are none. */
  readonly measured: string;
  /** Undefined when what it needs was not measured. */
  readonly met: boolean | undefined;
}

const notMeasured = { measured: 'not measured', met: undefined } as const;

/** Returns the goals. Those that speak of 1,080 and 5,000 projects need rows of these sizes. */
export function goals(rows: readonly Row[]): readonly Goal[] {
  const find = (size: number, name: RowName) => rows.find((row) => row.size === size && row.name === name);
  const cold = find(1080, 'compile, cold');
  const configXml = find(1080, 'compile --emit config-xml');
  const copy = find(1080, 'cp -r of the output');
  const unchanged = find(1080, 'compile, nothing changed');
  const imported = find(1080, 'import of what Job Builder made');
  const large = find(5000, 'compile, cold');
  // The style in which Job Builder is faster is the one to beat.
  const jobBuilder = rows
    .filter((row) => row.size === 1080 && row.name.startsWith('Job Builder'))
    .toSorted((one, other) => one.seconds - other.seconds)[0];
  return [
    {
      text: 'all artifacts of 1,080 projects in less time than Job Builder needs for config.xml alone',
      ...compare(cold, jobBuilder, (ratio) => ratio < 1),
    },
    {
      text: 'config.xml of 1,080 projects at least 5 times faster than Job Builder',
      ...compare(configXml, jobBuilder, (ratio) => ratio <= 1 / 5),
    },
    {
      text: 'the same, beside Job Builder with every job spelt out',
      ...compare(configXml, find(1080, 'Job Builder, spelt out'), (ratio) => ratio <= 1 / 5),
    },
    {
      text: 'all artifacts of 1,080 projects within 3 times `cp -r`',
      ...compare(cold, copy, (ratio) => ratio <= 3),
    },
    {
      text: 'peak memory under 300 MB for 1,080 and for 5,000 projects',
      ...memories([cold, large], (one, other) => Math.max(one, other) < 300e6),
    },
    {
      text: 'peak memory flat from 1,080 to 5,000 projects: at most 10 % more',
      ...memories([cold, large], (one, other) => other <= one * 1.1),
    },
    {
      text: 'nothing changed in 1,080 projects: at least 10 times faster than a cold compile',
      ...compare(unchanged, cold, (ratio) => ratio <= 1 / 10),
    },
    {
      text: 'jobs of jobs.bitesize within 1.25 times the time and memory of as many derived jobs (1,080 projects, 8 each)',
      ...ofOwnJobs(find(1080, 'compile, 8 more own jobs'), find(1080, 'compile, 8 more derived jobs')),
    },
    {
      text: 'the jobs of 1,080 projects imported in less time than Job Builder needs to make them, spelt out',
      ...compare(imported, find(1080, 'Job Builder, spelt out'), (ratio) => ratio < 1),
    },
    {
      text: 'peak memory of that under 400 MB',
      ...memoryOf(imported, 400e6),
    },
    { text: 'nothing changed: nothing is written, in any size', ...nothingWritten(rows) },
    { text: 'time of a project constant within 20 % from 100 to 5,000 projects', ...linear(rows) },
    { text: 'time of each further project constant within 20 % from 100 to 5,000', ...steps(rows) },
  ];
}

type Answer = Pick<Goal, 'measured' | 'met'>;

function compare(ours: Row | undefined, other: Row | undefined, isMet: (ratio: number) => boolean): Answer {
  if (ours === undefined || other === undefined) return notMeasured;
  const ratio = ours.seconds / other.seconds;
  const relation = ratio < 1 ? `${(1 / ratio).toFixed(1)} times faster` : `${ratio.toFixed(1)} times slower`;
  const measured = `${ours.seconds.toFixed(2)} s and ${other.seconds.toFixed(2)} s (${other.name}): ${relation}`;
  return { measured, met: isMet(ratio) };
}

function ofOwnJobs(own: Row | undefined, derived: Row | undefined): Answer {
  if (own?.memory === undefined || derived?.memory === undefined) return notMeasured;
  const ratios = [
    own.seconds / derived.seconds,
    own.cpuSeconds / derived.cpuSeconds,
    own.memory / derived.memory,
  ];
  const [time = '', cpu = '', memory = ''] = ratios.map((ratio) => ratio.toFixed(2));
  return {
    measured: `${time} times the seconds, ${cpu} times the CPU s, ${memory} times the memory`,
    met: ratios.every((ratio) => ratio <= 1.25),
  };
}

function memoryOf(row: Row | undefined, most: number): Answer {
  if (row?.memory === undefined) return notMeasured;
  return { measured: `${(row.memory / 1e6).toFixed(0)} MB`, met: row.memory < most };
}

function memories(
  [few, many]: readonly [Row | undefined, Row | undefined],
  isMet: (few: number, many: number) => boolean,
): Answer {
  if (few?.memory === undefined || many?.memory === undefined) return notMeasured;
  const megabytes = [few.memory, many.memory].map((bytes) => `${(bytes / 1e6).toFixed(0)} MB`);
  return { measured: megabytes.join(' and '), met: isMet(few.memory, many.memory) };
}

function nothingWritten(rows: readonly Row[]): Answer {
  const unchanged = rows.filter(({ name }) => name === 'compile, nothing changed');
  if (unchanged.length === 0) return notMeasured;
  const changes = unchanged.reduce(
    (sum, { written }) => sum + (written?.files ?? 0) + (written?.others ?? 0),
    0,
  );
  return { measured: `${changes} files and folders changed`, met: changes === 0 };
}

function linear(rows: readonly Row[]): Answer {
  const perProject = rows
    .filter(({ name, size }) => name === 'compile, cold' && size >= 100 && size <= 5000)
    .map(({ seconds, size }) => ({ size, milliseconds: (seconds * 1000) / size }));
  if (!perProject.some(({ size }) => size === 100) || !perProject.some(({ size }) => size === 5000)) {
    return notMeasured;
  }
  const times = perProject.map(({ milliseconds }) => milliseconds);
  const measured = perProject
    .map(({ size, milliseconds }) => `${milliseconds.toFixed(2)} ms of ${size}`)
    .join(', ');
  return { measured, met: Math.max(...times) <= Math.min(...times) * 1.2 };
}

/** What a project costs beyond what starting and warming up cost once: the difference between two sizes. */
function steps(rows: readonly Row[]): Answer {
  const cold = [100, 1080, 5000].map((size) =>
    rows.find((row) => row.name === 'compile, cold' && row.size === size),
  );
  const costs = cold.slice(1).flatMap((row, index) => {
    const before = cold[index];
    if (row === undefined || before === undefined) return [];
    const milliseconds = ((row.seconds - before.seconds) * 1000) / (row.size - before.size);
    return [{ milliseconds, text: `${milliseconds.toFixed(2)} ms from ${before.size} to ${row.size}` }];
  });
  if (costs.length < 2) return notMeasured;
  const times = costs.map(({ milliseconds }) => milliseconds);
  return {
    measured: costs.map(({ text }) => text).join(', '),
    met: Math.max(...times) <= Math.min(...times) * 1.2,
  };
}
