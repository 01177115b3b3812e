import { compareText } from '../util/compare-text.ts';
import type { Catalogue } from './catalogue.ts';
import { compareVersionTexts, isAtLeast } from './compare-versions.ts';
import type { PluginGraph } from './plugin-graph.ts';
import type { SecurityProblem } from './plugin-problem.ts';
import { lastAffected, matchingWarnings } from './warning-pattern.ts';

/** Returns the plugins whose chosen version has known weaknesses, by id, with the version that has none. */
export function checkSecurity<O>(
  { nodes }: PluginGraph<O>,
  catalogue: Catalogue,
  core: string,
): readonly SecurityProblem<O>[] {
  return [...nodes.values()]
    .flatMap(({ release: { id, version }, pin, chain }): SecurityProblem<O>[] => {
      const all = catalogue.warnings.get(id) ?? [];
      const warnings = matchingWarnings(all, version);
      if (warnings.length === 0) return [];
      const fix = (catalogue.releases.get(id) ?? [])
        .filter((release) => compareVersionTexts(release.version, version) > 0)
        .filter((release) => isAtLeast(core, release.requiredCore))
        .filter((release) => matchingWarnings(all, release.version).length === 0)
        .map((release) => release.version)
        .sort(compareVersionTexts)[0];
      const last = lastAffected(warnings, version);
      return [{ kind: 'security-warning', id, version, pin, chain, warnings, lastAffected: last, fix }];
    })
    .sort((a, b) => compareText(a.id, b.id));
}
