import type { PlanStep } from '../live-plan.ts';

/** What a step that ran ended with: whether those that need it may begin. */
export type Ran = 'fine' | 'failed' | 'ended';

/** Steps that were not begun, and why. */
export interface NotBegun {
  readonly needing: number;
  readonly removals: number;
  readonly stopped: number;
}

/** How many steps run at once; the client lets as many requests out as it may. */
const AT_ONCE = 8;

/**
 * Runs the steps of a plan: those of one part of it at once, part after part, and of those that are about one item or about
 * something and its folder the earlier one first. After a failure what needs the step is not begun, and nothing is taken away
 * any more; after `ended`, or when `isStopping` says so, nothing at all.
 */
export async function runSteps(
  steps: readonly PlanStep[],
  isStopping: () => boolean,
  run: (step: PlanStep, number: number) => Promise<Ran>,
): Promise<NotBegun> {
  const failed: PlanStep[] = [];
  const counts = { needing: 0, removals: 0, stopped: 0 };
  let hasEnded = false;
  const runOne = async (step: PlanStep, number: number): Promise<void> => {
    if (hasEnded || isStopping()) counts.stopped++;
    else if (failed.some((other) => areRelated(other, step))) {
      counts.needing++;
      failed.push(step);
    } else if (failed.length > 0 && takesAway(step)) counts.removals++;
    else {
      const ran = await run(step, number);
      if (ran !== 'fine') failed.push(step);
      if (ran === 'ended') hasEnded = true;
    }
  };
  let number = 0;
  for (const part of partsOf(steps)) {
    const first = number;
    number += part.length;
    await runPart(part, (step, index) => runOne(step, first + index));
  }
  return counts;
}

function takesAway({ action }: PlanStep): boolean {
  return action === 'delete' || action === 'disable' || action === 'replace';
}

/** Runs the steps of a part, each after the earlier ones that it is related to. */
async function runPart(
  part: readonly PlanStep[],
  run: (step: PlanStep, index: number) => Promise<void>,
): Promise<void> {
  const byName = new Map<string, Promise<void>>();
  const below = new Map<string, Promise<void>[]>();
  const running = new Set<Promise<void>>();
  for (const [index, step] of part.entries()) {
    const names = namesOf(step);
    const earlier = names.flatMap((name) => [
      ...foldersAndSelf(name).flatMap((each) => byName.get(each) ?? []),
      ...(below.get(name) ?? []),
    ]);
    while (running.size >= AT_ONCE) await Promise.race(running);
    const mine: Promise<void> = Promise.all(earlier)
      .then(() => run(step, index))
      .finally(() => running.delete(mine));
    running.add(mine);
    for (const name of names) {
      byName.set(name, mine);
      for (const folder of foldersAndSelf(name).slice(1))
        below.set(folder, [...(below.get(folder) ?? []), mine]);
    }
  }
  await Promise.all(running);
}

function namesOf(step: PlanStep): readonly string[] {
  // A view may be called like a job, and is in its folder all the same.
  if (step.kind === 'view') return [`${step.name}//view`];
  return step.action === 'move' ? [step.name, step.from] : [step.name];
}

/** Returns a name and those of its folders, the innermost first. */
function foldersAndSelf(name: string): readonly string[] {
  const parts = name.split('/');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('/'));
}

function areRelated(a: PlanStep, b: PlanStep): boolean {
  return namesOf(a).some((one) =>
    namesOf(b).some((other) => one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`)),
  );
}

/** What a plan does one after the other: folders, moves, jobs, views, and what goes. */
function partOf({ kind, action }: PlanStep): string {
  if (action === 'delete' || action === 'disable') return action;
  if (kind === 'view') return 'view';
  if (kind === 'folder' && action !== 'update') return 'folder';
  return action === 'move' ? 'move' : 'job';
}

function partsOf(steps: readonly PlanStep[]): readonly (readonly PlanStep[])[] {
  const parts: PlanStep[][] = [];
  let last = '';
  for (const step of steps) {
    const part = partOf(step);
    if (part !== last) parts.push([]);
    parts.at(-1)?.push(step);
    last = part;
  }
  return parts;
}
