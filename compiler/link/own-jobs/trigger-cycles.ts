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
  const state = new Map<string, 'open' | 'done'>();
  const found: Diagnostic[] = [];
  for (const first of byJob.keys()) {
    if (state.has(first)) continue;
    // A path of jobs, each with the starts that were not followed yet.
    const path = [{ job: first, left: [...(byJob.get(first) ?? [])] }];
    state.set(first, 'open');
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const start = top.left.shift();
      if (start === undefined) {
        state.set(top.job, 'done');
        path.pop();
      } else if (state.get(start.to) === 'open') {
        found.push(cycle([...path.map(({ job }) => job), start.to], start));
      } else if (!state.has(start.to)) {
        state.set(start.to, 'open');
        path.push({ job: start.to, left: [...(byJob.get(start.to) ?? [])] });
      }
    }
  }
  return found;
}

function cycle(path: readonly string[], { to, at }: Start): Diagnostic {
  const jobs = path.slice(path.indexOf(to)).map((job) => `\`${job}\``);
  return diagnose('link/trigger-cycle', { jobs: jobs.join(' -> ') }, spanOf(at.origin), {
    help: 'remove one of these triggers, or say with `bitesize-ignore` why they stop',
  });
}
