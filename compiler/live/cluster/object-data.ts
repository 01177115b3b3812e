import type { Node } from '../../source/node.ts';
import { parseYaml } from '../../source/parse-source.ts';
import type { Origin } from '../../text/origin.ts';
import { positionAt } from '../../text/position.ts';
import { Sourced } from '../../text/sourced.ts';
import { shiftMarks, TracedText } from '../../text/traced-text.ts';

/** A Kubernetes object, or a part of one, as JSON has it; of YAML all scalars are texts. */
export type Data = string | number | boolean | null | readonly Data[] | DataRecord;

/** A mapping of such data. */
export interface DataRecord {
  readonly [key: string]: Data;
}

/** Returns whether data is a mapping. */
export function isRecord(data: unknown): data is DataRecord {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

/** Returns what stands at a path of keys; undefined where nothing does. */
export function dataAt(data: Data | undefined, ...keys: readonly string[]): Data | undefined {
  let found: Data | undefined = data;
  for (const key of keys) found = isRecord(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  return found;
}

/** Returns the text at a path of keys; undefined where there is none. */
export function textAt(data: Data | undefined, ...keys: readonly string[]): string | undefined {
  const found = dataAt(data, ...keys);
  return typeof found === 'string' ? found : undefined;
}

/** Returns an object that kubectl printed as YAML; undefined for a text that is none. */
export function parseObject(text: string): DataRecord | undefined {
  const { root } = parseYaml({ name: 'object.yaml', text });
  const data = root === undefined ? undefined : dataOf(root);
  return isRecord(data) ? data : undefined;
}

function dataOf(node: Node): Data {
  if (node.kind === 'mapping')
    return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, dataOf(value)]));
  if (node.kind === 'sequence') return node.items.map(dataOf);
  return isNull(node) ? null : node.text;
}

/** Returns a manifest of ours in which every scalar knows the place of the specs that it comes from; undefined for what is no mapping. */
export function parseTraced(content: TracedText): object | undefined {
  const { root } = parseYaml({ name: 'manifest.yaml', text: content.text });
  return root?.kind === 'mapping' ? (tracedOf(root, content.marks) as object) : undefined;
}

function tracedOf(node: Node, marks: TracedText['marks']): unknown {
  if (node.kind === 'mapping')
    return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, tracedOf(value, marks)]));
  if (node.kind === 'sequence') return node.items.map((item) => tracedOf(item, marks));
  if (isNull(node)) return undefined;
  const line = positionAt(node.span.file, node.span.start).line - 1;
  if (node.style === 'block' && node.text.includes('\n')) {
    const last = positionAt(node.span.file, node.span.end).line - 1;
    const inside = marks.filter((mark) => mark.last > line && mark.first <= last);
    // The text begins on the line below its sign.
    return new TracedText(node.text, shiftMarks(inside, -(line + 1)));
  }
  const origin = closest(marks, line);
  return origin === undefined ? node.text : new Sourced(node.text, origin);
}

/** Marks nest: the smallest one says most. */
function closest(marks: TracedText['marks'], line: number): Origin | undefined {
  let best: TracedText['marks'][number] | undefined;
  for (const mark of marks) {
    if (mark.first > line || mark.last < line) continue;
    if (best === undefined || mark.last - mark.first <= best.last - best.first) best = mark;
  }
  return best?.origin;
}

function isNull(node: Node): boolean {
  return node.kind === 'scalar' && node.style === 'plain' && /^(?:~|null|)$/i.test(node.text);
}

/** What the server fills in by itself, and what only records who did what. */
const SERVER_METADATA: ReadonlySet<string> = new Set([
  'creationTimestamp',
  'deletionGracePeriodSeconds',
  'deletionTimestamp',
  'finalizers',
  'generation',
  'managedFields',
  'ownerReferences',
  'resourceVersion',
  'selfLink',
  'uid',
]);

/** Written by `kubectl apply` of the client side and by controllers; the first holds the whole object once more, with its secrets. */
const SERVER_ANNOTATION =
  /^(?:kubectl\.kubernetes\.io\/last-applied-configuration|deployment\.kubernetes\.io\/revision|pv\.kubernetes\.io\/.*|volume\.(?:beta\.)?kubernetes\.io\/(?:storage-provisioner|selected-node))$/;

/** Returns an object without what the server sets: its status, and what nobody writes into a manifest. */
export function withoutServerFields(object: DataRecord): DataRecord {
  const { metadata, status: _, ...rest } = object;
  if (!isRecord(metadata)) return rest;
  const { annotations, ...own } = Object.fromEntries(
    Object.entries(metadata).filter(([key]) => !SERVER_METADATA.has(key)),
  );
  const kept = isRecord(annotations)
    ? Object.fromEntries(Object.entries(annotations).filter(([key]) => !SERVER_ANNOTATION.test(key)))
    : {};
  return {
    ...rest,
    metadata: { ...own, ...(Object.keys(kept).length === 0 ? {} : { annotations: kept }) },
  };
}
