import { compareText } from '../util/compare-text.ts';
import type { PluginEdge, ResolvedPlugin } from './resolved-plugin.ts';

/** One reason for a plugin: a root, and the shortest way from it. */
export interface PluginReason<O> {
  readonly root: ResolvedPlugin<O>;
  /** Dependencies to follow from the root; the last leads to the plugin. Empty when the plugin is the root. */
  readonly steps: readonly PluginEdge[];
}

/**
 * Returns why a plugin is installed: for each root that leads to it one shortest chain, the shortest first, then by
 * root. Optional dependencies are no reason. Empty when the plugin is not among `plugins`.
 */
export function whyPlugin<O>(plugins: readonly ResolvedPlugin<O>[], id: string): readonly PluginReason<O>[] {
  const byId = new Map(plugins.map((plugin) => [plugin.id, plugin]));
  if (!byId.has(id)) return [];
  // Walks from the plugin towards the roots; a map is walked in insertion order and includes what is added meanwhile.
  const stepsFrom = new Map<string, readonly PluginEdge[]>([[id, []]]);
  for (const [target, steps] of stepsFrom) {
    for (const { id: dependent, minimum, kind } of byId.get(target)?.neededBy ?? []) {
      if (!stepsFrom.has(dependent)) stepsFrom.set(dependent, [{ id: target, minimum, kind }, ...steps]);
    }
  }
  return [...stepsFrom]
    .flatMap(([from, steps]) => {
      const root = byId.get(from);
      return root?.root ? [{ root, steps }] : [];
    })
    .sort((a, b) => a.steps.length - b.steps.length || compareText(a.root.id, b.root.id));
}
