import type { Goal } from '../goals.ts';
import type { LiveRow } from './measure-asked.ts';

/** Returns the goals about a running Jenkins, and what the rows say about them. */
export function liveGoals(rows: readonly LiveRow[], folders: number): readonly Goal[] {
  const find = (name: string) => rows.find((row) => row.name === name);
  const [cold, again] = [find('plan, cold'), find('plan, nothing changed')];
  const update = find('Job Builder, update');
  return [
    {
      text: '`plan`, nothing changed: at least 10 times faster a job than `update` of Job Builder with an empty cache',
      ...faster(again, update),
    },
    { text: 'the same for a first `plan`, which compares every job', ...faster(cold, update) },
    {
      text: 'nothing changed: one listing a folder, one reading a job, no upload',
      ...requests(again, folders),
    },
  ];
}

type Answer = Pick<Goal, 'measured' | 'met'>;

function faster(ours: LiveRow | undefined, other: LiveRow | undefined): Answer {
  if (ours === undefined || other === undefined) return { measured: 'not measured', met: undefined };
  const [one, two] = [ours, other].map(({ seconds, jobs }) => (seconds * 1000) / jobs) as [number, number];
  const measured = `${one.toFixed(2)} ms and ${two.toFixed(2)} ms: ${(two / one).toFixed(1)} times faster`;
  return { measured, met: two >= one * 10 };
}

/** What is asked once for the whole server (who one is, the root, plugins, nodes, views) is no listing of a folder. */
const ONCE = 10;

function requests(row: LiveRow | undefined, folders: number): Answer {
  if (row === undefined) return { measured: 'not measured', met: undefined };
  const { lists, configs, writes, jobs } = row;
  return {
    measured: `${lists} lists for ${folders} folders, ${configs} configurations, ${writes} uploads`,
    met: lists <= folders + ONCE && configs <= folders + jobs + ONCE && writes === 0,
  };
}
