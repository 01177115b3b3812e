import { compareText } from '../util/compare-text.ts';
import type { PluginGraph } from './plugin-graph.ts';

/**
 * Returns one shortest circle for each set of plugins that depend on each other, by its least id. Optional
 * dependencies count, as they do for `hudson.PluginManager`, which disables every plugin of a circle.
 */
export function findCycles({ nodes }: PluginGraph<unknown>): readonly (readonly string[])[] {
  const targets = new Map(
    [...nodes].map(([id, { release }]) => [
      id,
      release.edges.map((edge) => edge.id).filter((to) => nodes.has(to)),
    ]),
  );
  dropSettled(targets);
  const cycles: (readonly string[])[] = [];
  for (const id of [...targets.keys()].sort(compareText)) {
    const cycle = targets.has(id) ? shortestCycle(id, targets) : undefined;
    if (!cycle) continue;
    cycles.push(cycle);
    const mutual = [...reachable(id, targets)].filter((other) => reachable(other, targets).has(id));
    for (const other of mutual) targets.delete(other);
  }
  return cycles;
}

/** Removes plugins that depend on no plugin that is left, until none is: what stays is in a circle or leads to one. */
function dropSettled(targets: Map<string, readonly string[]>): void {
  let before: number;
  do {
    before = targets.size;
    for (const [id, to] of targets) if (!to.some((target) => targets.has(target))) targets.delete(id);
  } while (targets.size < before);
}

function shortestCycle(
  start: string,
  targets: ReadonlyMap<string, readonly string[]>,
): readonly string[] | undefined {
  const chains = new Map<string, readonly string[]>([[start, [start]]]);
  for (const [id, chain] of chains) {
    for (const target of targets.get(id) ?? []) {
      if (target === start) return chain;
      if (!chains.has(target)) chains.set(target, [...chain, target]);
    }
  }
  return undefined;
}

function reachable(start: string, targets: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const seen = new Set([start]);
  for (const id of seen)
    for (const target of targets.get(id) ?? []) if (targets.has(target)) seen.add(target);
  return seen;
}
