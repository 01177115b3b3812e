import type { Goal } from '../goals.ts';
import { others, rowName } from './against-rows.ts';
import type { Build } from './build-commit.ts';
import type { PairedRow } from './paired.ts';

/** Returns what is to be reached in comparison with an earlier build, and what was measured. */
export function targets(rows: readonly PairedRow[], before: Build, now: Build): readonly Goal[] {
  const find = (size: number, name: string) => rows.find((row) => row.size === size && row.name === name);
  const ours = (size: number, task: Parameters<typeof rowName>[0]) => find(size, rowName(task, now));
  const theirs = (size: number, task: Parameters<typeof rowName>[0]) => find(size, rowName(task, before));
  const cpu = (row: PairedRow | undefined) => row?.cpuSeconds;
  const wall = (row: PairedRow | undefined) => row?.seconds;
  const further = (row: typeof ours, from = 1, to = 1080) => {
    const [few, many] = [cpu(row(from, 'compile, cold')), cpu(row(to, 'compile, cold'))];
    return few === undefined || many === undefined ? undefined : (many - few) / (to - from);
  };
  return [
    target(
      'CPU of `check` of one project, beside `node -e 0`',
      2.4,
      cpu(ours(1, 'check')),
      cpu(find(1, others.node)),
    ),
    target('the same, beside the other build', 0.5, cpu(ours(1, 'check')), cpu(theirs(1, 'check'))),
    target(
      'CPU of `compile` of one project, beside the other build',
      0.55,
      cpu(ours(1, 'compile, cold')),
      cpu(theirs(1, 'compile, cold')),
    ),
    target(
      'CPU of each further project up to 1,080, beside the other build',
      0.5,
      further(ours),
      further(theirs),
    ),
    target(
      '1,080 projects, all artifacts, beside `cp -r` of them',
      3,
      wall(ours(1080, 'compile, cold')),
      wall(find(1080, others.copy)),
    ),
    target(
      'the same, beside Job Builder from templates',
      0.4,
      wall(ours(1080, 'compile, cold')),
      wall(find(1080, others.jobBuilder)),
    ),
    target(
      'the same into one archive, beside `cp -r` of the files',
      3,
      wall(find(1080, others.archive)),
      wall(find(1080, others.copy)),
    ),
    target(
      'config.xml of 1,080 projects, beside Job Builder from templates',
      0.2,
      wall(ours(1080, 'compile --emit config-xml')),
      wall(find(1080, others.jobBuilder)),
    ),
    target(
      'peak memory of 1,080 projects, beside the other build',
      1,
      ours(1080, 'compile, cold')?.memory,
      theirs(1080, 'compile, cold')?.memory,
    ),
    target(
      'the same, of 5,000 beside 1,080',
      1.1,
      ours(5000, 'compile, cold')?.memory,
      ours(1080, 'compile, cold')?.memory,
    ),
    target(
      'CPU of each further project from 1,080 to 5,000, beside one from 100 to 1,080',
      1.1,
      further(ours, 1080, 5000),
      further(ours, 100, 1080),
    ),
    target(
      'nothing changed in 1,080 projects, beside the other build',
      0.5,
      wall(ours(1080, 'compile, nothing changed')),
      wall(theirs(1080, 'compile, nothing changed')),
    ),
    target(
      'one project of 1,080 changed, beside nothing changed',
      1.5,
      wall(ours(1080, 'compile, one project changed')),
      wall(ours(1080, 'compile, nothing changed')),
    ),
    target(
      'one project of 1,080 changed, beside the other build',
      0.5,
      wall(ours(1080, 'compile, one project changed')),
      wall(theirs(1080, 'compile, one project changed')),
    ),
  ];
}

function target(text: string, most: number, one: number | undefined, other: number | undefined): Goal {
  const wanted = `${text}: at most ${most} times`;
  if (one === undefined || other === undefined || other === 0)
    return { text: wanted, measured: 'not measured', met: undefined };
  const ratio = one / other;
  return { text: wanted, measured: `${ratio.toFixed(2)} times`, met: ratio <= most };
}
