import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { ServerFailure } from '../../jenkins-server/server-failure.ts';
import { inOrder } from '../../util/in-order.ts';
import type { PlanStep } from '../live-plan.ts';
import { changed } from './run-step.ts';
import { LOCK_JOB } from './server-lock.ts';
import { type StateReader, type StepState, stepState } from './step-state.ts';

/** How far the steps of a plan are, or why the server does not say so. */
export type CheckedSteps =
  | { readonly kind: 'states'; readonly states: readonly StepState[] }
  | { readonly kind: 'failed'; readonly failure: ServerFailure };

/** How many steps are looked at ahead. */
const AHEAD = 16;

/**
 * Returns how far the steps of a plan are, all of them before any is done. A step names things as they are called when its
 * turn comes: as long as an earlier move is not done they stand under an older name, and after a later one that was done under
 * a newer one.
 */
export async function checkSteps(reader: StateReader, steps: readonly PlanStep[]): Promise<CheckedSteps> {
  const moves = steps.flatMap((step, index) => (step.action === 'move' ? [{ step, index }] : []));
  const states = new Map<PlanStep, StepState>();
  const look = async (step: PlanStep, index: number): Promise<ServerFailure | undefined> => {
    const asked = await stepState(readerAt(reader, steps, states, index), step);
    if (!asked.ok) return asked.failure;
    states.set(step, asked.value);
    return undefined;
  };
  // What looks as if it were gone, or half moved, may have moved on with a later step: those are known in the second round.
  for (const isFirst of [true, false])
    for (const { step, index } of moves) {
      const known = states.get(step)?.kind;
      if (!isFirst && known !== 'changed' && known !== 'begun') continue;
      const failure = await look(step, index);
      if (failure !== undefined) return { kind: 'failed', failure };
    }
  const others = steps.flatMap((step, index) => (step.action === 'move' ? [] : [{ step, index }]));
  for await (const failure of inOrder(others, AHEAD, ({ step, index }) => look(step, index)))
    if (failure !== undefined) return { kind: 'failed', failure };
  return { kind: 'states', states: steps.flatMap((step) => states.get(step) ?? []) };
}

/** Returns how to read a server for the step of a place in the plan, as far as the states of the moves are known. */
function readerAt(
  reader: StateReader,
  steps: readonly PlanStep[],
  states: ReadonlyMap<PlanStep, StepState>,
  index: number,
): StateReader {
  const pending: NameChange[] = [];
  const over: NameChange[] = [];
  for (const [at, step] of steps.entries()) {
    const state = states.get(step);
    if (step.action !== 'move' || state === undefined || at === index) continue;
    const { from, name: to } = step;
    const half = state.kind === 'begun' ? state.at : undefined;
    if (at < index && (state.kind === 'todo' || half !== undefined)) pending.push({ from: half ?? from, to });
    if (at > index && (state.kind === 'done' || half !== undefined)) over.push({ from, to: half ?? to });
  }
  if (pending.length === 0 && over.length === 0) return withFreed(reader, steps.slice(0, index));
  return withFreed(
    {
      ...reader,
      read: async (kind, name) => {
        const now = nowOf(kind, name, (each) => movedOn(over, movedBack(pending, each)));
        return now === undefined ? { ok: true, value: undefined } : reader.read(kind, now);
      },
    },
    steps.slice(0, index),
  );
}

/** A move may go to a name that an earlier step takes away. */
function withFreed(reader: StateReader, earlier: readonly PlanStep[]): StateReader {
  return {
    ...reader,
    isFreed: ({ kind, name }) =>
      earlier.some((step) => step.action === 'delete' && step.kind === kind && step.name === name),
  };
}

interface NameChange {
  readonly from: string;
  readonly to: string;
}

/** A view is called as it is, in a folder that may be called otherwise. */
function nowOf(
  kind: PlanStep['kind'],
  name: string,
  now: (name: string) => string | undefined,
): string | undefined {
  if (kind !== 'view') return now(name);
  const at = name.lastIndexOf('/');
  if (at === -1) return name;
  const folder = now(name.slice(0, at));
  return folder === undefined ? undefined : `${folder}${name.slice(at)}`;
}

/** Returns what a name was before moves; undefined for one that a move makes free. */
function movedBack(moves: readonly NameChange[], name: string): string | undefined {
  let now = name;
  for (const { from, to } of [...moves].reverse()) {
    const inside = rest(now, to);
    if (inside !== undefined) now = `${from}${inside}`;
    else if (rest(now, from) !== undefined) return undefined;
  }
  return now;
}

/** Returns what a name became by moves; undefined for one that a move took, so that it had been free. */
function movedOn(moves: readonly NameChange[], name: string | undefined): string | undefined {
  let now = name;
  for (const { from, to } of moves) {
    if (now === undefined) return undefined;
    const inside = rest(now, from);
    if (inside !== undefined) now = `${to}${inside}`;
    else if (rest(now, to) !== undefined) return undefined;
  }
  return now;
}

function rest(name: string, folder: string): string | undefined {
  return name === folder || name.startsWith(`${folder}/`) ? name.slice(folder.length) : undefined;
}

/** Returns what no plan may ask for: names that Jenkins would change or refuse, and what it cannot do. */
export function planProblems(steps: readonly PlanStep[]): readonly Diagnostic[] {
  return steps.flatMap((step) => {
    const { kind, name } = step;
    const problem = nameProblem(step);
    return problem === undefined
      ? []
      : [
          diagnose('live/name', { kind, name, problem }, undefined, {
            help: 'make a new plan, and change no name in it',
          }),
        ];
  });
}

function nameProblem({ action, kind, name }: PlanStep): string | undefined {
  if (action === 'move' && kind === 'view') return 'Jenkins cannot rename a view';
  if (kind !== 'view' && name === LOCK_JOB) return 'it is the lock of bitesize';
  if (action !== 'create' && action !== 'move' && action !== 'replace') return undefined;
  const parts = name.split('/');
  if (parts.some((part) => part.trim() !== part)) return 'Jenkins cuts blanks at the ends of a name';
  return parts.some((part) => part.endsWith('.') || /[%;:?*&#<>|@!$^[\]]/.test(part))
    ? 'Jenkins refuses such a name'
    : undefined;
}

/** Returns what to tell about steps whose items somebody has changed. */
export function changedFindings(
  steps: readonly PlanStep[],
  states: readonly StepState[],
): readonly Diagnostic[] {
  return steps.flatMap((step, index) => {
    const state = states[index];
    return state?.kind === 'changed' ? [changed(step, state.problem)] : [];
  });
}
