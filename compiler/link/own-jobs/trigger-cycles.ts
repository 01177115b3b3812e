import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { spanOf } from '../../text/origin.ts';
import type { Sourced } from '../../text/sourced.ts';
import { groupBy } from '../../util/group-by.ts';

/** A job that starts another one, and the text that says so. */
export interface Start {
  readonly from: string;
  readonly to: string;
  readonly at: Sourced<string>;
}

/** Returns a finding for each circle of jobs that start one another; a start belongs to one circle at most. */
export function triggerCycles(starts: readonly Start[]): readonly Diagnostic[] {
  const byJob = groupBy(starts, ({ from }) => from);
  // Where a job stands in the path, or that it was left.
  const state = new Map<string, number | 'done'>();
  const found: Diagnostic[] = [];
  for (const first of byJob.keys()) {
    if (state.has(first)) continue;
    // A path of jobs, each with the starts that were not followed yet.
    const path = [{ job: first, starts: byJob.get(first) ?? [], next: 0 }];
    state.set(first, 0);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const start = top.starts[top.next++];
      const known = start && state.get(start.to);
      if (start === undefined) {
        state.set(top.job, 'done');
        path.pop();
      } else if (typeof known === 'number') {
        found.push(
          cycle(
            path.slice(known, known + MOST_NAMES).map(({ job }) => job),
            path.length - known,
            start,
          ),
        );
      } else if (known === undefined) {
        state.set(start.to, path.length);
        path.push({ job: start.to, starts: byJob.get(start.to) ?? [], next: 0 });
      }
    }
  }
  return found;
}

/** The jobs of a circle that a message names; there may be thousands, and as many circles. */
const MOST_NAMES = 10;

function cycle(first: readonly string[], length: number, { to, at }: Start): Diagnostic {
  const more = length > first.length ? [`${length - first.length} more`] : [];
  const jobs = [...first.map((job) => `\`${job}\``), ...more, `\`${to}\``];
  return diagnose('link/trigger-cycle', { jobs: jobs.join(' -> ') }, spanOf(at.origin), {
    help: 'remove one of these triggers, or say with `bitesize-ignore` why they stop',
  });
}
