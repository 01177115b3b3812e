import { compareText } from '../util/compare-text.ts';
import { groupBy } from '../util/group-by.ts';
import type { Catalogue } from './catalogue.ts';
import { type ChosenRelease, chooseRelease } from './choose-release.ts';
import { compareVersionTexts, isAtLeast } from './compare-versions.ts';
import { findCycles } from './find-cycles.ts';
import { closePlugins, type PluginGraph } from './plugin-graph.ts';
import type { PluginProblem, PluginResolution, SecurityProblem } from './plugin-problem.ts';
import { cachedResolution } from './resolution-cache.ts';
import type { PluginNeed, PluginPin, ResolvedPlugin } from './resolved-plugin.ts';
import { lastAffected } from './warning-pattern.ts';
import { warningsAbout } from './warnings-about.ts';

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
      ...checkPins(graph, options.pins, catalogue, core),
      ...checkMinimums(graph, catalogue, core),
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

/** Returns the plugins that the core is too old for, as one problem, and the warnings about the core itself. */
function checkCore<O>(
  { nodes }: PluginGraph<O>,
  catalogue: Catalogue,
  core: string,
): readonly PluginProblem<O>[] {
  const plugins = [...nodes.values()]
    .flatMap(({ release: { id, version, requiredCore }, chain, pin }) =>
      requiredCore === undefined || isAtLeast(core, requiredCore)
        ? []
        : [{ id, version, requiredCore, chain, pin }],
    )
    .sort((a, b) => compareVersionTexts(b.requiredCore, a.requiredCore) || compareText(a.id, b.id));
  const required = plugins[0]?.requiredCore;
  const warnings = warningsAbout(catalogue, 'core', core);
  return [
    ...(required === undefined ? [] : [{ kind: 'core-too-old', core, required, plugins } as const]),
    ...(warnings.length === 0 ? [] : [{ kind: 'core-warning', core, warnings } as const]),
  ];
}

/**
 * Returns the release to write in the place of another one: of those that are new enough, run on the core and have no
 * known weakness, the one that the catalogue prefers; else the oldest that is new enough.
 */
function offeredRelease(id: string, least: string, catalogue: Catalogue, core: string): string | undefined {
  const listed = (catalogue.releases.get(id) ?? []).find(
    ({ version, requiredCore }) =>
      (least === '' || isAtLeast(version, least)) &&
      isAtLeast(core, requiredCore) &&
      warningsAbout(catalogue, id, version).length === 0,
  )?.version;
  const isFine = least !== '' && warningsAbout(catalogue, id, least).length === 0;
  return listed ?? (isFine ? least : undefined);
}

/** Returns what is wrong with the pins themselves, by plugin id. Their versions are judged like any other. */
function checkPins<O>(
  { nodes }: PluginGraph<O>,
  pins: readonly PluginPin<O>[],
  catalogue: Catalogue,
  core: string,
): readonly PluginProblem<O>[] {
  const groups = [...groupBy(pins, (pin) => pin.id)].sort(([a], [b]) => compareText(a, b));
  return groups.flatMap(([id, same]): PluginProblem<O>[] => {
    const pin = same.at(-1);
    if (!pin) return [];
    const problems: PluginProblem<O>[] = [];
    if (same.some((other) => other.version !== pin.version))
      problems.push({ kind: 'conflicting-pins', id, pins: same });
    const node = nodes.get(id);
    if (!node) return [...problems, { kind: 'unused-pin', id, pin }];
    if (!node.release.listed) {
      const listed = (catalogue.releases.get(id) ?? []).map((release) => release.version);
      problems.push({
        kind: 'unlisted-release',
        id,
        pin,
        listed,
        offer: offeredRelease(id, '', catalogue, core),
      });
    }
    return problems;
  });
}

/** Returns the plugins whose chosen version has known weaknesses, by id, with the version that has none. */
function checkSecurity<O>(
  { nodes }: PluginGraph<O>,
  catalogue: Catalogue,
  core: string,
): readonly SecurityProblem<O>[] {
  return [...nodes.values()]
    .flatMap(({ release: { id, version }, pin, chain }): SecurityProblem<O>[] => {
      const warnings = warningsAbout(catalogue, id, version);
      if (warnings.length === 0) return [];
      const fix = (catalogue.releases.get(id) ?? [])
        .filter((release) => compareVersionTexts(release.version, version) > 0)
        .filter((release) => isAtLeast(core, release.requiredCore))
        .filter((release) => warningsAbout(catalogue, id, release.version).length === 0)
        .map((release) => release.version)
        .sort(compareVersionTexts)[0];
      const last = lastAffected(warnings, version);
      return [{ kind: 'security-warning', id, version, pin, chain, warnings, lastAffected: last, fix }];
    })
    .sort((a, b) => compareText(a.id, b.id));
}

/** Returns the plugins that nobody has, and those that are too old for others or for jenkins.war; each by plugin id. */
function checkMinimums<O>(
  { nodes, demands }: PluginGraph<O>,
  catalogue: Catalogue,
  core: string,
): readonly PluginProblem<O>[] {
  const sorted = [...demands].sort(([a], [b]) => compareText(a, b));
  const candidates = [...catalogue.releases.keys()];
  const unknown = sorted.flatMap(([id, wanted]): PluginProblem<O>[] =>
    nodes.has(id) ? [] : [{ kind: 'unknown-plugin', id, demands: wanted, candidates }],
  );
  const tooOld = sorted.flatMap(([id, wanted]): PluginProblem<O>[] => {
    const node = nodes.get(id);
    if (!node) return [];
    const { pin, release } = node;
    const { version } = release;
    const unmet = wanted
      .filter(({ minimum }) => minimum !== undefined && !isAtLeast(version, minimum))
      .sort((a, b) => compareVersionTexts(b.minimum ?? '', a.minimum ?? ''));
    const minimum = unmet[0]?.minimum;
    const offer = (least: string) => offeredRelease(id, least, catalogue, core);
    if (minimum !== undefined)
      return [{ kind: 'below-minimum', id, version, pin, minimum, offer: offer(minimum), demands: unmet }];
    const bundled = catalogue.bundled.get(id);
    if (bundled === undefined || isAtLeast(version, bundled)) return [];
    return [{ kind: 'below-bundled', id, version, pin, bundled, offer: offer(bundled) }];
  });
  return [...unknown, ...tooOld];
}
