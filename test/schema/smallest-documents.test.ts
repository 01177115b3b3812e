import { describe, expect, test } from 'vitest';
import { specSchemas } from '../../compiler/check/spec-schemas.ts';
import { createAjv } from '../../schema/generate/create-ajv.ts';
import { readExample } from '../../schema/generate/read-example.ts';
import { allSources } from '../../schema/source/all-sources.ts';
import { schemaFields, smallestDocument } from './schema-fields.ts';

describe.each([...allSources])('%s', (kind, source) => {
  const fields = schemaFields(kind, source);
  const matches = createAjv({ allowUnionTypes: true }).compile(source);
  const { schema: strict, validate } = specSchemas[kind];

  test.each(fields.map((field) => [field.path, field] as const))('%s takes its examples', (_, field) => {
    for (const example of field.node.examples ?? []) {
      const document = smallestDocument(field, example);
      expect(matches(document), JSON.stringify(matches.errors)).toBe(true);
      const read = readExample(source, source, document);
      expect(validate(read), JSON.stringify(validate.errors)).toBe(true);
    }
  });

  test.each(
    fields.flatMap((field) =>
      field.node.default === undefined ? [] : [[field.path, field, field.node.default] as const],
    ),
  )('%s takes its default', (_, field, fallback) => {
    const document = smallestDocument(field, fallback);
    expect(matches(document), JSON.stringify(matches.errors)).toBe(true);
    expect(validate(readExample(source, source, document)), JSON.stringify(validate.errors)).toBe(true);
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
