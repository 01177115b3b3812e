import type { PluginEdge } from './resolved-plugin.ts';

/** By the list of dependencies, which projects with the same plugins share. */
const idsOf = new WeakMap<readonly PluginEdge[], readonly string[]>();

/** Returns the ids of the plugins without which one with these dependencies does not run. */
export function neededIds(dependencies: readonly PluginEdge[]): readonly string[] {
  const known = idsOf.get(dependencies);
  if (known !== undefined) return known;
  const ids = dependencies.filter(({ kind }) => kind !== 'optional').map(({ id }) => id);
  idsOf.set(dependencies, ids);
  return ids;
}
