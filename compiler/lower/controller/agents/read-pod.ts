import type { Json } from '../../../check/read/read-scalar.ts';
import { freeValue } from '../../../check/read/read-value.ts';
import { parseYaml } from '../../../source/parse-yaml.ts';
import type { Origin } from '../../../text/origin.ts';
import { type Sourced, sourced } from '../../../text/sourced.ts';
import type { Traceable } from '../../../text/traceable.ts';

/** A piece of a Pod manifest, or why the text is none. */
export type ReadPod =
  | { readonly pod: Readonly<Record<string, Traceable>> }
  | { readonly pod?: undefined; readonly problem: string };

/** Returns the manifest that the `yaml` of an agent holds, every value with the origin of that field. */
export function readPod(yaml: Sourced<string>): ReadPod {
  const { root, diagnostics } = parseYaml({ name: 'yaml', text: yaml.value });
  const [first] = diagnostics;
  if (first !== undefined) return { problem: first.message };
  if (root === undefined || root.kind !== 'mapping') return { problem: 'it is no mapping' };
  const json = freeValue(root);
  const kind = member(json, 'kind');
  if (kind !== undefined && kind !== 'Pod') return { problem: `its kind is \`${String(kind)}\`` };
  const spec = member(json, 'spec');
  if (spec !== undefined && !isObject(spec)) return { problem: '`spec` is no mapping' };
  for (const list of ['containers', 'initContainers', 'volumes']) {
    const items = member(spec, list);
    if (items === undefined || items === null) continue;
    if (!Array.isArray(items) || !items.every((item) => typeof member(item, 'name') === 'string')) {
      return { problem: `\`spec.${list}\` is no list of entries with names` };
    }
  }
  return { pod: traced(json, yaml.origin) as Readonly<Record<string, Traceable>> };
}

function member(value: Json | undefined, key: string): Json | undefined {
  return isObject(value) ? value[key] : undefined;
}

function isObject(value: Json | undefined): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function traced(value: Json, origin: Origin): Traceable {
  if (Array.isArray(value)) return value.map((item) => traced(item, origin));
  if (!isObject(value)) return sourced<Traceable>(value, origin);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, traced(item, origin)]));
}
