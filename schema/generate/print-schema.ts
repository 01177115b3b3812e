import type { SpecKind } from '../../compiler/source/spec-kind.ts';
import type { SchemaNode } from '../schema-node.ts';
import { generatedHeader } from './generated-header.ts';
import { mapNodes } from './map-nodes.ts';
import { withLeads } from './with-leads.ts';

/** The keywords that only people and editors read: the source schemas have them. */
const forReaders: ReadonlySet<string> = new Set([
  '$schema',
  'title',
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
  const text = JSON.stringify(withLeads(withoutReaders(strict)), null, 1).replace(/[\\`]|\$(?=\{)/g, '\\$&');
  return [
    generatedHeader,
    "import type { SchemaNode } from '../schema-node.ts';",
    '',
    `/** Returns the strict schema of ${kind}.bitesize: values after reading, with the \`x-\` keywords that the compiler reads. */`,
    `export function read${kind.charAt(0).toUpperCase()}${kind.slice(1)}Schema(): SchemaNode {`,
    `  return JSON.parse(\`${text}\`);`,
    '}',
    '',
  ].join('\n');
}

function withoutReaders(strict: SchemaNode): SchemaNode {
  return mapNodes(strict, (node) => {
    const kept = Object.entries(node).filter(([keyword]) => !forReaders.has(keyword));
    const { description, ...rest }: SchemaNode = Object.fromEntries(kept);
    // What a pattern without words of its own means is told by the description.
    const tells = node.pattern !== undefined && node.patternErrorMessage === undefined;
    return tells && description !== undefined ? { ...rest, description } : rest;
  });
}
