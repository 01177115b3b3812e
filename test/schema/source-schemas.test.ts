import { describe, expect, test } from 'vitest';
import { createAjv } from '../../schema/generate/create-ajv.ts';
import type { SchemaNode } from '../../schema/schema-node.ts';
import { resolveSchema } from '../../schema/schema-node.ts';
import { allSources } from '../../schema/source/all-sources.ts';
import { type SchemaField, schemaFields } from './schema-fields.ts';

const sources = allSources;
/** A kind of job is no field: it is chosen by one. */
const fields = [...sources]
  .flatMap(([kind, schema]) => schemaFields(kind, schema))
  .filter(({ owner }) => owner['x-kinds'] === undefined);

/** The paths of all fields that a condition does not hold for; a field of a definition is listed once. */
function offenders(holds: (field: SchemaField) => boolean): readonly string[] {
  const wrong = new Map(fields.filter((field) => !holds(field)).map((field) => [field.node, field]));
  return [...wrong.values()].map(({ kind, path }) => `${kind}: ${path}`);
}

function rootOf(field: SchemaField): SchemaNode {
  return sources.get(field.kind) ?? {};
}

describe.each([...sources])('%s.schema.json', (_, schema) => {
  test('is a schema of draft-07 that ajv takes in strict mode', () => {
    const ajv = createAjv({ allowUnionTypes: true });
    expect(ajv.validateSchema(schema)).toBe(true);
    expect(() => ajv.compile(schema)).not.toThrow();
  });

  test('has no unions of schemas but those by kind', () => {
    const plain = JSON.stringify(schema, (key, value) => {
      if (value?.['x-kinds'] !== undefined) return {};
      // A field may be called like a keyword.
      return key === 'properties' ? Object.values(value) : value;
    });
    expect(plain).not.toMatch(/"(oneOf|anyOf|allOf|if|not)":/);
  });

  test('closes every object', () => {
    for (const node of [schema, ...Object.values(schema.definitions ?? {})]) {
      if (node['x-kinds'] === undefined) expect(node.additionalProperties).toBe(false);
    }
  });

  test('has examples of the whole and of every definition that are valid', () => {
    const ajv = createAjv({ allowUnionTypes: true });
    ajv.addSchema(schema, 'schema');
    const references = [
      'schema',
      ...Object.keys(schema.definitions ?? {}).map((n) => `schema#/definitions/${n}`),
    ];
    const nodes = [schema, ...Object.values(schema.definitions ?? {})];
    for (const [index, reference] of references.entries()) {
      const { examples } = nodes[index] ?? {};
      expect(examples, reference).toHaveLength(1);
      expect(ajv.validate(reference, examples?.[0]), `${reference}: ${ajv.errorsText()}`).toBe(true);
    }
  });
});

describe('every field', () => {
  test('has a description of whole sentences', () => {
    expect(offenders(({ node }) => /^[A-Z`].*\.$/s.test(node.description ?? ''))).toEqual([]);
  });

  test('has an example', () => {
    expect(offenders(({ node }) => (node.examples?.length ?? 0) > 0)).toEqual([]);
  });

  test('is required, or has a default or a sentence about what holds without it', () => {
    const says = ({ node, name, owner }: SchemaField) =>
      Number(owner.required?.includes(name) === true) +
      Number(node.default !== undefined) +
      Number(node['x-default'] !== undefined);
    expect(offenders((field) => says(field) === 1)).toEqual([]);
  });

  test('says which engines read it, or since when it exists', () => {
    expect(
      offenders(({ node }) => (node['x-engines'] === undefined) === (node['x-since'] !== undefined)),
    ).toEqual([]);
  });

  test('may be left empty exactly when it may be left out', () => {
    const holds = (field: SchemaField) => {
      const { type } = resolveSchema(field.node, rootOf(field));
      const nullable = type === undefined || (Array.isArray(type) && type.includes('null'));
      return nullable !== (field.owner.required?.includes(field.name) === true);
    };
    expect(offenders(holds)).toEqual([]);
  });

  test('says how its scalars are read', () => {
    const structures = ['object', 'array', 'null'];
    const holds = (field: SchemaField) => {
      const node = resolveSchema(field.node, rootOf(field));
      const types = typeof node.type === 'string' ? [node.type] : (node.type ?? ['string']);
      if (node['x-entry'] !== undefined || node['x-short'] !== undefined) return node['x-read'] === undefined;
      return (node['x-read'] === undefined) === types.every((type) => structures.includes(type));
    };
    expect(offenders(holds)).toEqual([]);
  });

  test('takes no whole number that Java and Kubernetes cannot read', () => {
    const holds = ({ node }: SchemaField) =>
      node['x-read'] !== 'integer' || (node.maximum ?? Number.POSITIVE_INFINITY) < 2 ** 31;
    expect(offenders(holds)).toEqual([]);
  });

  test('explains its pattern in words', () => {
    const holds = ({ node }: SchemaField) =>
      node.pattern === undefined || node.patternErrorMessage?.startsWith('must be ') === true;
    expect(offenders(holds)).toEqual([]);
  });

  test('describes each of its allowed values', () => {
    expect(offenders(({ node }) => node.enum?.length === node.enumDescriptions?.length)).toEqual([]);
  });
});

test('fields that no engine used warn, and new fields are never among them', () => {
  expect(offenders(({ node }) => node['x-dead'] === undefined || node['x-engines'] !== undefined)).toEqual(
    [],
  );
  expect(fields.filter(({ node }) => node['x-dead'] !== undefined).map(({ path }) => path)).toContain(
    'environments[].services[].database_type',
  );
});
