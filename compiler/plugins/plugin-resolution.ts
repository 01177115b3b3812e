import type { PluginProblem } from './plugin-problem.ts';
import type { ResolvedPlugin } from './resolved-plugin.ts';

/** A set of plugins that Jenkins can be started with, as far as there is no problem. */
export interface PluginResolution<O> {
  /** Roots, then what they need; each group sorted by id. */
  readonly plugins: readonly ResolvedPlugin<O>[];
  /** In a fixed order: pins, unknown plugins, minimums, core, cycles, security. */
  readonly problems: readonly PluginProblem<O>[];
}
