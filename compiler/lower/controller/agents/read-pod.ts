import { isNothing, type Json, readScalar } from '../../../check/read/read-scalar.ts';
import { freeValue } from '../../../check/read/read-value.ts';
import type { MappingNode, Node, ScalarNode } from '../../../source/node.ts';
import { parseYaml } from '../../../source/parse-source.ts';
import type { Origin } from '../../../text/origin.ts';
import { positionAt } from '../../../text/position.ts';
import { type Sourced, sourced } from '../../../text/sourced.ts';
import type { Traceable } from '../../../text/traced-text.ts';
import { parseQuantity } from '../../../util/quantity.ts';
import { shortText } from '../../../util/short-text.ts';
import { allowanceOf, suggestion } from '../../../util/suggestion.ts';
import data from '../data/pod-type.json' with { type: 'json' };

/** The `yaml` of an agent after reading. */
export interface ReadPodYaml {
  /** A part of a manifest, every value with the origin of the field; absent when the text is none. */
  readonly pod?: Traceable;
  readonly problems: readonly PodProblem[];
  readonly unknown: readonly UnknownField[];
}

/** Why a text is no part of a pod: words that follow "this is not a pod:", and what to do where that is not plain. */
interface PodProblem {
  readonly text: string;
  readonly help?: string;
}

/** A field that the type of its object does not have. */
interface UnknownField {
  /** Its whole path, such as `spec.containers[0].comand`. */
  readonly field: string;
  readonly type: string;
  /** The field that was most likely meant. */
  readonly near: string | undefined;
}

type Types = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * Returns the manifest that the `yaml` of an agent holds, in the types of a Pod. Jenkins reads it with Jackson: plain
 * scalars are those of YAML 1.1, so `0644` is 420 and `yes` is true, and where a text is due it is what was written.
 * What Jackson refuses, or silently takes for another number, is a problem.
 */
export function readPod(yaml: Sourced<string>): ReadPodYaml {
  const file = { name: 'yaml', text: yaml.value };
  const { root, diagnostics } = parseYaml(file);
  const [first] = diagnostics;
  if (first !== undefined) return notAPod(first.message);
  if (root === undefined || root.kind !== 'mapping') return notAPod('it is no mapping');
  const kind = scalarAt(root, 'kind');
  if (kind !== undefined && kind !== 'Pod') return notAPod(`its kind is \`${kind}\``);
  const reader = new PodReader(yaml.origin);
  const pod = reader.read('Pod', root, '');
  const { problems, unknown } = reader;
  return problems.length > 0 ? { problems, unknown } : { pod, problems, unknown };
}

function notAPod(text: string): ReadPodYaml {
  return { problems: [{ text }], unknown: [] };
}

function scalarAt({ entries }: MappingNode, key: string): string | undefined {
  const value = entries.find((entry) => entry.key.text === key)?.value;
  return value?.kind === 'scalar' && !isNothing(value) ? value.text : undefined;
}

/** Lists that are merged by the names of their entries. */
const namedLists: ReadonlySet<string> = new Set(['Container[]', 'Volume[]']);

/** Reads values by their types, and collects what is wrong with them. */
class PodReader {
  readonly problems: PodProblem[] = [];
  readonly unknown: UnknownField[] = [];
  private readonly origin: Origin;

  constructor(origin: Origin) {
    this.origin = origin;
  }

  /** Returns a value of a type of `pod-type.json`: `X[]` is a list, `X{}` a map, others are scalars or objects. */
  read(type: string, node: Node, path: string): Traceable {
    if (node.kind === 'scalar' && isNothing(node)) return sourced<Traceable>(null, this.origin);
    if (type.endsWith('[]')) return this.list(type, node, path);
    if (type.endsWith('{}')) return this.map(() => type.slice(0, -2), node, path);
    const types: Types = data.types;
    const fields = Object.hasOwn(types, type) ? types[type] : undefined;
    if (fields !== undefined) return this.object(type, fields, node, path);
    if (type === 'any') return this.traced(freeValue(node));
    if (node.kind !== 'scalar') return this.wrong(node, path, nounOf(type));
    const value = scalarOf(type, node);
    return value === undefined
      ? this.wrong(node, path, nounOf(type))
      : sourced<Traceable>(value, this.origin);
  }

