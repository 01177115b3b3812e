import { compareText } from '../util/compare-text.ts';
import { readCatalogue } from './catalogue.ts';
import type { CatalogueData, WarningRow } from './catalogue-data.ts';
import { compareVersionTexts, isAtLeast } from './compare-versions.ts';
import type { PluginResolution } from './plugin-problem.ts';
import type { UpdateCenter } from './read-update-center.ts';
import { refreshCatalogue } from './refresh-catalogue.ts';
import { type ResolveOptions, resolvePlugins } from './resolve-plugins.ts';
import type { PluginNeed } from './resolved-plugin.ts';
import { warningsAbout } from './warnings-about.ts';

/** What an update would do to one plugin. `warnings` are about the version that would be installed afterwards. */
export type PluginChange =
  | {
      readonly kind: 'update';
      readonly id: string;
      readonly from: string;
      readonly to: string;
      readonly requiredCore: string | undefined;
      /** Warnings about the old version that the new one does not have. */
      readonly fixes: readonly WarningRow[];
      readonly warnings: readonly WarningRow[];
    }
  | {
      readonly kind: 'add';
      readonly id: string;
      readonly to: string;
      readonly requiredCore: string | undefined;
      /** Shortest chain from a root to it. */
      readonly chain: readonly string[];
      readonly warnings: readonly WarningRow[];
    }
  /** Nothing needs it any more. */
  | { readonly kind: 'remove'; readonly id: string; readonly from: string }
  /** There is a newer version, but it needs a newer core, or a pin holds the plugin. */
  | {
      readonly kind: 'held';
      readonly id: string;
      readonly from: string;
      readonly newest: string;
      readonly requiredCore: string;
      readonly by: 'core' | 'pin';
      readonly warnings: readonly WarningRow[];
    }
  /** The update centre does not offer the plugin any more; the version stays. */
  | {
      readonly kind: 'gone';
      readonly id: string;
      readonly from: string;
      readonly warnings: readonly WarningRow[];
    };

/** A version that is installed now, such as a line of the lock file. */
export interface InstalledPlugin {
  readonly id: string;
  readonly version: string;
}

export interface PluginUpdate<O> extends PluginResolution<O> {
  /** By plugin id. A plugin that stays as it is has none. */
  readonly changes: readonly PluginChange[];
}

/**
 * Returns what would change if the plugins were taken from an update centre: the new closure of the same needs, and
 * each difference to what is installed. No release is taken that needs a newer core, and none that is older than the
 * one in `base`.
 */
export function planPluginUpdate<O>(
  installed: readonly InstalledPlugin[],
  needs: readonly PluginNeed<O>[],
  base: CatalogueData,
  center: UpdateCenter,
  options: ResolveOptions<O>,
): PluginUpdate<O> {
  const { date, source } = base;
  const present = { ...base, core: options.core };
  const refreshed = refreshCatalogue(present, center, { prefer: 'newest', date, source });
  const catalogue = readCatalogue(refreshed.main, refreshed.others);
  const resolution = resolvePlugins(needs, catalogue, options);

  const offered = new Map(center.plugins.map((row) => [row.id, row]));
  const after = new Map(resolution.plugins.map((plugin) => [plugin.id, plugin]));
  const before = new Map(installed.map(({ id, version }) => [id, version]));
  const change = (id: string): PluginChange | undefined => {
    const from = before.get(id);
    const plugin = after.get(id);
    if (!plugin) return from === undefined ? undefined : { kind: 'remove', id, from };
    const { version, requiredCore, chain, pin } = plugin;
    const warnings = warningsAbout(catalogue, id, version);
    if (from === undefined) return { kind: 'add', id, to: version, requiredCore, chain, warnings };
    if (version !== from) {
      const fixes = warningsAbout(catalogue, id, from).filter((warning) => !warnings.includes(warning));
      return { kind: 'update', id, from, to: version, requiredCore, fixes, warnings };
    }
    const newest = offered.get(id);
    if (!newest) return { kind: 'gone', id, from, warnings };
    if (compareVersionTexts(newest.version, version) <= 0) return undefined;
    const by = pin && isAtLeast(options.core, newest.core) ? 'pin' : 'core';
    return { kind: 'held', id, from, newest: newest.version, requiredCore: newest.core, by, warnings };
  };
  const ids = [...new Set([...before.keys(), ...after.keys()])].sort(compareText);
  return { ...resolution, changes: ids.map(change).filter((item) => item !== undefined) };
}
