import type { Volume } from '../../../schema/generated/located.ts';

/** What a volume mounts. */
export type VolumeKind = 'secret' | 'configmap' | 'claim';

/** Returns what a volume mounts: `secret` and `configmap` in any case, everything else is a kind of storage. */
export function volumeKind(volume: Volume): VolumeKind {
  const type = volume.type.value.toLowerCase();
  return type === 'secret' || type === 'configmap' ? type : 'claim';
}
