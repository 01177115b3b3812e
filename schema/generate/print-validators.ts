import standalone from 'ajv/dist/standalone/index.js';
import type { SpecKind } from '../../compiler/source/spec-kind.ts';
import type { SchemaNode } from '../schema-node.ts';
import { createAjv } from './create-ajv.ts';
import { generatedHeader } from './generated-header.ts';
import { rootTypeName } from './print-types.ts';
import { validationSchema } from './validation-schema.ts';

/**
 * Returns the JavaScript module with the validator of a kind, made by ajv from the strict schema. It imports nothing:
 * `unicode: false` counts lengths in code units, for which ajv needs no helper. It has no messages, because users
 * read our own; the option is deprecated in ajv, which the logger would say.
 */
export function printValidator(kind: SpecKind, strict: SchemaNode): string {
  const ajv = createAjv({
    unicode: false,
    logger: false,
    inlineRefs: false,
    messages: false,
    code: { source: true, esm: true, lines: true },
  });
  ajv.addSchema(validationSchema(strict), kind);
  return `${generatedHeader(kind)}\n${standalone.default(ajv, { validate: kind })}\n`;
}

/** Returns the type declarations that stand beside the validator of a kind. */
export function printValidatorTypes(kind: SpecKind): string {
  const type = rootTypeName(kind);
  return [
    generatedHeader(kind),
    "import type { ErrorObject } from 'ajv';",
    `import type { ${type} } from '../types.ts';`,
    '',
    `/** Whether a value, after reading, is a valid ${kind}.bitesize. The mistakes of the last call are in \`errors\`. */`,
    'export declare const validate: {',
    `  (data: unknown): data is ${type};`,
    '  errors?: readonly ErrorObject[] | null;',
    '};',
    '',
  ].join('\n');
}
