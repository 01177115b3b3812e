import { compareText } from '../util/compare-text.ts';
import type { Catalogue } from './catalogue.ts';
import { checkCore } from './check-core.ts';
import { checkMinimums } from './check-minimums.ts';
import { checkPins } from './check-pins.ts';
import { checkSecurity } from './check-security.ts';
import type { ChosenRelease } from './choose-release.ts';
import { chooseRelease } from './choose-release.ts';
import { isAtLeast } from './compare-versions.ts';
import { findCycles } from './find-cycles.ts';
import type { PluginGraph } from './plugin-graph.ts';
import { closePlugins } from './plugin-graph.ts';
import type { PluginNeed, PluginPin } from './plugin-need.ts';
import type { PluginResolution } from './plugin-resolution.ts';
import { cachedResolution } from './resolution-cache.ts';
import type { ResolvedPlugin } from './resolved-plugin.ts';

export interface ResolveOptions<O> {
  /** Core version of the controller. */
  readonly core: string;
  readonly pins: readonly PluginPin<O>[];
}

/**
 * Returns every plugin that the needs lead to, each in one version, and all that is wrong with the set.
 * Follows how core 2.568.2 loads plugins (`hudson.PluginManager`, `hudson.PluginWrapper.resolvePluginDependencies`,
 * `jenkins.plugins.DetachedPluginsUtil`): an optional dependency adds nothing but its minimum holds, one version of
 * each plugin serves everybody, and a detached plugin is loaded unasked, so it is listed too.
 */
export function resolvePlugins<O>(
  needs: readonly PluginNeed<O>[],
  catalogue: Catalogue,
  options: ResolveOptions<O>,
): PluginResolution<O> {
  const resolve = () => resolveAnew(needs, catalogue, options);
  return options.pins.length > 0 ? resolve() : cachedResolution(needs, catalogue, options.core, resolve);
}

function resolveAnew<O>(
  needs: readonly PluginNeed<O>[],
  catalogue: Catalogue,
  options: ResolveOptions<O>,
): PluginResolution<O> {
  const { core } = options;
  const pins = new Map(options.pins.map((pin) => [pin.id, pin]));
  const floors = new Map<string, string>();
  const choose = (id: string, floor = floors.get(id)): ChosenRelease | undefined =>
    chooseRelease(id, { floor, pin: pins.get(id) }, catalogue, core);
  let graph = closePlugins(needs, pins, choose);
  while (raiseFloors(graph, floors, choose)) graph = closePlugins(needs, pins, choose);
  return {
    plugins: listPlugins(graph),
    problems: [
      ...checkPins(graph, options.pins, catalogue),
      ...checkMinimums(graph, catalogue),
      ...checkCore(graph, catalogue, core),
      ...findCycles(graph).map((ids) => ({ kind: 'cycle', ids }) as const),
      ...checkSecurity(graph, catalogue, core),
    ],
  };
}

/**
 * Raises the floor of each plugin that is too old for somebody, if that leads to another release. Floors only rise and
 * releases are few, so repeating it ends.
 */
function raiseFloors(
  graph: PluginGraph<unknown>,
  floors: Map<string, string>,
  choose: (id: string, floor: string) => ChosenRelease | undefined,
): boolean {
  let raised = false;
  for (const [id, { release }] of graph.nodes) {
    for (const { minimum } of graph.demands.get(id) ?? []) {
      if (minimum === undefined || isAtLeast(release.version, minimum)) continue;
      const floor = floors.get(id);
      if (floor !== undefined && isAtLeast(floor, minimum)) continue;
      if (choose(id, minimum)?.version === release.version) continue;
      floors.set(id, minimum);
      raised = true;
    }
  }
  return raised;
}

function listPlugins<O>({ nodes, demands }: PluginGraph<O>): readonly ResolvedPlugin<O>[] {
  const plugins = [...nodes.values()].map(({ release, pin, needs, chain }): ResolvedPlugin<O> => {
    const { id, version, requiredCore, sha256, size, url, edges } = release;
    const neededBy = (demands.get(id) ?? []).flatMap((demand) =>
      demand.kind === 'plugin' && demand.edge !== 'optional'
        ? [{ id: demand.chain.at(-1) ?? '', minimum: demand.minimum, kind: demand.edge }]
        : [],
    );
    const dependencies = edges.filter((edge) => nodes.has(edge.id));
    const root = needs.length > 0;
    return { id, version, root, needs, chain, neededBy, dependencies, pin, requiredCore, sha256, size, url };
  });
  return plugins.sort((a, b) => Number(b.root) - Number(a.root) || compareText(a.id, b.id));
}
