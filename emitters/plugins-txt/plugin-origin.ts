import type { PluginPlan } from '../../compiler/ir/controller/plugin-plan.ts';
import type { ResolvedPlugin } from '../../compiler/plugins/resolved-plugin.ts';
import { fromSeveral, type Origin } from '../../compiler/text/origin.ts';

/** Returns why a plugin is there: its pin and its needs, or those of the root that it is needed for. */
export function pluginOrigin(plugin: ResolvedPlugin<Origin>, { plugins }: PluginPlan): Origin {
  const root = plugin.root ? plugin : (plugins.find(({ id }) => id === plugin.chain[0]) ?? plugin);
  return fromSeveral([
    ...(plugin.pin === undefined ? [] : [plugin.pin.origin]),
    ...root.needs.map((need) => need.origin),
  ]);
}
