import standalone from 'ajv/dist/standalone/index.js';
import type { SpecKind } from '../../compiler/source/spec-kind.ts';
import type { SchemaNode } from '../schema-node.ts';
import { patterns } from '../source/patterns.ts';
import { createAjv } from './create-ajv.ts';
import { generatedHeader } from './generated-header.ts';
import { rootTypeName } from './print-types.ts';
import { withStableNames } from './stable-names.ts';
import { validationSchema } from './validation-schema.ts';

/** The names of expressions. Several patterns may share one: the first of them names it. */
const patternNames = new Map(
  Object.entries(patterns)
    .reverse()
    .map(([name, { expression }]) => [expression, name]),
);

/**
 * Returns the JavaScript module with the validator of a kind, made by ajv from the strict schema. All of it stands in
 * one function, so that a start that does not need the kind pays nothing for it. It imports nothing:
 * `unicode: false` counts lengths in code units, for which ajv needs no helper. It has no messages, because users
 * read our own; the option is deprecated in ajv, which the logger would say.
 */
export function printValidator(kind: SpecKind, strict: SchemaNode): string {
  const schema = validationSchema(strict);
  const definitions = new Map([[schema, rootTypeName(kind)]]);
  for (const [name, definition] of Object.entries(schema.definitions ?? {}))
    definitions.set(definition, name);
  const owners = new Map<string, string>();
  const ajv = createAjv({
    unicode: false,
    logger: false,
    inlineRefs: false,
    messages: false,
    code: {
      source: true,
      esm: true,
      lines: true,
      process: (code, env) => {
        const name = /\bfunction (\w+)\(/.exec(code)?.[1];
        const owner = typeof env?.schema === 'object' ? definitions.get(env.schema) : undefined;
        if (name !== undefined && owner !== undefined) owners.set(name, owner);
        return code;
      },
    },
  });
  ajv.addSchema(schema, kind);
  const code = withStableNames(standalone.default(ajv, { validate: kind }), {
    owners,
    order: [...definitions.values()],
    patterns: patternNames,
  });
  return `${generatedHeader}\n${code}`;
}

/** Returns the type declarations that stand beside the validator of a kind. */
export function printValidatorTypes(kind: SpecKind): string {
  const type = rootTypeName(kind);
  return [
    generatedHeader,
    "import type { Mistake } from '../../mistake.ts';",
    `import type { ${type} } from '../types.ts';`,
    '',
    '/**',
    ` * Returns a function that says whether a value, after reading, is a valid ${kind}.bitesize. The mistakes of its last`,
    ' * call are in its `errors`.',
    ' */',
    'export declare function createValidator(): {',
    `  (data: unknown): data is ${type};`,
    '  errors?: readonly Mistake[] | null;',
    '};',
    '',
  ].join('\n');
}
