import type { Catalogue, PluginDependency } from './catalogue.ts';
import type { DetachedPlugin } from './catalogue-data.ts';
import { compareVersions } from './compare-versions.ts';
import type { VersionNumber } from './version-number.ts';
import { parseVersion } from './version-number.ts';

const splits = new WeakMap<DetachedPlugin, VersionNumber>();

/**
 * Returns the dependencies that core adds to a plugin because it was made for a core which still held their code.
 * They are optional, but core loads those that are missing from jenkins.war.
 * Follows `jenkins.plugins.DetachedPluginsUtil.getImpliedDependencies` of core 2.568.2.
 */
export function impliedDependencies(
  id: string,
  requiredCore: string,
  catalogue: Catalogue,
): readonly PluginDependency[] {
  return detachedSince(requiredCore, catalogue)
    .filter((plugin) => plugin.id !== id && !catalogue.detachedCycles.has(`${id} ${plugin.id}`))
    .map((plugin) => ({ id: plugin.id, minimum: plugin.version, optional: true }));
}

const detachedOf = new WeakMap<Catalogue, Map<string, readonly DetachedPlugin[]>>();

/** Returns the plugins whose code a core still held. Many plugins are made for the same one. */
function detachedSince(requiredCore: string, catalogue: Catalogue): readonly DetachedPlugin[] {
  const byCore = detachedOf.get(catalogue) ?? new Map<string, readonly DetachedPlugin[]>();
  detachedOf.set(catalogue, byCore);
  const known = byCore.get(requiredCore);
  if (known !== undefined) return known;
  const core = parseVersion(requiredCore);
  const found = catalogue.detached.filter((plugin) => compareVersions(core, splitOf(plugin)) <= 0);
  byCore.set(requiredCore, found);
  return found;
}

/** The star covers the whole line: core takes `2.281.3` as no newer than `2.281.*`. */
function splitOf(plugin: DetachedPlugin): VersionNumber {
  const known = splits.get(plugin);
  if (known) return known;
  const split = parseVersion(`${plugin.lastCore}.*`);
  splits.set(plugin, split);
  return split;
}
