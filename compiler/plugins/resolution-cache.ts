import { groupBy } from '../util/group-by.ts';
import type { Catalogue } from './catalogue.ts';
import type { PluginProblem, PluginResolution } from './plugin-problem.ts';
import type { PluginNeed } from './resolved-plugin.ts';

/** Most projects of a fleet need the same plugins; some dozen sets are all there is. */
const MOST_KEPT = 100;

const keptOf = new WeakMap<Catalogue, Map<string, PluginResolution<never>>>();

/**
 * Returns the resolution of needs without pins, which `resolve` finds the first time that a catalogue is asked for this
 * set of plugins and minimums. Nothing of a project is kept: its needs, whose origins lead to its specs, are put into a
 * copy, and a resolution with a problem that holds needs is found anew.
 */
export function cachedResolution<O>(
  needs: readonly PluginNeed<O>[],
  catalogue: Catalogue,
  core: string,
  resolve: () => PluginResolution<O>,
): PluginResolution<O> {
  const known = keptOf.get(catalogue) ?? new Map<string, PluginResolution<never>>();
  keptOf.set(catalogue, known);
  const key = keyOf(needs, core);
  const kept = known.get(key);
  if (kept !== undefined) return withNeeds(kept, needs);
  const found = resolve();
  const problems = found.problems.filter(isOfNoProject);
  if (problems.length < found.problems.length) return found;
  if (known.size >= MOST_KEPT) known.clear();
  const plugins = found.plugins.map((plugin) => ({ ...plugin, needs: [], pin: undefined }));
  known.set(key, { plugins, problems });
  return found;
}

/** The result depends on the set of plugins and minimums, not on the order or number of those who ask. */
function keyOf(needs: readonly PluginNeed<unknown>[], core: string): string {
  const wanted = new Set(needs.map(({ id, minimum }) => (minimum === undefined ? id : `${id} ${minimum}`)));
  return [core, ...[...wanted].sort()].join('\n');
}

function withNeeds<O>(
  { plugins, problems }: PluginResolution<never>,
  needs: readonly PluginNeed<O>[],
): PluginResolution<O> {
  const needsOf = groupBy(needs, ({ id }) => id);
  return { plugins: plugins.map((plugin) => ({ ...plugin, needs: needsOf.get(plugin.id) ?? [] })), problems };
}

/** Without pins, only these problems name who needs a plugin. */
function isOfNoProject(problem: PluginProblem<unknown>): problem is PluginProblem<never> {
  return !('demands' in problem) && !('pins' in problem) && !('pin' in problem && problem.pin !== undefined);
}
