import type { JsonValue, SchemaNode } from '../../schema/schema-node.ts';
import type { SpecKind } from '../source/spec-kind.ts';
import { sourceSchemas } from './source-schemas.ts';

/** A schema with the keywords that editors read besides those of JSON Schema. */
type EditorSchema = Readonly<Record<string, unknown>>;

/**
 * Returns the schema of a kind of spec as editors want it: the source schema without our own keywords, with
 * `markdownDescription` (description, default, engines, place in the reference), `markdownEnumDescriptions` and a
 * `deprecationMessage` on fields without effect. yaml-language-server and the YAML and JSON support of editors read
 * these keywords.
 */
export function editorSchema(kind: SpecKind): EditorSchema {
  return editorNode(sourceSchemas[kind]);
}

function editorNode(node: SchemaNode): EditorSchema {
  const kept = Object.entries(node).filter(([keyword]) => !keyword.startsWith('x-'));
  const description = markdownDescription(node);
  const deprecation = node.deprecationMessage ?? node['x-dead'];
  return {
    ...Object.fromEntries(kept),
    ...(description === undefined ? {} : { markdownDescription: description }),
    ...(node.enumDescriptions && { markdownEnumDescriptions: node.enumDescriptions }),
    ...(deprecation === undefined ? {} : { deprecationMessage: deprecation }),
    ...(node.properties && { properties: mapValues(node.properties) }),
    ...(node.definitions && { definitions: mapValues(node.definitions) }),
    ...(node.items && { items: editorNode(node.items) }),
    ...(typeof node.additionalProperties === 'object' && {
      additionalProperties: editorNode(node.additionalProperties),
    }),
  };
}

function mapValues(nodes: Readonly<Record<string, SchemaNode>>): Readonly<Record<string, EditorSchema>> {
  return Object.fromEntries(Object.entries(nodes).map(([name, node]) => [name, editorNode(node)]));
}

const engineNames = { P30: 'plugin 3.4.30', P51: 'plugin 5.1.1', EO: 'environment-operator' };

/** What a hover shows. Two spaces and a line break would be lost in some editors, so each fact is a paragraph. */
function markdownDescription(node: SchemaNode): string | undefined {
  if (node.description === undefined) return undefined;
  const engines = node['x-engines']?.map((name) => engineNames[name]).join(', ');
  return [
    node.description,
    node.default === undefined ? undefined : `Default: \`${inline(node.default)}\``,
    node['x-default'] === undefined ? undefined : `Default: ${node['x-default']}.`,
    node.enumDescriptions && allowedValues(node),
    node['x-dead'] === undefined ? undefined : `**No effect.** ${node['x-dead']}`,
    engines === undefined ? undefined : `Read by: ${engines}`,
    node['x-since'] === undefined ? undefined : `Since bitesize ${node['x-since']}`,
  ]
    .filter((part) => part !== undefined)
    .join('\n\n');
}

function allowedValues({ enum: values = [], enumDescriptions = [] }: SchemaNode): string {
  return values
    .map((value, index) => `- \`${value ?? 'empty'}\`: ${enumDescriptions[index] ?? ''}`)
    .join('\n');
}

function inline(value: JsonValue): string {
  return typeof value === 'string' ? value || '""' : JSON.stringify(value);
}
