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
  const code = withoutCopies(standalone.default(ajv, { validate: kind }));
  return `${generatedHeader(kind)}\n${code}\n`;
}

/**
 * ajv copies all errors so far for each object with errors (`concat`): a list of n wrong entries would cost n² steps.
 * The list of the inner call is of no other use, so its errors are moved.
 */
function withoutCopies(code: string): string {
  const moved = code.replace(
    /vErrors = vErrors === null \? (\w+)\.errors : vErrors\.concat\(\1\.errors\);/g,
    'vErrors = moveErrors(vErrors, $1.errors);',
  );
  if (moved.includes('.concat(')) throw new Error('ajv joins errors in a way that is not known');
  return moved === code ? code : `${moved}\n${MOVE_ERRORS}`;
}

const MOVE_ERRORS = `function moveErrors(all, more) {
if(all === null) return more;
for(const error of more) all.push(error);
return all;
}`;

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
