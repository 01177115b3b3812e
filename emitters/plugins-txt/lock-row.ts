import type { PluginPlan } from '../../compiler/model/controller/controller.ts';
import { pluginCauses } from '../../compiler/model/controller/plugin-causes.ts';
import type { ResolvedPlugin } from '../../compiler/plugins/resolved-plugin.ts';
import { ownCopy } from '../../compiler/print/yaml-scalar.ts';
import { decidingOrigin, fromSeveral, type Origin } from '../../compiler/text/origin.ts';

/** Returns why a plugin is there: its pin, and what would take it away. */
export function pluginOrigin({ id, pin }: ResolvedPlugin<Origin>, { plugins }: PluginPlan): Origin {
  const cause = pluginCauses(plugins).get(id) ?? decidingOrigin([]);
  return pin === undefined ? cause : fromSeveral([pin.origin, cause]);
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
