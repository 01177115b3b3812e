/**
 * Rebuilds compiler/lower/controller/data/pod-type.json from the schemas of Kubernetes in the PyPI package
 * kubernetes-validate:
 *
 *   pip download --no-deps kubernetes-validate==1.37.0 && unzip kubernetes_validate-1.37.0-*.whl
 *   npx tsx scripts/refresh-pod-type.ts --date 2026-11-29 --version 1.37.0 \
 *     --definitions kubernetes_validate/kubernetes-json-schema/v1.37.0-local/_definitions.json
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { compareText } from '../compiler/util/compare-text.ts';

interface Definition {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly items?: Definition;
  readonly additionalProperties?: Definition | boolean;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Definition>>;
}

const { values } = parseArgs({
  options: { date: { type: 'string' }, version: { type: 'string' }, definitions: { type: 'string' } },
});
const { date, version, definitions } = values;
if (!date || !/^\d{4}-\d{2}-\d{2}$/.test(date) || !version || !definitions) {
  console.error('usage: refresh-pod-type --date YYYY-MM-DD --version <of Kubernetes> --definitions <json>');
  process.exit(2);
}
const { $defs: all } = JSON.parse(readFileSync(definitions, 'utf8')) as {
  readonly $defs: Readonly<Record<string, Definition>>;
};

/** What nobody writes into the pod of an agent. */
const left = new Set(['PodStatus', 'ManagedFieldsEntry']);
const types = new Map<string, Readonly<Record<string, string>>>();
const required = new Map<string, readonly string[]>();

/** Returns the name of a type; those of objects are added to the types. */
function typeOf(definition: Definition): string {
  if (definition.$ref !== undefined)
    return referred(definition.$ref.slice(definition.$ref.lastIndexOf('/') + 1));
  const [type] = [definition.type ?? 'any'].flat().filter((each) => each !== 'null');
  if (type === 'array') return `${typeOf(definition.items ?? {})}[]`;
  if (type === 'object' && typeof definition.additionalProperties === 'object')
    return `${typeOf(definition.additionalProperties)}{}`;
  if (type === 'object') return 'any';
  return type ?? 'any';
}

function referred(name: string): string {
  const definition = all[name];
  const short = name.slice(name.lastIndexOf('.') + 1);
  if (definition === undefined) throw new Error(`there is no ${name}`);
  if (short === 'Quantity' || short === 'IntOrString') return short;
  if (definition.properties === undefined) return short === 'FieldsV1' ? 'any' : typeOf(definition);
  if (left.has(short)) return 'any';
  if (types.has(short)) return short;
  types.set(short, {});
  const fields = Object.entries(definition.properties).map(
    ([field, inner]) => [field, typeOf(inner)] as const,
  );
  types.set(short, Object.fromEntries(fields));
  if (definition.required !== undefined) required.set(short, definition.required.toSorted(compareText));
  return short;
}

referred('io.k8s.api.core.v1.Pod');
/** Returns the entries as lines of a JSON object, sorted. */
function lines(entries: ReadonlyMap<string, unknown>): string {
  return [...entries]
    .sort(([a], [b]) => compareText(a, b))
    .map(([name, value]) => `    ${JSON.stringify(name)}: ${JSON.stringify(value)}`)
    .join(',\n');
}

const source = `kubernetes-validate ${version} (PyPI), v${version}-local/_definitions.json: scripts/refresh-pod-type.ts`;
writeFileSync(
  new URL('../compiler/lower/controller/data/pod-type.json', import.meta.url),
  `{\n  "date": "${date}",\n  "source": ${JSON.stringify(source)},\n  "types": {\n${lines(types)}\n  },\n  "required": {\n${lines(required)}\n  }\n}\n`,
);
