import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { joinPath } from '../../host/path.ts';
import {
  endsAll,
  failureFindings,
  reasonOf,
  type ServerFailure,
} from '../../jenkins-server/server-failure.ts';
import type { LivePlan } from '../live-plan.ts';
import type { ApplyContext } from './apply-context.ts';
import { Backup } from './backup.ts';
import { changedFindings, checkSteps, planProblems } from './check-steps.ts';
import { backupFinding, type StepEnd, StepRunner } from './run-step.ts';
import { runSteps } from './schedule.ts';
import { takeLock } from './server-lock.ts';
import { type StateReader, type StepState, stateReader } from './step-state.ts';

/** How a plan is applied. */
export interface ApplyOptions {
  /** How long a lock that somebody else has is waited for, in milliseconds. */
  readonly lockTimeout: number;
  /** The folder of the backup, which is made; one of its own below `.bitesize/backups` when absent. */
  readonly backup?: string;
}

/** What came of a plan. */
export interface Applied {
  readonly done: number;
  /** Steps that an earlier run had done. */
  readonly skipped: number;
  readonly failed: number;
  readonly notBegun: number;
  /** The folder of the backup; undefined when nothing was sent. */
  readonly backup: string | undefined;
}

/** Where backups are when no folder is named. */
export const BACKUPS = '.bitesize/backups';

/**
 * Does what a plan says, or nothing when something has changed since it was made: each item has to be as the plan saw it, or as it
 * wants it to be, which a run that was killed leaves. Every step is looked at again right before its request, and read back
 * afterwards. Whatever went wrong was reported.
 */
export async function applyPlan(
  context: ApplyContext,
  plan: LivePlan,
  options: ApplyOptions,
): Promise<Applied> {
  const { client, report } = context;
  const { steps } = plan;
  const nothing: Applied = { done: 0, skipped: 0, failed: 0, notBegun: steps.length, backup: undefined };
  if (!isPossible(context, plan) || steps.length === 0) return nothing;
  const lock = await takeLock(context, options.lockTimeout);
  if (lock === undefined) return nothing;
  const reader = stateReader(client, context.host.sha256, steps);
  const states = await checkAll(context, reader, plan);
  const isAllDone = states?.every(({ kind }) => kind === 'done') === true;
  if (states === undefined || isAllDone) {
    await lock.release();
    if (isAllDone) for (const step of steps) context.onStep?.(step, 'skipped');
    return isAllDone ? { ...nothing, skipped: steps.length, notBegun: 0 } : nothing;
  }
  const time = new Date(client.serverTime() ?? 0).toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const folder = options.backup ?? freeFolder(context, joinPath(BACKUPS, time));
  const backup = Backup.create(context.host, folder, { url: plan.url, user: client.user, time });
  if (!backup.ok) {
    report(backupFinding(folder, backup.failure.reason));
    await lock.release();
    return nothing;
  }
  const runner = new StepRunner(context, reader, lock, backup.value);
  const counts = { done: 0, skipped: 0, failed: 0 };
  const notBegun = await runSteps(steps, context.isStopping, async (step, number) => {
    const isDone = states[number]?.kind === 'done';
    const end: StepEnd = isDone ? { kind: 'skipped' } : await runner.run(step, number);
    if (end.kind === 'failed') for (const finding of end.findings) report(finding);
    const result = end.kind === 'ended' ? 'failed' : end.kind;
    counts[result]++;
    context.onStep?.(step, result);
    return end.kind === 'ended' || end.kind === 'failed' ? end.kind : 'fine';
  });
  const left = notBegun.needing + notBegun.removals + notBegun.stopped;
  reportLeft(context, notBegun);
  await lock.release();
  return { ...counts, notBegun: left, backup: folder };
}

/**
 * Returns how far the steps of a plan are, without doing any; undefined when it cannot be applied, which was reported.
 */
export async function checkPlan(
  context: ApplyContext,
  plan: LivePlan,
): Promise<readonly StepState[] | undefined> {
  if (!isPossible(context, plan)) return undefined;
  return checkAll(context, stateReader(context.client, context.host.sha256, plan.steps), plan);
}

/** Whether a plan is for this server, and asks for nothing that Jenkins would do otherwise. */
function isPossible({ client, report }: ApplyContext, plan: LivePlan): boolean {
  if (plan.url !== client.address.url) {
    report(otherServer(plan.url, client.address.url));
    return false;
  }
  const problems = planProblems(plan.steps);
  for (const finding of problems) report(finding);
  return problems.length === 0;
}

async function checkAll(
  context: ApplyContext,
  reader: StateReader,
  { steps }: LivePlan,
): Promise<readonly StepState[] | undefined> {
  const checked = await checkSteps(reader, steps);
  if (checked.kind === 'failed') {
    reportFailure(context, checked.failure);
    return undefined;
  }
  const findings = changedFindings(steps, checked.states);
  for (const finding of findings) context.report(finding);
  return findings.length > 0 ? undefined : checked.states;
}

function otherServer(made: string, asked: string): Diagnostic {
  return diagnose('live/other-server', { made, asked }, undefined, {
    help: `pass \`--jenkins ${made}\` if that is the server you mean, or make a new plan`,
  });
}

function reportFailure({ client, report }: ApplyContext, failure: ServerFailure): void {
  if (endsAll(failure)) for (const finding of failureFindings(failure)) report(finding);
  else
    report(
      diagnose('server/bad-answer', { url: client.address.url, problem: reasonOf(failure) }, undefined, {
        help: 'nothing was changed; run it again',
      }),
    );
}

function reportLeft(
  { report }: ApplyContext,
  {
    needing,
    removals,
    stopped,
  }: { readonly needing: number; readonly removals: number; readonly stopped: number },
): void {
  const tell = (steps: number, reason: string) => {
    if (steps === 0) return;
    const verb = steps === 1 ? 'step was' : 'steps were';
    report(
      diagnose('live/not-begun', { steps: `${steps} ${verb}`, reason }, undefined, {
        help: 'run it again: what is done already is left alone',
      }),
    );
  };
  tell(needing, 'what they need failed');
  tell(removals, 'nothing is taken away after a failure');
  tell(stopped, 'the run was stopped');
}

/** Two runs may begin in one second. */
function freeFolder({ host }: ApplyContext, folder: string): string {
  for (let number = 1; ; number++) {
    const path = number === 1 ? folder : `${folder}-${number}`;
    if (!host.files.status(path).ok) return path;
  }
}
