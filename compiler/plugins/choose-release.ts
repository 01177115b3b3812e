import { compareText } from '../util/compare-text.ts';
import { type Catalogue, downloadUrl, type PluginRelease } from './catalogue.ts';
import { compareVersionTexts, isAtLeast } from './compare-versions.ts';
import { impliedDependencies } from './implied-dependencies.ts';
import type { PluginEdge, PluginPin } from './resolved-plugin.ts';

const edgesOfCatalogue = new WeakMap<Catalogue, WeakMap<PluginRelease, readonly PluginEdge[]>>();

/**
 * Returns what a release depends on, declared and added by core, sorted by id. A detached plugin that jenkins.war
 * does not hold is not loaded by core, so it is optional like any other.
 */
function pluginEdges(release: PluginRelease, catalogue: Catalogue): readonly PluginEdge[] {
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

/** A release as the resolver uses it. What is undefined is not known, because the catalogue has no such release. */
export interface ChosenRelease {
  readonly id: string;
  readonly version: string;
  readonly listed: boolean;
  readonly requiredCore: string | undefined;
  readonly sha256: string | undefined;
  readonly size: number | undefined;
  readonly url: string;
  readonly edges: readonly PluginEdge[];
}

/**
 * Returns the release of a plugin to install, or undefined when neither the catalogue nor a pin knows one: the pinned
 * version; else the preferred one; else, if that is below `floor`, the oldest that is not and that runs on the core, or
 * the newest that runs on it. A higher floor never gives an older release.
 */
export function chooseRelease(
  id: string,
  { floor, pin }: { readonly floor: string | undefined; readonly pin: PluginPin<unknown> | undefined },
  catalogue: Catalogue,
  core: string,
): ChosenRelease | undefined {
  const releases = catalogue.releases.get(id) ?? [];
  const [preferred] = releases;
  if (pin) {
    const exact = releases.find((release) => release.version === pin.version);
    if (exact) return { ...listed(exact, catalogue), url: pin.url ?? exact.url };
    return {
      id,
      version: pin.version,
      listed: false,
      requiredCore: preferred?.requiredCore,
      sha256: undefined,
      size: undefined,
      url: pin.url ?? downloadUrl(id, pin.version),
      edges: assumedEdges(pin.version, preferred, catalogue),
    };
  }
  if (!preferred) return undefined;
  if (floor === undefined || isAtLeast(preferred.version, floor)) return listed(preferred, catalogue);
  const newer = releases
    .filter((release) => compareVersionTexts(release.version, preferred.version) > 0)
    .filter((release) => isAtLeast(core, release.requiredCore))
    .sort((a, b) => compareVersionTexts(a.version, b.version));
  const enough = newer.find((release) => isAtLeast(release.version, floor));
  return listed(enough ?? newer.at(-1) ?? preferred, catalogue);
}

function listed(release: PluginRelease, catalogue: Catalogue): ChosenRelease {
  const { id, version, requiredCore, sha256, size, url } = release;
  const edges = pluginEdges(release, catalogue);
  return { id, version, listed: true, requiredCore, sha256, size, url, edges };
}

/** The edges of the listed release. For an older version its minimums would be too high, so they are left open. */
function assumedEdges(
  version: string,
  preferred: PluginRelease | undefined,
  catalogue: Catalogue,
): readonly PluginEdge[] {
  const edges = preferred ? pluginEdges(preferred, catalogue) : [];
  if (!preferred || isAtLeast(version, preferred.version)) return edges;
  return edges.map((edge) => ({ ...edge, minimum: '' }));
}