  private list(type: string, node: Node, path: string): Traceable {
    if (node.kind !== 'sequence') return this.wrong(node, path, 'a list');
    if (namedLists.has(type) && !node.items.every(hasName))
      return this.wrong(node, path, 'a list of entries with names', 'of nameless ones');
    return node.items.map((item, index) => this.read(type.slice(0, -2), item, `${path}[${index}]`));
  }

  private object(type: string, fields: Types[string], node: Node, path: string): Traceable {
    return this.map(
      (name) => {
        const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
        if (field !== undefined) return field;
        this.unknown.push({
          field: join(path, name),
          type,
          near: suggestion(name, Object.keys(fields), allowanceOf(this)),
        });
        return 'any';
      },
      node,
      path,
    );
  }

  private map(typeOf: (key: string) => string, node: Node, path: string): Traceable {
    if (node.kind !== 'mapping') return this.wrong(node, path, 'a mapping');
    return Object.fromEntries(
      node.entries.map(({ key, value }) => [
        key.text,
        this.read(typeOf(key.text), value, join(path, key.text)),
      ]),
    );
  }

  private wrong(node: Node, path: string, noun: string, found = foundIn(node)): Traceable {
    const { line } = positionAt(node.span.file, node.span.start);
    const text = `\`${path}\` must be ${noun}, not ${found} (line ${line} of it)`;
    const help =
      node.kind === 'scalar' && /^0o[0-7]+$/.test(node.text)
        ? `write \`${node.text.replace('o', '')}\`: Jenkins reads YAML 1.1`
        : `correct \`${path}\`: the plugin reads YAML 1.1 into the types of Kubernetes`;
    this.problems.push({ text, help });
    return null;
  }

  private traced(value: Json): Traceable {
    if (Array.isArray(value)) return value.map((item: Json) => this.traced(item));
    if (typeof value !== 'object' || value === null)
      return sourced<Traceable>(value as Traceable, this.origin);
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.traced(item)]));
  }
}

/** Returns what stands at a place, in words. */
function foundIn(node: Node): string {
  return node.kind === 'scalar'
    ? `\`${shortText(node.text, 60)}\``
    : node.kind === 'mapping'
      ? 'a mapping'
      : 'a list';
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

function hasName(node: Node): boolean {
  return node.kind === 'mapping' && scalarAt(node, 'name') !== undefined;
}

/** Returns a scalar as its type wants it, or undefined for one that Jackson refuses or takes for another number. */
function scalarOf(type: string, node: ScalarNode): string | number | boolean | undefined {
  if (type === 'string') return node.text;
  const value = readScalar(node, 'any');
  switch (type) {
    case 'boolean':
      if (typeof value === 'boolean') return value;
      return value === 'true' ? true : value === 'false' ? false : undefined;
    case 'integer':
      if (typeof value === 'string' && WHOLE.test(value)) return Number(value);
      return Number.isSafeInteger(value) ? Number(value) : undefined;
    case 'IntOrString':
      return Number.isSafeInteger(value) ? Number(value) : node.text;
    case 'Quantity':
      return typeof value !== 'boolean' && parseQuantity(String(value)) !== undefined
        ? scalarValue(value)
        : undefined;
    default:
      return scalarValue(value);
  }
}

/** Quoted numbers are read, too, but those with a zero in front by other rules than plain ones. */
const WHOLE = /^-?(?:0|[1-9][0-9]{0,14})$/;

function scalarValue(value: Json | undefined): string | number | boolean | undefined {
  return typeof value === 'object' || value === undefined ? undefined : (value as string | number | boolean);
}

function nounOf(type: string): string {
  switch (type) {
    case 'boolean':
      return 'true or false';
    case 'integer':
      return 'a whole number';
    case 'Quantity':
      return 'a quantity';
    case 'string':
      return 'a text';
    default:
      return 'a text or a number';
  }
}
