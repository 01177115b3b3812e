import type { Catalogue } from '../../plugins/catalogue.ts';
import { compareVersionTexts } from '../../plugins/compare-versions.ts';
import { warningsAbout } from '../../plugins/warnings-about.ts';
import { compareText } from '../../util/compare-text.ts';
import type { Tree } from '../tree.ts';

/** A plugin that configurations name, and what the catalogue says of it. */
export interface SeenPlugin {
  readonly id: string;
  /** The newest version that was seen. */
  readonly version: string;
  /** The version that specs get; undefined for a plugin that the catalogue does not have. */
  readonly listed: string | undefined;
  /** Addresses of the security warnings about the version that was seen. */
  readonly warnings: readonly string[];
}

/** The plugins that elements name as theirs (`plugin="id@version"`), gathered configuration by configuration. */
export class SeenPlugins {
  private readonly versions = new Map<string, string>();

  /** Adds those of a configuration. */
  add(tree: Tree): void {
    const { plugin } = tree.attributes;
    const [, id, version] = /^([\w.-]+)@(\S+)$/.exec(plugin ?? '') ?? [];
    if (id !== undefined && version !== undefined) this.addVersion(id, version);
    for (const child of tree.children) this.add(child);
  }

  /** Adds one by its id. */
  addVersion(id: string, version: string): void {
    const known = this.versions.get(id);
    if (known === undefined || compareVersionTexts(known, version) < 0) this.versions.set(id, version);
  }

  /** Returns them sorted by id, with what the catalogue says. */
  compared(catalogue: Catalogue | undefined): readonly SeenPlugin[] {
    return [...this.versions]
      .sort(([a], [b]) => compareText(a, b))
      .map(([id, version]) => ({
        id,
        version,
        listed: catalogue?.releases.get(id)?.[0]?.version,
        warnings: catalogue === undefined ? [] : warningsAbout(catalogue, id, version).map(({ url }) => url),
      }));
  }
}

/** How a version that was seen stands to the one of the catalogue. */
export type PluginStanding = 'the same' | 'newer' | 'older' | 'unknown';

/** Returns whether the version that was seen is newer or older than the one that specs get. */
export function standingOf({ version, listed }: SeenPlugin): PluginStanding {
  if (listed === undefined) return 'unknown';
  const order = compareVersionTexts(version, listed);
  if (order === 0) return 'the same';
  return order > 0 ? 'newer' : 'older';
}
