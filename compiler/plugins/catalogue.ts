import { once } from '../util/once.ts';
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
  /** `id:version` of the releases, and of the core, that a warning is about; undefined where that was not found out. */
  readonly affected: ReadonlySet<string> | undefined;
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
  const parts = [data, ...others];
  const releases = new Map<string, PluginRelease[]>();
  for (const part of parts) {
    const known = new Set(releases.keys());
    for (const row of part.plugins) if (!known.has(row.id)) append(releases, row.id, readRelease(row));
  }
  const warnings = once(() => readWarnings(parts));
  return {
    line: data.line,
    core: data.core,
    date: data.date,
    releases,
    get warnings() {
      return warnings();
    },
    get coreWarnings() {
      return data.coreWarnings;
    },
    affected: readAffected(parts),
    bundled: new Map(data.bundled.map(splitPair)),
    detached: data.detached,
    detachedCycles: new Set(data.detachedCycles),
  };
}

/** Most runs ask about no version that needs them, and they are half of the data. */
function readWarnings(parts: readonly CatalogueData[]): ReadonlyMap<string, readonly WarningRow[]> {
  const warnings = new Map<string, WarningRow[]>();
  const known = new Set<string>();
  for (const part of parts) {
    for (const row of part.warnings) if (!known.has(row.plugin)) append(warnings, row.plugin, row);
    for (const { id } of part.plugins) known.add(id);
  }
  return warnings;
}

function readAffected(parts: readonly CatalogueData[]): ReadonlySet<string> | undefined {
  const lists = parts.map(({ affected }) => affected).filter((list) => list !== undefined);
  return lists.length < parts.length ? undefined : new Set(lists.flat());
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
