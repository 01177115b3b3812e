import type { CatalogueData, PluginRow } from '../../compiler/plugins/catalogue-data.ts';
import type { UpdateCenter } from '../../compiler/plugins/read-update-center.ts';
import { compareText } from '../../compiler/util/compare-text.ts';

/** The curated list as it is written by hand and by the bill of materials. */
interface Curated {
  readonly line: string;
  readonly core: string;
  readonly asOf: string;
  readonly roots: readonly string[];
  readonly plugins: readonly CuratedPlugin[];
  readonly detachedPlugins: CatalogueData['detached'];
  readonly detachedCycles: readonly string[];
  readonly warBundled: readonly { readonly id: string; readonly version: string }[];
}

interface CuratedPlugin {
  readonly id: string;
  readonly version: string;
  readonly requiredCore: string;
  readonly dependencies: readonly {
    readonly id: string;
    readonly version: string;
    readonly optional: boolean;
  }[];
  readonly sha256: string;
  readonly size: number | null;
}

/**
 * Returns catalogue data of a curated list. A size that the list does not know is taken from the update centre, if it
 * has the same file. Throws where the two disagree about the checksum of one release: then one of them is wrong.
 */
export function fromCurated(list: Curated, center: UpdateCenter): CatalogueData {
  const offered = new Map(center.plugins.map((row) => [row.id, row]));
  return {
    line: list.line,
    core: list.core,
    date: list.asOf,
    source: '',
    roots: [...list.roots].sort(compareText),
    bundled: list.warBundled.map(({ id, version }) => `${id}:${version}`).sort(compareText),
    detached: list.detachedPlugins,
    detachedCycles: [...list.detachedCycles].sort(compareText),
    coreWarnings: [],
    warnings: [],
    plugins: list.plugins.map((plugin) => toRow(plugin, offered.get(plugin.id))),
  };
}

function toRow(plugin: CuratedPlugin, offered: PluginRow | undefined): PluginRow {
  const { id, version, sha256 } = plugin;
  const same = offered?.version === version ? offered : undefined;
  if (same && same.sha256 !== sha256) throw new Error(`two checksums for ${id} ${version}`);
  const size = plugin.size ?? same?.size;
  if (size === undefined) throw new Error(`no size for ${id} ${version}`);
  const pairs = (optional: boolean): string[] =>
    plugin.dependencies
      .filter((dependency) => dependency.optional === optional)
      .map((dependency) => `${dependency.id}:${dependency.version}`)
      .sort(compareText);
  return { id, version, core: plugin.requiredCore, sha256, size, needs: pairs(false), optional: pairs(true) };
}
