import type { Host } from '../../host/host.ts';
import type { JenkinsClient } from '../../jenkins-server/jenkins-client.ts';
import type { Asked } from '../../jenkins-server/server-failure.ts';
import type { LiveKind, PlanStep } from '../live-plan.ts';
import {
  folderOf,
  isAsSeen,
  isAsWanted,
  isDisabled,
  leafOf,
  readLive,
  withDisabled,
  withoutPlainSecrets,
} from './live-config.ts';
import { type NewName, withOldNames } from './old-names.ts';

/** How far a step is on the server. Nothing but the server knows: a run may have been killed at any moment. */
export type StepState =
  /** It is as the plan saw it; `live` is what is there, undefined where nothing is. */
  | { readonly kind: 'todo'; readonly live: string | undefined }
  /** A part of it was done; `live` is what stands there, under the name `at`. */
  | { readonly kind: 'begun'; readonly live: string | undefined; readonly at: string }
  /** It was done; `live` is what is there now. */
  | { readonly kind: 'done'; readonly live: string | undefined }
  /** Somebody has changed it. */
  | { readonly kind: 'changed'; readonly problem: string };

/** What is read of a server to know how far a step is. */
export interface StateReader {
  readonly sha256: Host['sha256'];
  readonly read: (kind: LiveKind, name: string) => Promise<Asked<string | undefined>>;
  /** Whether another step is about what has a name before or after its move, and so looks at what it says. */
  readonly isNamed: (kind: LiveKind, name: string) => boolean;
  /** What gets another name. */
  readonly moves: readonly NewName[];
  /** Whether an earlier step takes away what has the new name of a move. */
  readonly isFreed: (step: PlanStep) => boolean;
}

/** Returns how to read a server for the steps of a plan. */
export function stateReader(
  client: JenkinsClient,
  sha256: Host['sha256'],
  steps: readonly PlanStep[],
): StateReader {
  const named = new Set(
    steps.flatMap((step) => (step.action === 'move' ? [] : [`${step.kind} ${step.name}`])),
  );
  return {
    sha256,
    read: (kind, name) => readLive(client, kind, name),
    isNamed: (kind, name) => named.has(`${kind} ${name}`),
    moves: steps.flatMap((step) => (step.action === 'move' ? [step] : [])),
    isFreed: () => false,
  };
}

const GONE = 'it is not there any more';
const OTHER = 'it says something else';

/** Returns how far a step is. */
export async function stepState(reader: StateReader, step: PlanStep): Promise<Asked<StepState>> {
  if (step.action === 'move') return moveState(reader, step);
  const asked = await reader.read(step.kind, step.name);
  if (!asked.ok) return asked;
  return { ok: true, value: stateOf(reader, step, asked.value) };
}

/** Returns whether something is as the plan saw it, but for names that Jenkins itself changes along with a move. */
function isSeenAs(
  { sha256, moves }: StateReader,
  { kind, name }: Pick<PlanStep, 'kind' | 'name'>,
  xml: string,
  digest: string,
): boolean {
  if (isAsSeen(sha256, kind, xml, digest)) return true;
  const old = withOldNames(xml, name, moves);
  return old !== undefined && isAsSeen(sha256, kind, old, digest);
}

function stateOf(
  reader: StateReader,
  step: Exclude<PlanStep, { readonly action: 'move' }>,
  live: string | undefined,
): StepState {
  const isSeen = (xml: string) => 'before' in step && isSeenAs(reader, step, xml, step.before.digest);
  switch (step.action) {
    case 'create':
    case 'update':
    case 'replace': {
      if (live === undefined)
        return step.action === 'update' ? { kind: 'changed', problem: GONE } : { kind: 'todo', live };
      if (isAsWanted(live, step.after.xml)) return { kind: 'done', live };
      if (isSeen(live)) return { kind: 'todo', live };
      const first = step.action === 'update' ? undefined : withoutPlainSecrets(step.after.xml);
      if (first !== undefined && isAsWanted(live, first)) return { kind: 'begun', live, at: step.name };
      return { kind: 'changed', problem: step.action === 'create' ? 'it is there already' : OTHER };
    }
    case 'disable': {
      if (live === undefined) return { kind: 'changed', problem: GONE };
      if (isDisabled(live) && isSeen(withDisabled(live, false) ?? live)) return { kind: 'done', live };
      return isSeen(live) ? { kind: 'todo', live } : { kind: 'changed', problem: OTHER };
    }
    case 'delete':
      if (live === undefined) return { kind: 'done', live };
      return isSeen(live) ? { kind: 'todo', live } : { kind: 'changed', problem: OTHER };
  }
}

/** Returns the names that something may have between two requests of a move: another folder and another name take one each. */
export function halfMoved({
  from,
  name,
}: {
  readonly from: string;
  readonly name: string;
}): readonly string[] {
  if (folderOf(from) === folderOf(name) || leafOf(from) === leafOf(name)) return [];
  return [inFolder(folderOf(from), leafOf(name)), inFolder(folderOf(name), leafOf(from))];
}

/** Returns the full name of something in a folder; the empty folder is the root. */
export function inFolder(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

async function moveState(
  reader: StateReader,
  step: Extract<PlanStep, { readonly action: 'move' }>,
): Promise<Asked<StepState>> {
  const { kind, name, from, before } = step;
  const there = await reader.read(kind, name);
  if (!there.ok) return there;
  const old = await reader.read(kind, from);
  if (!old.ok) return old;
  const state = (value: StepState): Asked<StepState> => ({ ok: true, value });
  const isSeen = (xml: string) => isSeenAs(reader, step, xml, before.digest);
  if (old.value !== undefined) {
    if (there.value !== undefined && !reader.isFreed(step))
      return state({ kind: 'changed', problem: `\`${name}\` and \`${from}\` are both there` });
    return state(
      reader.isNamed(kind, from) || isSeen(old.value)
        ? { kind: 'todo', live: old.value }
        : { kind: 'changed', problem: OTHER },
    );
  }
  if (there.value !== undefined)
    return state(
      reader.isNamed(kind, name) || isSeen(there.value)
        ? { kind: 'done', live: there.value }
        : { kind: 'changed', problem: OTHER },
    );
  for (const at of halfMoved(step)) {
    const half = await reader.read(kind, at);
    if (!half.ok) return half;
    if (half.value !== undefined && isSeen(half.value)) return state({ kind: 'begun', live: half.value, at });
  }
  return state({ kind: 'changed', problem: GONE });
}
