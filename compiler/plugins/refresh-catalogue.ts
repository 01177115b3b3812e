import { compareText } from '../util/compare-text.ts';
import { groupBy } from '../util/group-by.ts';
import type { CatalogueData, PluginRow, WarningRow } from './catalogue-data.ts';
import { compareVersionTexts, isAtLeast } from './compare-versions.ts';
import type { UpdateCenter } from './read-update-center.ts';
import { matchingWarnings } from './warning-pattern.ts';

export interface RefreshOptions {
  /** `newest` takes what the update centre offers; `base` keeps the versions and adds newer ones as a choice. */
  readonly prefer: 'newest' | 'base';
  /** Day of the update centre, `YYYY-MM-DD`. */
  readonly date: string;
  readonly source: string;
  /** Ids that the main catalogue must have besides those of the base: plugins that our own output asks for. */
  readonly add?: readonly string[];
}

export interface RefreshedCatalogue {
  /** The plugins of the base, what is in jenkins.war, and all that they need. */
  readonly main: CatalogueData;
  /** Every other plugin of the update centre that runs on this core. */
  readonly others: CatalogueData;
}

/**
 * Returns the catalogue brought up to date from an update centre. A release that needs a newer core than the
 * base's is not taken. Warnings come from the update centre alone: it never drops one.
 */
export function refreshCatalogue(
  base: CatalogueData,
  center: UpdateCenter,
  { prefer, date, source, add = [] }: RefreshOptions,
): RefreshedCatalogue {
  const { affected: _, ...facts } = base;
  const offered = new Map<string, PluginRow>();
  for (const row of center.plugins) if (isAtLeast(base.core, row.core)) offered.set(row.id, row);
  const rowsOf = (id: string): readonly PluginRow[] => {
    const old = base.plugins.filter((row) => row.id === id);
    const [preferred] = old;
    const found = offered.get(id);
    if (!preferred) return found ? [found] : [];
    if (!found || compareVersionTexts(found.version, preferred.version) <= 0) return old;
    return prefer === 'newest' ? [found] : [preferred, found];
  };

  const ids = new Set([...base.plugins.map((row) => row.id), ...base.bundled.map(idOf), ...add]);
  for (const id of ids) for (const row of rowsOf(id)) for (const need of row.needs) ids.add(idOf(need));
  const isMain = (id: string): boolean => ids.has(id);
  const others = [...offered.values()].filter((row) => !isMain(row.id));
  const otherIds = new Set(others.map((row) => row.id));
  const warningsFor = (wanted: (id: string) => boolean): WarningRow[] =>
    center.warnings
      .filter((warning) => warning.plugin !== 'core' && wanted(warning.plugin))
      .sort((a, b) => compareText(a.plugin, b.plugin) || compareText(a.id, b.id));
  return {
    main: {
      ...facts,
      date,
      source,
      coreWarnings: center.warnings.filter((warning) => warning.plugin === 'core' && isAbout(warning, base)),
      warnings: warningsFor(isMain),
      plugins: [...ids].sort(compareText).flatMap(rowsOf),
    },
    others: {
      line: base.line,
      core: base.core,
      date,
      source,
      roots: [],
      bundled: [],
      detached: [],
      detachedCycles: [],
      coreWarnings: [],
      warnings: warningsFor((id) => otherIds.has(id)),
      plugins: others,
    },
  };
}

/** Whether a core warning is about any version of the line so far; older ones cannot be met. */
function isAbout(warning: WarningRow, { core }: CatalogueData): boolean {
  const [major = '', minor = '', patch = '0'] = core.split('.');
  const versions = Array.from({ length: Number(patch) + 1 }, (_, at) =>
    [major, minor, ...(at ? [at] : [])].join('.'),
  );
  return versions.some((version) => matchingWarnings([warning], version).length > 0);
}

/** Returns catalogue data with the releases, and the core, that its warnings are about. */
export function withAffected(data: CatalogueData): CatalogueData {
  const releases = [{ id: 'core', version: data.core }, ...data.plugins];
  const warnings = groupBy([...data.coreWarnings, ...data.warnings], ({ plugin }) => plugin);
  const affected = releases
    .filter(({ id, version }) => matchingWarnings(warnings.get(id) ?? [], version).length > 0)
    .map(({ id, version }) => `${id}:${version}`);
  const { plugins, ...facts } = data;
  return { ...facts, affected, plugins };
}

function idOf(pair: string): string {
  return pair.slice(0, pair.indexOf(':'));
}

/** Returns the text of a catalogue file: JSON with one plugin, warning or fact per line, and a line feed at the end. */
export function printCatalogue(data: CatalogueData): string {
  const fields = Object.entries(data).map(([name, value]) => {
    if (!Array.isArray(value)) return `"${name}":${JSON.stringify(value)}`;
    const items = value.map((item) => JSON.stringify(item));
    return `"${name}":[${items.length ? `\n${items.join(',\n')}\n` : ''}]`;
  });
  return `{\n${fields.join(',\n')}\n}\n`;
}
