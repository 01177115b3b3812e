import type { SpecKind } from '../../compiler/source/spec-kind.ts';
import type { SchemaNode } from '../schema-node.ts';
import { generatedHeader } from './generated-header.ts';

/** The keywords that only people and editors read: the source schemas have them. */
const forReaders: ReadonlySet<string> = new Set([
  'examples',
  'enumDescriptions',
  'defaultSnippets',
  'x-default',
  'x-since',
] satisfies readonly (keyof SchemaNode)[]);

/**
 * The TypeScript module with the strict schema of a kind, as a function such as `readBuildSchema`. The schema is a text
 * until somebody asks for it, which costs a start next to nothing; each of its lines is one of the file.
 */
export function printSchema(kind: SpecKind, strict: SchemaNode): string {
  const text = JSON.stringify(withoutReaders(strict), null, 1).replace(/[\\`]|\$(?=\{)/g, '\\$&');
  return [
    generatedHeader,
    "import { deepFreeze } from '../deep-freeze.ts';",
    "import type { SchemaNode } from '../schema-node.ts';",
    '',
    `/** Returns the strict schema of ${kind}.bitesize: values after reading, with the \`x-\` keywords that the compiler reads. */`,
    `export function read${kind.charAt(0).toUpperCase()}${kind.slice(1)}Schema(): SchemaNode {`,
    `  return deepFreeze(JSON.parse(\`${text}\`));`,
    '}',
    '',
  ].join('\n');
}

/** What stands in place of the nodes of a schema is never among the keywords: only they are looked at. */
function withoutReaders(node: SchemaNode): SchemaNode {
  const kept = Object.entries(node).filter(([keyword]) => !forReaders.has(keyword));
  return { ...Object.fromEntries(kept), ...changedChildren(node) };
}

function changedChildren(node: SchemaNode): SchemaNode {
  const all = (nodes: Readonly<Record<string, SchemaNode>>) =>
    Object.fromEntries(Object.entries(nodes).map(([name, child]) => [name, withoutReaders(child)]));
  return {
    ...(node.items && { items: withoutReaders(node.items) }),
    ...(node.properties && { properties: all(node.properties) }),
    ...(node.definitions && { definitions: all(node.definitions) }),
    ...(typeof node.additionalProperties === 'object' && {
      additionalProperties: withoutReaders(node.additionalProperties),
    }),
    ...(node['x-kinds'] && { 'x-kinds': all(node['x-kinds']) }),
  };
}
