import { compareText } from '../util/compare-text.ts';
import type { Catalogue, PluginRelease } from './catalogue.ts';
import { isAtLeast } from './compare-versions.ts';
import { impliedDependencies } from './implied-dependencies.ts';
import type { PluginEdge } from './resolved-plugin.ts';

const edgesOfCatalogue = new WeakMap<Catalogue, WeakMap<PluginRelease, readonly PluginEdge[]>>();

/**
 * Returns what a release depends on, declared and added by core, sorted by id. A detached plugin that jenkins.war
 * does not hold is not loaded by core, so it is optional like any other.
 */
export function pluginEdges(release: PluginRelease, catalogue: Catalogue): readonly PluginEdge[] {
  const known = edgesOfCatalogue.get(catalogue) ?? new WeakMap<PluginRelease, readonly PluginEdge[]>();
  edgesOfCatalogue.set(catalogue, known);
  const edges = known.get(release) ?? findEdges(release, catalogue);
  known.set(release, edges);
  return edges;
}

function findEdges(release: PluginRelease, catalogue: Catalogue): readonly PluginEdge[] {
  const declared = release.dependencies.map(
    ({ id, minimum, optional }): PluginEdge => ({ id, minimum, kind: optional ? 'optional' : 'mandatory' }),
  );
  const implied = impliedDependencies(release.id, release.requiredCore, catalogue).map(
    ({ id, minimum }): PluginEdge => ({
      id,
      minimum,
      kind: catalogue.bundled.has(id) ? 'implied' : 'optional',
    }),
  );
  const merged = new Map<string, PluginEdge>();
  for (const edge of [...declared, ...implied]) merged.set(edge.id, mergeEdges(merged.get(edge.id), edge));
  return [...merged.values()].sort((a, b) => compareText(a.id, b.id));
}

/** A plugin that is both declared and implied is one edge: the stronger kind, the higher minimum. */
function mergeEdges(first: PluginEdge | undefined, second: PluginEdge): PluginEdge {
  if (!first) return second;
  const kind =
    strength.find((candidate) => candidate === first.kind || candidate === second.kind) ?? 'optional';
  return {
    id: first.id,
    minimum: isAtLeast(first.minimum, second.minimum) ? first.minimum : second.minimum,
    kind,
  };
}

const strength: readonly PluginEdge['kind'][] = ['mandatory', 'implied', 'optional'];
