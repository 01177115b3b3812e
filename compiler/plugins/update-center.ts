import type { PluginRow, WarningRow } from './catalogue-data.ts';

/** An update centre after its shape was checked: what Jenkins would offer to install. */
export interface UpdateCenter {
  /** Core version that it offers. */
  readonly core: string;
  /** One release per plugin, sorted by id. */
  readonly plugins: readonly PluginRow[];
  /** Warnings about plugins and, with `core` as the plugin, about core; in the order of the file. */
  readonly warnings: readonly WarningRow[];
}

/** Something in an update centre that was left out, or that made it unreadable. */
export interface UpdateCenterProblem {
  /** Place in the file, such as `plugins.git.version`; empty for the whole. */
  readonly path: string;
  /** What should stand there. */
  readonly expected: string;
}
