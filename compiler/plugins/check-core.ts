import { compareText } from '../util/compare-text.ts';
import type { Catalogue } from './catalogue.ts';
import { compareVersionTexts, isAtLeast } from './compare-versions.ts';
import type { PluginGraph } from './plugin-graph.ts';
import type { PluginProblem } from './plugin-problem.ts';
import { matchingWarnings } from './warning-pattern.ts';

/** Returns the plugins that the core is too old for, as one problem, and the warnings about the core itself. */
export function checkCore<O>(
  { nodes }: PluginGraph<O>,
  { coreWarnings }: Catalogue,
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
  const warnings = matchingWarnings(coreWarnings, core);
  return [
    ...(required === undefined ? [] : [{ kind: 'core-too-old', core, required, plugins } as const]),
    ...(warnings.length === 0 ? [] : [{ kind: 'core-warning', core, warnings } as const]),
  ];
}
