import type { CatalogueData, DetachedPlugin, PluginRow, WarningRow } from './catalogue-data.ts';

/** What is known about the plugins of one LTS line, ready to be looked up. */
export interface Catalogue {
  readonly line: string;
  readonly core: string;
  /** Day of the facts, `YYYY-MM-DD`. */
  readonly date: string;
  /** Releases by plugin id, the preferred one first; never an empty list. */
  readonly releases: ReadonlyMap<string, readonly PluginRelease[]>;
  /** Security warnings by plugin id. */
  readonly warnings: ReadonlyMap<string, readonly WarningRow[]>;
  readonly coreWarnings: readonly WarningRow[];
  /** Version inside jenkins.war by plugin id. */
  readonly bundled: ReadonlyMap<string, string>;
  readonly detached: readonly DetachedPlugin[];
  readonly detachedCycles: ReadonlySet<string>;
}

/** One release of a plugin that can be installed. */
export interface PluginRelease {
  readonly id: string;
  readonly version: string;
  /** Least core version. */
  readonly requiredCore: string;
  /** Base64. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly url: string;
  /** As its manifest declares them; what core adds is in `impliedDependencies`. */
  readonly dependencies: readonly PluginDependency[];
}

/** A dependency that a plugin declares. */
export interface PluginDependency {
  readonly id: string;
  readonly minimum: string;
  /** Not installed for this plugin's sake, but too old a version of it keeps this plugin from loading. */
  readonly optional: boolean;
}

/**
 * Returns the catalogue of one or more data files. The first gives line, core and the facts about core; the others
 * add plugins that the first does not have.
 */
export function readCatalogue(data: CatalogueData, ...others: readonly CatalogueData[]): Catalogue {
  const releases = new Map<string, PluginRelease[]>();
  const warnings = new Map<string, WarningRow[]>();
  for (const part of [data, ...others]) {
    const known = new Set(releases.keys());
    for (const row of part.plugins) if (!known.has(row.id)) append(releases, row.id, readRelease(row));
    for (const row of part.warnings) if (!known.has(row.plugin)) append(warnings, row.plugin, row);
  }
  return {
    line: data.line,
    core: data.core,
    date: data.date,
    releases,
    warnings,
    coreWarnings: data.coreWarnings,
    bundled: new Map(data.bundled.map(splitPair)),
    detached: data.detached,
    detachedCycles: new Set(data.detachedCycles),
  };
}

function readRelease(row: PluginRow): PluginRelease {
  const { id, version, sha256, size } = row;
  const dependency = (text: string, optional: boolean): PluginDependency => {
    const [target, minimum] = splitPair(text);
    return { id: target, minimum, optional };
  };
  return {
    id,
    version,
    requiredCore: row.core,
    sha256,
    size,
    url: row.url ?? downloadUrl(id, version),
    dependencies: [
      ...row.needs.map((text) => dependency(text, false)),
      ...row.optional.map((text) => dependency(text, true)),
    ],
  };
}

function splitPair(text: string): [string, string] {
  const colon = text.indexOf(':');
  return [text.slice(0, colon), text.slice(colon + 1)];
}

function append<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

/** Returns the address of a release on the official download site; it redirects to a mirror. */
export function downloadUrl(id: string, version: string): string {
  return `https://updates.jenkins.io/download/plugins/${id}/${version}/${id}.hpi`;
}
