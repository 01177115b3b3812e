import type { Kubectl } from '../../host/kubectl.ts';
import { type ClusterObject, idOf, keyOf } from './cluster-objects.ts';
import { endsAll, failuresOf, type KubectlFailure, warningsOf } from './kubectl-failure.ts';
import { type DataRecord, parseObject } from './object-data.ts';
import { isAbout, manifestsOf } from './read-objects.ts';
import { unifiedPairs } from './unified-pairs.ts';

/** An object as it is and as it would be; `live` is absent where it is not there. */
export interface ObjectPair {
  readonly live: DataRecord | undefined;
  readonly merged: DataRecord;
}

/** What applying would change. An object that is in neither map would stay as it is. */
export interface ServerDiff {
  /** By `keyOf`. */
  readonly pairs: ReadonlyMap<string, ObjectPair>;
  /** What the server did not try, or refuses. */
  readonly failed: ReadonlyMap<ClusterObject, KubectlFailure>;
  readonly warnings: readonly string[];
  /** Set when nothing more can be asked. */
  readonly end?: KubectlFailure;
}

/**
 * Asks the server what applying some objects would change, with `kubectl diff --server-side`. It ends at the first object
 * that fails, so it is run again without that one; where its message does not say which one it is, with each half.
 * Conflicts with other field managers are no failure.
 */
export function serverDiff(kubectl: Kubectl, objects: readonly ClusterObject[], manager: string): ServerDiff {
  const pairs = new Map<string, ObjectPair>();
  const failed = new Map<ClusterObject, KubectlFailure>();
  const warnings = new Set<string>();
  const waiting: (readonly ClusterObject[])[] = [objects];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    // What one message says of a kind and a namespace holds for all their objects.
    const known = [...failed.values()].filter(({ kind }) => kind !== 'refused' && kind !== 'other');
    const left = part.filter((object) => {
      const why = known.find((failure) => isAbout(failure, object.id));
      if (why !== undefined) failed.set(object, why);
      return why === undefined;
    });
    if (left.length === 0) continue;
    const ran = kubectl.run(
      ['diff', '--filename=-', '--server-side', '--force-conflicts', `--field-manager=${manager}`],
      manifestsOf(left),
    );
    for (const warning of warningsOf(ran)) warnings.add(warning);
    if (ran.started && ran.code <= 1) {
      // A run that was cut off ends with 1, too, but then there is no difference to read.
      if (addPairs(ran.stdout, pairs) && (ran.code === 0) === (ran.stdout.trim() === '')) continue;
      for (const object of left) failed.set(object, UNREADABLE);
      continue;
    }
    const [failure] = failuresOf(ran);
    if (endsAll(failure)) return { pairs, failed, warnings: [...warnings], end: failure };
    const at = left.length === 1 ? 0 : placeOf(failure, left);
    const object = left[at];
    if (object === undefined) {
      const middle = left.length >> 1;
      waiting.push(left.slice(middle), left.slice(0, middle));
      continue;
    }
    failed.set(object, failure);
    waiting.push(left.filter((_, index) => index !== at));
  }
  return { pairs, failed, warnings: [...warnings] };
}

const UNREADABLE: KubectlFailure = {
  kind: 'other',
  reason: '`kubectl diff` gave something else than a unified diff of whole objects',
};

/** Returns false for what is no diff of objects. */
function addPairs(text: string, pairs: Map<string, ObjectPair>): boolean {
  const found = unifiedPairs(text);
  if (found === undefined) return false;
  for (const { before, after } of found) {
    const merged = after === undefined ? undefined : parseObject(after);
    const live = before === undefined ? undefined : parseObject(before);
    const id = merged && idOf(merged);
    if (merged === undefined || id === undefined || (before !== undefined && live === undefined))
      return false;
    pairs.set(keyOf(id), { live, merged });
  }
  return true;
}

/** Returns the index of the only object that a message can mean, or -1. */
function placeOf(failure: KubectlFailure, objects: readonly ClusterObject[]): number {
  const named = objects.flatMap(({ id }, index) => {
    const isNamed =
      failure.kind === 'refused' && failure.of !== undefined
        ? failure.of.kind === id.kind && failure.of.name === id.name
        : isAbout(failure, id);
    return isNamed ? [index] : [];
  });
  const [first = -1] = named;
  // Of a kind and namespace any one will do: the others follow.
  return named.length === 1 || failure.kind !== 'refused' ? first : -1;
}
