import { describe, expect, test } from 'vitest';
import { specSchemas } from '../../compiler/check/spec-schemas.ts';
import { groupBy } from '../../compiler/util/group-by.ts';
import { createAjv } from '../../schema/generate/create-ajv.ts';
import { readExample } from '../../schema/generate/read-example.ts';
import type { JsonValue, SchemaNode } from '../../schema/schema-node.ts';
import { allSources } from '../../schema/source/all-sources.ts';
import { type SchemaField, schemaFields, smallestDocument } from './schema-fields.ts';

describe.each([...allSources])('%s', (kind, source) => {
  const fields = schemaFields(kind, source);
  const matches = createAjv({ allowUnionTypes: true }).compile(source);
  const { schema: strict, validate } = specSchemas[kind];

  /** The values that are not taken, each with its field: before reading, by the schema; after it, by the validator. */
  function refused(field: SchemaField, values: readonly JsonValue[]): readonly string[] {
    return values.flatMap((value) => {
      const document = smallestDocument(field, value);
      const told = `${field.path}: ${JSON.stringify(value)}`;
      return [
        ...(matches(document) ? [] : [`${told} is not in the schema: ${JSON.stringify(matches.errors)}`]),
        ...(validate(readExample(source, source, document))
          ? []
          : [`${told} is not valid: ${JSON.stringify(validate.errors)}`]),
      ];
    });
  }

  // One test for each object: a field that is reached in several ways is tried in each of them.
  const names = new Map<SchemaNode, string>([[source, 'the file']]);
  for (const [name, node] of Object.entries(source.definitions ?? {})) names.set(node, name);
  const owners = [...groupBy(fields, ({ owner }) => owner)].map(
    ([owner, own]) => [names.get(owner) ?? own[0]?.parent?.path ?? '', own] as const,
  );

  test.each(owners)('%s takes the examples of its fields', (_, own) => {
    expect(own.flatMap((field) => refused(field, field.node.examples ?? []))).toEqual([]);
  });

  test.each(owners)('%s takes the defaults of its fields', (_, own) => {
    expect(
      own.flatMap((field) => (field.node.default === undefined ? [] : refused(field, [field.node.default]))),
    ).toEqual([]);
  });

  test('has the same fields after reading', () => {
    expect(schemaFields(kind, strict).map(({ path }) => path)).toEqual(fields.map(({ path }) => path));
  });

  test('refuses a field that it does not know, at every depth', () => {
    for (const field of fields.filter(({ parent }) => parent !== undefined)) {
      const document = smallestDocument({ ...field, name: 'no_such_field' }, 'x');
      expect(matches(document) || validate(document), field.path).toBe(
        field.parent?.node['x-read'] === 'any',
      );
    }
  });
});
