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
