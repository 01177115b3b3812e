import type { Environment, Volume } from '../../schema/generated/located.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { spanOf } from '../text/span-of.ts';

/**
 * Returns a finding for every config-map volume that no gist of its environment fills. An environment without any
 * gist is left alone: its ConfigMaps are made elsewhere.
 */
export function linkGists(environment: Environment): Diagnostic[] {
  const gists = environment.gists;
  if (gists.length === 0 || gists.some((gist) => gist.name === undefined)) return [];
  const names = new Set(gists.map((gist) => gist.name?.value));
  return volumesOf(environment)
    .filter((volume) => volume.type.value.toLowerCase() === 'configmap' && !names.has(volume.name.value))
    .map((volume) =>
      diagnose('link/unknown-gist', { volume: volume.name.value }, spanOf(volume.name.origin), {
        help: 'add a gist with this name to the environment, or correct the name',
      }),
    );
}

function volumesOf(environment: Environment): Volume[] {
  return environment.services.flatMap((service) => [
    ...service.volumes,
    ...service.init_containers.flatMap((container) => container.volumes),
  ]);
}
