import type { PluginPlan } from '../../compiler/model/controller/plugin-plan.ts';
import type { ResolvedPlugin } from '../../compiler/plugins/resolved-plugin.ts';
import { fromSeveral, type Origin } from '../../compiler/text/origin.ts';

type Plugins = ReadonlyMap<string, ResolvedPlugin<Origin>>;

/** Each plugin looks for its root, once per file: a list would be searched some ten thousand times. */
const pluginsById = new WeakMap<PluginPlan, Plugins>();

/** Returns why a plugin is there: its pin and its needs, or those of the root that it is needed for. */
export function pluginOrigin(plugin: ResolvedPlugin<Origin>, plan: PluginPlan): Origin {
  const root = plugin.root ? plugin : (byId(plan).get(plugin.chain[0] ?? plugin.id) ?? plugin);
  const needs = root.needs.map((need) => need.origin);
  return fromSeveral(plugin.pin === undefined ? needs : [plugin.pin.origin, ...needs]);
}

function byId(plan: PluginPlan): Plugins {
  const known = pluginsById.get(plan);
  if (known !== undefined) return known;
  const plugins = new Map(plan.plugins.map((plugin) => [plugin.id, plugin]));
  pluginsById.set(plan, plugins);
  return plugins;
}
