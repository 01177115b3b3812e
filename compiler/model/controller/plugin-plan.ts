import type { ResolvedPlugin } from '../../plugins/resolved-plugin.ts';
import type { Origin } from '../../text/origin.ts';
import type { Sourced } from '../../text/sourced.ts';

/** Every plugin of the controller in one version each, and what the choice was made from. */
export interface PluginPlan {
  /** Core version that the plugins run on. */
  readonly core: Sourced<string>;
  /** LTS line of the catalogue, such as `2.568.x`. */
  readonly line: string;
  /** Day of the facts of the catalogue, `YYYY-MM-DD`. */
  readonly catalogueDate: string;
  /** Roots, then what they need; each group sorted by id. */
  readonly plugins: readonly ResolvedPlugin<Origin>[];
}
