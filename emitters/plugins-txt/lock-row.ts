import type { PluginCauses } from '../../compiler/model/controller/plugin-causes.ts';
import { neededIds } from '../../compiler/plugins/needed-ids.ts';
import type { ResolvedPlugin } from '../../compiler/plugins/resolved-plugin.ts';
import { ownCopy } from '../../compiler/print/yaml-scalar.ts';
import { decidingOrigin, fromSeveral, type Origin } from '../../compiler/text/origin.ts';

/** Returns why a plugin is there: its pin, and what would take it away. */
export function pluginOrigin({ id, pin }: ResolvedPlugin<Origin>, causes: PluginCauses): Origin {
  const cause = causes.get(id) ?? decidingOrigin([]);
  return pin === undefined ? cause : fromSeveral([pin.origin, cause]);
}

/** What the lock file says about a plugin, and the line that says it. */
interface KnownRow {
  readonly plugin: ListedPlugin;
  readonly text: string;
}

type ListedPlugin = Pick<
  ResolvedPlugin<unknown>,
  'id' | 'version' | 'sha256' | 'size' | 'url' | 'requiredCore' | 'dependencies'
>;

/** More plugins than a catalogue has for one line; more start over. */
const MAX_KNOWN = 3_000;

/** The rows of catalogued plugins, which projects share. */
const knownRows = new Map<string, KnownRow>();

/**
 * Returns the line of a plugin as JSON. A catalogued release usually has the same line in every project; comparing it
 * with the one before is much cheaper than printing it. Nothing from a spec is kept.
 */
export function lockRow(plugin: ResolvedPlugin<unknown>): string {
  const { id, version, requiredCore, url, size, sha256, dependencies, pin } = plugin;
  const known = knownRows.get(id);
  if (known !== undefined && isSame(known.plugin, plugin)) return known.text;
  const needs = neededIds(dependencies);
  const text = JSON.stringify({ id, version, sha256, size, url, requiredCore, needs });
  if (pin === undefined && sha256 !== undefined) {
    if (knownRows.size >= MAX_KNOWN) knownRows.clear();
    const own = ownCopy(id);
    const listed = { id: own, version, sha256, size, url, requiredCore, dependencies };
    knownRows.set(own, { plugin: listed, text });
  }
  return text;
}

function isSame(one: ListedPlugin, other: ListedPlugin): boolean {
  return (
    one.id === other.id &&
    one.version === other.version &&
    one.sha256 === other.sha256 &&
    one.size === other.size &&
    one.url === other.url &&
    one.requiredCore === other.requiredCore &&
    isSameList(neededIds(one.dependencies), neededIds(other.dependencies))
  );
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one === other || (one.length === other.length && one.every((id, at) => id === other[at]));
}
