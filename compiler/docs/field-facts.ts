import { dump } from 'js-yaml';
import type { JsonValue, SchemaNode } from '../../schema/schema-node.ts';
import type { DocField } from './list-fields.ts';

const engineNames = { P30: 'plugin 3.4.30', P51: 'plugin 5.1.1', EO: 'environment-operator' };

/** Returns what holds for a field, in Markdown: type, default, limits, and who reads it. */
export function fieldFacts(field: DocField): readonly string[] {
  const { node, isRequired } = field;
  if (isJobKind(field)) return [`an entry with \`kind: ${field.name}\``];
  const limits = [
    node.minimum === undefined ? '' : `at least ${node.minimum}`,
    node.maximum === undefined ? '' : `at most ${node.maximum}`,
    node.minLength === undefined ? '' : 'not empty',
    node.minItems === undefined ? '' : `at least ${node.minItems} items`,
    node.patternErrorMessage ?? '',
  ].filter((limit) => limit !== '');
  const engines = node['x-engines']?.map((name) => engineNames[name]).join(', ');
  return [
    typeOf(field),
    isRequired ? 'required' : `default: ${defaultOf(node)}`,
    ...limits,
    engines === undefined ? `since bitesize ${node['x-since'] ?? ''}` : `read by ${engines}`,
  ];
}

/** Returns the values that a field may have, each with its meaning; none where they are not a fixed list. */
export function allowedValues({
  enum: values = [],
  enumDescriptions = [],
}: SchemaNode): readonly [string, string][] {
  return values.flatMap((value, index): [string, string][] =>
    value === null ? [] : [[value, enumDescriptions[index] ?? '']],
  );
}

/** Returns the example of a field as YAML, with its name; that of a kind of job as an entry of a list. */
export function exampleYaml(field: DocField, example: JsonValue): string {
  return dump(isJobKind(field) ? [example] : { [field.name]: example }, { lineWidth: 90 }).trimEnd();
}

/** Whether a field stands for the entries of one kind, which are written without a field of its name. */
function isJobKind({ owner }: DocField): boolean {
  return owner['x-kinds'] !== undefined;
}

/** What a field takes, in words: as the compiler reads it. */
function typeOf({ node, isList }: DocField): string {
  const names = {
    text: 'text',
    integer: 'whole number',
    number: 'number',
    boolean: 'true or false',
    ports: 'port or ports',
    texts: 'text or list of texts',
    mapping: 'mapping',
    any: 'anything',
  };
  if (node.enum !== undefined) return 'one of the values below';
  const read = node['x-read'];
  return read === undefined ? (isList ? 'list' : 'object') : names[read];
}

function defaultOf(node: SchemaNode): string {
  return node.default === undefined ? (node['x-default'] ?? 'none') : `\`${JSON.stringify(node.default)}\``;
}
