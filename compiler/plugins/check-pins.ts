import { compareText } from '../util/compare-text.ts';
import { groupBy } from '../util/group-by.ts';
import type { Catalogue } from './catalogue.ts';
import type { PluginGraph } from './plugin-graph.ts';
import type { PluginPin } from './plugin-need.ts';
import type { PluginProblem } from './plugin-problem.ts';

/** Returns what is wrong with the pins themselves, by plugin id. Their versions are judged like any other. */
export function checkPins<O>(
  { nodes }: PluginGraph<O>,
  pins: readonly PluginPin<O>[],
  catalogue: Catalogue,
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
      problems.push({ kind: 'unlisted-release', id, pin, listed });
    }
    return problems;
  });
}
