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

/** A move that is not done yet: what will be called `to` is called `at` before it. */
interface PendingMove {
  readonly at: string;
  readonly to: string;
}

/**
 * Returns how far the steps of a plan are, all of them before any is done. Names of steps are those after the moves: as long as
 * a move is not done, what is moved stands under its old name.
 */
export async function checkSteps(reader: StateReader, steps: readonly PlanStep[]): Promise<CheckedSteps> {
  const pending: PendingMove[] = [];
  const here: StateReader = {
    ...reader,
    read: async (kind, name) => {
      const now = kind === 'view' ? viewName(pending, name) : nameNow(pending, name);
      return now === undefined ? { ok: true, value: undefined } : reader.read(kind, now);
    },
  };
  const states = new Map<PlanStep, StepState>();
  for (const step of steps) {
    if (step.action !== 'move') continue;
    const asked = await stepState(here, step);
    if (!asked.ok) return { kind: 'failed', failure: asked.failure };
    const state = asked.value;
    states.set(step, state);
    if (state.kind === 'todo') pending.push({ at: step.from, to: step.name });
    else if (state.kind === 'begun') pending.push({ at: state.at, to: step.name });
  }
  const others = steps.filter(({ action }) => action !== 'move');
  for await (const { step, asked } of inOrder(others, AHEAD, async (each) => ({
    step: each,
    asked: await stepState(here, each),
  }))) {
    if (!asked.ok) return { kind: 'failed', failure: asked.failure };
    states.set(step, asked.value);
  }
  return { kind: 'states', states: steps.flatMap((step) => states.get(step) ?? []) };
}

function viewName(pending: readonly PendingMove[], name: string): string | undefined {
  const at = name.lastIndexOf('/');
  if (at === -1) return name;
  const folder = nameNow(pending, name.slice(0, at));
  return folder === undefined ? undefined : `${folder}${name.slice(at)}`;
}

/** Returns where something stands that has a name after all moves; undefined for a name that a move makes free. */
function nameNow(pending: readonly PendingMove[], name: string): string | undefined {
  let now = name;
  for (const { at, to } of [...pending].reverse()) {
    const inside = rest(now, to);
    if (inside !== undefined) now = `${at}${inside}`;
    else if (rest(now, at) !== undefined) return undefined;
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
