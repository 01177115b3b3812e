import type { Volume } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import { spanOf } from '../../text/origin.ts';
import { sourced } from '../../text/sourced.ts';
import type { Traceable } from '../../text/traced-text.ts';
import { groupBy } from '../../util/group-by.ts';
import { volumeKind } from './claims.ts';
import type { Scope } from './scope.ts';

/**
 * Returns the `volumes` of a pod: each name once, for the container and the init containers together (the operator
 * left out those of init containers, so their pods were refused).
 */
export function podVolumes(scope: Scope, mounted: readonly Volume[]): Traceable | undefined {
  if (mounted.length === 0) return undefined;
  const volumes: Traceable[] = [];
  for (const [, [first, ...others]] of groupBy(mounted, ({ name }) => name.value)) {
    if (first === undefined) continue;
    for (const other of others) {
      if (fingerprint(other) !== fingerprint(first)) reportConflict(scope, first, other);
    }
    volumes.push(sourced<Traceable>({ name: first.name, ...source(first) }, first.$.origin));
  }
  return volumes;
}

/** Returns the `volumeMounts` of one container, in the order of the spec. */
export function volumeMounts(volumes: readonly Volume[]): Traceable | undefined {
  if (volumes.length === 0) return undefined;
  return volumes.map((volume) =>
    sourced<Traceable>({ name: volume.name, mountPath: volume.path }, volume.$.origin),
  );
}

function source(volume: Volume): { readonly [key: string]: Traceable } {
  const ofType = (from: Traceable) => sourced<Traceable>(from, volume.type.origin);
  switch (volumeKind(volume)) {
    case 'secret':
      return { secret: ofType({ secretName: volume.name, items: items(volume) }) };
    case 'configmap':
      return { configMap: ofType({ name: volume.name, items: items(volume) }) };
    case 'claim':
      return { persistentVolumeClaim: ofType({ claimName: volume.name }) };
  }
}

function items(volume: Volume): Traceable | undefined {
  if (volume.items.length === 0) return undefined;
  return volume.items.map(({ key, path, mode }): Traceable => ({ key, path, mode }));
}

/** What must agree where one name is mounted twice in a pod. */
function fingerprint(volume: Volume): string {
  const picked = volume.items.map(({ key, path, mode }) => [key.value, path.value, mode?.value]);
  return JSON.stringify([volumeKind(volume), picked]);
}

function reportConflict(scope: Scope, first: Volume, other: Volume): void {
  const span = spanOf(first.$.origin);
  scope.report(
    diagnose('kubernetes/volume-conflict', { volume: other.name.value }, spanOf(other.$.origin), {
      labels: span === undefined ? [] : [{ span, text: 'first mounted here' }],
      help: 'give the second volume another name, or write the same `type` and `items`',
    }),
  );
}
