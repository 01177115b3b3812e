import { compareText } from '../util/compare-text.ts';
import { groupBy } from '../util/group-by.ts';
import type { ChosenRelease } from './choose-release.ts';
import type { PluginDemand } from './plugin-problem.ts';
import type { PluginNeed, PluginPin } from './resolved-plugin.ts';

/** The plugins of one choice of versions, and who wants each of them. */
export interface PluginGraph<O> {
  /** By id, nearest to a root first. */
  readonly nodes: ReadonlyMap<string, PluginNode<O>>;
  /** Needs first, then plugins by id. Also for plugins that could not be found; optional ones count if installed. */
  readonly demands: ReadonlyMap<string, readonly PluginDemand<O>[]>;
}

/** A plugin that will be installed. */
export interface PluginNode<O> {
  readonly release: ChosenRelease;
  readonly pin: PluginPin<O> | undefined;
  readonly needs: readonly PluginNeed<O>[];
  /** Shortest chain from a root to it, both included. */
  readonly chain: readonly string[];
}

/**
 * Returns the closure of the needs under one choice of releases: all mandatory and implied dependencies.
 * The result depends on the set of needs only, not on their order, except for the order of `needs` of one plugin.
 */
export function closePlugins<O>(
  needs: readonly PluginNeed<O>[],
  pins: ReadonlyMap<string, PluginPin<O>>,
  choose: (id: string) => ChosenRelease | undefined,
): PluginGraph<O> {
  const needsOf = groupBy(needs, (need) => need.id);
  const nodes = new Map<string, PluginNode<O>>();
  const chains = new Map<string, readonly string[]>(
    [...needsOf.keys()].sort(compareText).map((id) => [id, [id]]),
  );
  // A map is walked in insertion order and includes what is added meanwhile: a breadth-first search.
  for (const [id, chain] of chains) {
    const release = choose(id);
    if (!release) continue;
    nodes.set(id, { release, pin: pins.get(id), needs: needsOf.get(id) ?? [], chain });
    for (const edge of release.edges) {
      if (edge.kind !== 'optional' && !chains.has(edge.id)) chains.set(edge.id, [...chain, edge.id]);
    }
  }
  return { nodes, demands: findDemands(needs, nodes) };
}

function findDemands<O>(
  needs: readonly PluginNeed<O>[],
  nodes: ReadonlyMap<string, PluginNode<O>>,
): ReadonlyMap<string, readonly PluginDemand<O>[]> {
  const demands = new Map<string, PluginDemand<O>[]>();
  const add = (id: string, demand: PluginDemand<O>): void => {
    const known = demands.get(id);
    if (known) known.push(demand);
    else demands.set(id, [demand]);
  };
  for (const need of needs) add(need.id, { kind: 'need', minimum: need.minimum, need });
  for (const id of [...nodes.keys()].sort(compareText)) {
    const node = nodes.get(id);
    for (const edge of node?.release.edges ?? []) {
      if (edge.kind === 'optional' && !nodes.has(edge.id)) continue;
      add(edge.id, { kind: 'plugin', minimum: edge.minimum, edge: edge.kind, chain: node?.chain ?? [] });
    }
  }
  return demands;
}
