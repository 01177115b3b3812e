import type { SpecKind } from '../../compiler/source/spec-kind.ts';
import type { SchemaNode } from '../schema-node.ts';
import { generatedHeader } from './generated-header.ts';

/** The TypeScript module that exports the strict schema of a kind as a frozen constant, such as `buildSchema`. */
export function printSchema(kind: SpecKind, strict: SchemaNode): string {
  return [
    generatedHeader,
    "import { deepFreeze } from '../deep-freeze.ts';",
    "import type { SchemaNode } from '../schema-node.ts';",
    '',
    `/** The strict schema of ${kind}.bitesize: values after reading, with all \`x-\` keywords. */`,
    `export const ${kind}Schema: SchemaNode = deepFreeze(${JSON.stringify(strict, null, 1)});`,
    '',
  ].join('\n');
}
