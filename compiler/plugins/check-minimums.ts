import { compareText } from '../util/compare-text.ts';
import type { Catalogue } from './catalogue.ts';
import { compareVersionTexts, isAtLeast } from './compare-versions.ts';
import type { PluginGraph } from './plugin-graph.ts';
import type { PluginProblem } from './plugin-problem.ts';

/** Returns the plugins that nobody has, and those that are too old for others or for jenkins.war; each by plugin id. */
export function checkMinimums<O>(
  { nodes, demands }: PluginGraph<O>,
  catalogue: Catalogue,
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
    if (minimum !== undefined) return [{ kind: 'below-minimum', id, version, pin, minimum, demands: unmet }];
    const bundled = catalogue.bundled.get(id);
    if (bundled === undefined || isAtLeast(version, bundled)) return [];
    return [{ kind: 'below-bundled', id, version, pin, bundled }];
  });
  return [...unknown, ...tooOld];
}
