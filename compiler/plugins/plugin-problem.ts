import type { WarningRow } from './catalogue-data.ts';
import type { PluginEdge, PluginNeed, PluginPin, ResolvedPlugin } from './resolved-plugin.ts';

/** A set of plugins that Jenkins can be started with, as far as there is no problem. */
export interface PluginResolution<O> {
  /** Roots, then what they need; each group sorted by id. */
  readonly plugins: readonly ResolvedPlugin<O>[];
  /** In a fixed order: pins, unknown plugins, minimums, core, cycles, security. */
  readonly problems: readonly PluginProblem<O>[];
}

/** Something wrong with a set of plugins, as data; each is about one plugin, except `cycle` and `core-*`. */
export type PluginProblem<O> =
  | UnknownPlugin<O>
  | ConflictingPins<O>
  | UnusedPin<O>
  | UnlistedRelease<O>
  | BelowMinimum<O>
  | BelowBundled<O>
  | CoreTooOld<O>
  | CoreWarning
  | SecurityProblem<O>
  | PluginCycle;

/** Who wants a plugin in at least some version. */
export type PluginDemand<O> =
  | { readonly kind: 'need'; readonly minimum: string | undefined; readonly need: PluginNeed<O> }
  | {
      readonly kind: 'plugin';
      readonly minimum: string;
      readonly edge: PluginEdge['kind'];
      /** Shortest chain from a root to the plugin that wants it; that plugin is the last. */
      readonly chain: readonly string[];
    };

/** The catalogue has no such plugin, and no pin says which version to take. */
export interface UnknownPlugin<O> {
  readonly kind: 'unknown-plugin';
  readonly id: string;
  readonly demands: readonly PluginDemand<O>[];
  /** Ids that may have been meant. */
  readonly candidates: readonly string[];
}

/** Two pins of one plugin name two versions; the last one was taken. */
export interface ConflictingPins<O> {
  readonly kind: 'conflicting-pins';
  readonly id: string;
  readonly pins: readonly PluginPin<O>[];
}

/** Nothing needs the plugin, so the pin does nothing. */
export interface UnusedPin<O> {
  readonly kind: 'unused-pin';
  readonly id: string;
  readonly pin: PluginPin<O>;
}

/**
 * A pin names a version that the catalogue does not have: no checksum is known, and its dependencies were taken to be
 * those of the listed version, or none.
 */
export interface UnlistedRelease<O> {
  readonly kind: 'unlisted-release';
  readonly id: string;
  readonly pin: PluginPin<O>;
  /** Versions that the catalogue has, the preferred one first. */
  readonly listed: readonly string[];
  readonly offer: string | undefined;
}

/** The chosen version is too old for others, which Jenkins then refuses to load. */
export interface BelowMinimum<O> {
  readonly kind: 'below-minimum';
  readonly id: string;
  readonly version: string;
  /** The pin that chose the version; without one, the catalogue has nothing newer. */
  readonly pin: PluginPin<O> | undefined;
  /** Least version that suits everybody. */
  readonly minimum: string;
  /** The release to write instead: one that suits everybody and has no known weakness; undefined for none. */
  readonly offer: string | undefined;
  /** Those who are not served, the highest minimum first. */
  readonly demands: readonly PluginDemand<O>[];
}

/** jenkins.war holds a newer version, which core puts in the place of the chosen one when it is upgraded. */
export interface BelowBundled<O> {
  readonly kind: 'below-bundled';
  readonly id: string;
  readonly version: string;
  readonly pin: PluginPin<O> | undefined;
  readonly bundled: string;
  readonly offer: string | undefined;
}

/** Plugins that need a newer core. */
export interface CoreTooOld<O> {
  readonly kind: 'core-too-old';
  readonly core: string;
  /** Least core that suits all of them. */
  readonly required: string;
  /** Sorted by the core that they need, the newest first. */
  readonly plugins: readonly {
    readonly id: string;
    readonly version: string;
    readonly requiredCore: string;
    readonly chain: readonly string[];
    readonly pin: PluginPin<O> | undefined;
  }[];
}

/** The core version has known weaknesses. */
export interface CoreWarning {
  readonly kind: 'core-warning';
  readonly core: string;
  readonly warnings: readonly WarningRow[];
}

/** The chosen version has known weaknesses. */
export interface SecurityProblem<O> {
  readonly kind: 'security-warning';
  readonly id: string;
  readonly version: string;
  readonly pin: PluginPin<O> | undefined;
  readonly chain: readonly string[];
  readonly warnings: readonly WarningRow[];
  /** Newest affected version; undefined while no release fixes all of the warnings. */
  readonly lastAffected: string | undefined;
  /** Oldest listed version above the chosen one that has no warning and runs on this core, if there is one. */
  readonly fix: string | undefined;
}

/** Plugins that depend on each other in a circle, optional edges included: Jenkins disables all of them. */
export interface PluginCycle {
  readonly kind: 'cycle';
  /** Each needs the next and the last needs the first; starts with the least id. */
  readonly ids: readonly string[];
}
