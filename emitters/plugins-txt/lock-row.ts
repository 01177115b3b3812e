import type { PluginPlan } from '../../compiler/model/controller/controller.ts';
import type { ResolvedPlugin } from '../../compiler/plugins/resolved-plugin.ts';
import { ownCopy } from '../../compiler/print/yaml-scalar.ts';
import { fromSeveral, type Origin } from '../../compiler/text/origin.ts';

type Plugins = ReadonlyMap<string, ResolvedPlugin<Origin>>;

/** Each plugin looks for its root, once per file: a list would be searched some ten thousand times. */
const pluginsById = new WeakMap<PluginPlan, Plugins>();

/** Returns why a plugin is there: its pin and its needs, or those of the root that it is needed for. */
export function pluginOrigin(plugin: ResolvedPlugin<Origin>, plan: PluginPlan): Origin {
  const root = plugin.root ? plugin : (byId(plan).get(plugin.chain[0] ?? plugin.id) ?? plugin);
  const needs = root.needs.map((need) => need.origin);
  return fromSeveral(plugin.pin === undefined ? needs : [plugin.pin.origin, ...needs]);
}

/** Returns why a plugin is there that is asked for once, or undefined for any other. */
export function onlyNeed(id: string, plan: PluginPlan): Origin | undefined {
  const plugin = byId(plan).get(id);
  const [only, ...others] = plugin?.needs ?? [];
  return plugin?.root && others.length === 0 ? only?.origin : undefined;
}

function byId(plan: PluginPlan): Plugins {
  const known = pluginsById.get(plan);
  if (known !== undefined) return known;
  const plugins = new Map(plan.plugins.map((plugin) => [plugin.id, plugin]));
  pluginsById.set(plan, plugins);
  return plugins;
}

/** What the lock file says about a plugin. */
type LockRow = Pick<
  ResolvedPlugin<unknown>,
  'id' | 'version' | 'sha256' | 'size' | 'url' | 'requiredCore'
> & { readonly needs: readonly string[] };

/** More plugins than a catalogue has for one line; more start over. */
const MAX_KNOWN = 3_000;

/** The rows of catalogued plugins, which projects share. */
const knownRows = new Map<string, { readonly row: LockRow; readonly text: string }>();

/**
 * Returns the line of a plugin as JSON. A catalogued release usually has the same line in every project; comparing it
 * with the one before is much cheaper than printing it. Nothing from a spec is kept.
 */
export function lockRow(plugin: ResolvedPlugin<unknown>): string {
  const { id, version, requiredCore, url, size, sha256, dependencies, pin } = plugin;
  const needs = dependencies.filter(({ kind }) => kind !== 'optional').map((edge) => edge.id);
  const row = { id, version, sha256, size, url, requiredCore, needs };
  const known = knownRows.get(id);
  if (known !== undefined && isSame(known.row, row)) return known.text;
  const text = JSON.stringify(row);
  if (pin === undefined && sha256 !== undefined) {
    if (knownRows.size >= MAX_KNOWN) knownRows.clear();
    const own = ownCopy(id);
    knownRows.set(own, { row: { ...row, id: own }, text });
  }
  return text;
}

function isSame(one: LockRow, other: LockRow): boolean {
  return (
    one.id === other.id &&
    one.version === other.version &&
    one.sha256 === other.sha256 &&
    one.size === other.size &&
    one.url === other.url &&
    one.requiredCore === other.requiredCore &&
    one.needs.length === other.needs.length &&
    one.needs.every((id, at) => id === other.needs[at])
  );
}
