import { neededIds } from '../../plugins/needed-ids.ts';
import type { ResolvedPlugin } from '../../plugins/resolved-plugin.ts';
import { commonOrigin, type Origin } from '../../text/origin.ts';

type Plugins = readonly ResolvedPlugin<Origin>[];

/** What a plugin would not be there without, by its id; none for one that several things ask for on their own. */
export type PluginCauses = ReadonlyMap<string, Origin>;

const known = new WeakMap<Plugins, PluginCauses>();

/**
 * Returns what decides alone on each plugin of a plan: what all needs that lead to it have in common, be it asked for
 * or a dependency. Versions that are fixed are no part of it: they install nothing.
 */
export function pluginCauses(plugins: Plugins): PluginCauses {
  const found = known.get(plugins) ?? findCauses(plugins);
  known.set(plugins, found);
  return found;
}

function findCauses(plugins: Plugins): PluginCauses {
  const byId = new Map(plugins.map((plugin) => [plugin.id, plugin]));
  /** What the roots that lead to a plugin have in common so far; null for nothing. */
  const shared = new Map<string, Origin | null>();
  for (const root of plugins) {
    if (!root.root) continue;
    const cause = commonOrigin(root.needs.map(({ origin, cause: decides = origin }) => decides)) ?? null;
    const narrowed = new Map<Origin, Origin | null>();
    // A set is walked in insertion order and includes what is added meanwhile.
    const reached = new Set([root.id]);
    for (const id of reached) {
      const before = shared.get(id);
      // What is below a plugin that nothing decides on alone was reached by the same roots: the same holds there.
      if (before === null) continue;
      shared.set(id, before === undefined ? cause : inCommon(before, cause, narrowed));
      const plugin = byId.get(id);
      if (plugin !== undefined) for (const needed of neededIds(plugin.dependencies)) reached.add(needed);
    }
  }
  const causes = new Map<string, Origin>();
  for (const [id, cause] of shared) if (cause !== null) causes.set(id, cause);
  return causes;
}

/** Most plugins that a root leads to had the same cause before. */
function inCommon(before: Origin, cause: Origin | null, known: Map<Origin, Origin | null>): Origin | null {
  const found = known.get(before);
  if (found !== undefined) return found;
  const common = cause === null ? null : (commonOrigin([before, cause]) ?? null);
  known.set(before, common);
  return common;
}
