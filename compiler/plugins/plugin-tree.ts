import { compareText } from '../util/compare-text.ts';
import type { PluginEdge, ResolvedPlugin } from './resolved-plugin.ts';

/** A plugin with what it needs, to be printed as a tree. */
export interface PluginTreeNode {
  readonly id: string;
  readonly version: string;
  /** How the plugin above needs it; undefined for a root. */
  readonly edge: PluginEdge | undefined;
  /** Whether its dependencies are shown at another place of the tree and left out here. */
  readonly repeated: boolean;
  readonly children: readonly PluginTreeNode[];
}

/**
 * Returns one tree per root, in the order of `plugins`. Each plugin is spelt out once: a root as a tree of its own,
 * any other where it first comes. Optional dependencies are left out; they install nothing.
 */
export function pluginTree(plugins: readonly ResolvedPlugin<unknown>[]): readonly PluginTreeNode[] {
  const byId = new Map(plugins.map((plugin) => [plugin.id, plugin]));
  const shown = new Set<string>();
  const grow = (plugin: ResolvedPlugin<unknown>, edge: PluginEdge | undefined): PluginTreeNode => {
    const { id, version } = plugin;
    const needed = plugin.dependencies.filter((dependency) => dependency.kind !== 'optional');
    const repeated = needed.length > 0 && edge !== undefined && (plugin.root || shown.has(id));
    shown.add(id);
    const children = (repeated ? [] : needed).flatMap((dependency) => {
      const child = byId.get(dependency.id);
      return child ? [grow(child, dependency)] : [];
    });
    return { id, version, edge, repeated, children };
  };
  return plugins.filter((plugin) => plugin.root).map((root) => grow(root, undefined));
}

/** One reason for a plugin: a root, and the shortest way from it. */
interface PluginReason<O> {
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
