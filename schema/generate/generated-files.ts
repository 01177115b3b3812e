import type { SpecKind } from '../../compiler/source/spec-kind.ts';
import type { SchemaNode } from '../schema-node.ts';
import { printAuthoring } from './print-authoring.ts';
import { printLocatedTypes } from './print-located.ts';
import { printSchema } from './print-schema.ts';
import { printSourceSchema } from './print-source-schema.ts';
import { printTypes, rootTypeName } from './print-types.ts';
import { printValidator, printValidatorTypes } from './print-validators.ts';
import { strictSchema } from './strict.ts';

/** Returns all generated files, by path relative to `schema`, made from the source schemas. */
export function generatedFiles(sources: ReadonlyMap<SpecKind, SchemaNode>): ReadonlyMap<string, string> {
  const strict = new Map([...sources].map(([kind, source]) => [kind, strictSchema(source)]));
  const named = [...strict].map(([kind, schema]) => ({ rootName: rootTypeName(kind), schema }));
  const types = printTypes(strict);
  const files = new Map([
    ['generated/types.ts', types],
    ['generated/authoring-declarations.ts', printAuthoring(types)],
    ['generated/located.ts', printLocatedTypes(named)],
  ]);
  for (const [kind, source] of sources) files.set(`${kind}.schema.json`, printSourceSchema(source));
  for (const [kind, schema] of strict) {
    files.set(`generated/${kind}.ts`, printSchema(kind, schema));
    files.set(`generated/validators/${kind}.js`, printValidator(kind, schema));
    files.set(`generated/validators/${kind}.d.ts`, printValidatorTypes(kind));
  }
  return files;
}
