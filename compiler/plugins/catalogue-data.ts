/**
 * The shape of a catalogue file (`data/catalogue-<line>.json`). It is made for reading by people and for small
 * differences: one plugin per line, dependencies as `id:minimum`, the notation of a plugin's own manifest.
 */
export interface CatalogueData {
  /** LTS line, such as `2.568.x`. */
  readonly line: string;
  /** Newest core version of the line at that date. */
  readonly core: string;
  /** Day on which the facts were true, `YYYY-MM-DD`. */
  readonly date: string;
  readonly source: string;
  /** Plugins for whose sake the others are in the list. */
  readonly roots: readonly string[];
  /** `id:version` of the plugins inside jenkins.war (`WEB-INF/detached-plugins`). */
  readonly bundled: readonly string[];
  readonly detached: readonly DetachedPlugin[];
  /** `plugin detached` for each implied dependency that core leaves out (`split-plugin-cycles.txt`). */
  readonly detachedCycles: readonly string[];
  readonly coreWarnings: readonly WarningRow[];
  readonly warnings: readonly WarningRow[];
  /**
   * `id:version` of the releases of this file, and of `core`, that a warning is about, so that the patterns need only be asked
   * about other versions. Absent where they were not asked yet.
   */
  readonly affected?: readonly string[];
  /** Releases; the first of an id is the one to choose unless something asks for another. */
  readonly plugins: readonly PluginRow[];
}

/** A plugin whose code was once in core (`split-plugins.txt`). */
export interface DetachedPlugin {
  readonly id: string;
  /** Last core line that still held the code: a plugin made for it, or for an older one, implies the plugin. */
  readonly lastCore: string;
  /** The least version that such a plugin needs. */
  readonly version: string;
}

/** One release of a plugin. */
export interface PluginRow {
  readonly id: string;
  readonly version: string;
  /** Least core version. */
  readonly core: string;
  /** Base64. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly needs: readonly string[];
  readonly optional: readonly string[];
  /** Only where it is not the usual address on updates.jenkins.io. */
  readonly url?: string;
}

/** A security warning of the update centre about versions of a plugin, or of core. */
export interface WarningRow {
  readonly id: string;
  /** `core` for a warning about core. */
  readonly plugin: string;
  readonly url: string;
  readonly versions: readonly WarningRange[];
}

/** Versions that a warning is about. */
export interface WarningRange {
  /** A Java regular expression for the whole version. */
  readonly pattern: string;
  /** Newest version that is affected; null while there is no fix. */
  readonly last: string | null;
}
