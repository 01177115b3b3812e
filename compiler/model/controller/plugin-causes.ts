import type { ResolvedPlugin } from '../../plugins/resolved-plugin.ts';
import { commonOrigin, type Origin } from '../../text/origin.ts';

type Plugins = readonly ResolvedPlugin<Origin>[];

/** What a plugin would not be there without, by its id; none for one that several things ask for on their own. */
type PluginCauses = ReadonlyMap<string, Origin>;

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
  const asked = new Map<string, (Origin | undefined)[]>();
  for (const root of plugins.filter((plugin) => plugin.root)) {
    const cause = commonOrigin(root.needs.map(({ origin, cause: decides = origin }) => decides));
    // A set is walked in insertion order and includes what is added meanwhile.
    const reached = new Set([root.id]);
    for (const id of reached) {
      asked.set(id, [...(asked.get(id) ?? []), cause]);
      for (const edge of byId.get(id)?.dependencies ?? []) if (edge.kind !== 'optional') reached.add(edge.id);
    }
  }
  const causes = new Map<string, Origin>();
  for (const [id, all] of asked) {
    const defined = all.flatMap((cause) => cause ?? []);
    const cause = defined.length < all.length ? undefined : commonOrigin(defined);
    if (cause !== undefined) causes.set(id, cause);
  }
  return causes;
}
