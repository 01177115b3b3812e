import fc from 'fast-check';
import { specSchemas } from '../../compiler/check/spec-schemas.ts';
import type { SpecKind } from '../../compiler/source/spec-kind.ts';
import { resolveSchema, type SchemaNode } from '../../schema/schema-node.ts';
import { scalar } from './arbitrary-specs.ts';

/** A value as YAML lines in flow style: braces and brackets need no indentation. */
type Flow = fc.Arbitrary<string>;

/** Objects are nested at most this deep: no spec has more levels. */
const DEEPEST = 8;

/**
 * Specs that follow their schema: any fields, with values that fit for the most part. They get past the schema, to
 * the rules, the links and the output.
 */
export function guidedSpec(kind: SpecKind): fc.Arbitrary<string> {
  const { schema } = specSchemas[kind];
  return objectOf(schema, schema, 0).map((text) => `${text}\n`);
}

function objectOf(schema: SchemaNode, root: SchemaNode, depth: number): Flow {
  const names = Object.keys(schema.properties ?? {});
  // Without the project nothing is compiled.
  const required = depth === 0 ? ['project'] : (schema.required ?? []);
  const optional = names.filter((name) => !required.includes(name));
  const chosen = fc.subarray(optional, {
    maxLength: depth === 0 ? optional.length : Math.min(4, optional.length),
  });
  return chosen
    .chain((some) =>
      fc.tuple(
        ...[...required, ...some].map((name) =>
          flowOf(schema.properties?.[name] ?? {}, root, depth + 1).map((text) => `${name}: ${text}`),
        ),
      ),
    )
    .map((fields) => `{${fields.join(', ')}}`);
}

function flowOf(node: SchemaNode, root: SchemaNode, depth: number): Flow {
  const schema = resolveSchema(node, root);
  const fitting = fittingValue(schema, root, depth);
  return fc.oneof({ weight: 40, arbitrary: fitting }, { weight: 1, arbitrary: scalar.map(quoted) });
}

function fittingValue(schema: SchemaNode, root: SchemaNode, depth: number): Flow {
  if (depth > DEEPEST) return fc.constant('{}');
  if (schema.properties !== undefined) return objectOf(schema, root, depth);
  if (schema.items !== undefined && schema['x-read'] !== 'ports') {
    const items = fc.array(flowOf(schema.items, root, depth), { minLength: 1, maxLength: 3 });
    return items.map((texts) => `[${texts.join(', ')}]`);
  }
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum.map(String));
  switch (schema['x-read']) {
    case 'integer':
    case 'number':
      return fc.integer({ min: schema.minimum ?? 0, max: Math.min(schema.maximum ?? 100, 200) }).map(String);
    case 'boolean':
      return fc.constantFrom('true', 'false', '"true"');
    case 'ports':
      return fc.constantFrom('80', '"80,81"', '[80, 8080]');
    case 'any':
      return fc.constantFrom(
        '{}',
        '{a: 1}',
        '{replicas: 2, version: 9.6}',
        '[1]',
        'text',
        '{schedule: "0 3 * * *"}',
      );
    default:
      return exampleOf(schema);
  }
}

const names: readonly string[] = ['web', 'api', 'db', 'a-b', 'a_b', 'Web', 'shop', 'seed-job', 'deploy'];

/** The examples of the schema, and names that are likely to meet each other. */
function exampleOf({ examples = [], default: fallback }: SchemaNode): Flow {
  const known = [...examples, fallback].filter(
    (value) => typeof value === 'string' || typeof value === 'number',
  );
  return fc.constantFrom(...known.map(String), ...names).map(quoted);
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
