import { isDeepStrictEqual } from 'node:util';
import type { ErrorObject } from 'ajv';
import { diffLines } from 'diff';
import { describe, expect, test } from 'vitest';
import { specSchemas } from '../../compiler/check/spec-schemas.ts';
import type { SpecKind } from '../../compiler/source/spec-kind.ts';
import { createAjv } from '../../schema/generate/create-ajv.ts';
import { printValidator } from '../../schema/generate/print-validators.ts';
import { strictSchema } from '../../schema/generate/strict.ts';
import { validationSchema } from '../../schema/generate/validation-schema.ts';
import type { Mistake } from '../../schema/mistake.ts';
import type { JsonValue, SchemaNode } from '../../schema/schema-node.ts';
import { allSources } from '../../schema/source/all-sources.ts';
import { type Field, flag, integer, list, part, text } from '../../schema/source/fields.ts';
import { patterns } from '../../schema/source/patterns.ts';
import { schemaFields, smallestDocument } from './schema-fields.ts';

const about = { without: 'none', examples: ['a'], since: '0.1.0' } as const;
const kinds = [...allSources.keys()];

function printed(kind: SpecKind, change: (source: SchemaNode) => SchemaNode = (source) => source): string {
  return printValidator(kind, strictSchema(change(allSources.get(kind) ?? {})));
}

/** A change that puts a field into a definition, before the field that stood `at` this place. */
function adding(definition: string, at: number, { node }: Field): (source: SchemaNode) => SchemaNode {
  return (source) => {
    const owner = source.definitions?.[definition] ?? {};
    const properties = Object.entries(owner.properties ?? {});
    properties.splice(at, 0, ['new_field', node]);
    const changed = { ...owner, properties: Object.fromEntries(properties) };
    return { ...source, definitions: { ...source.definitions, [definition]: changed } };
  };
}

function changedLines(before: string, after: string): number {
  const changes = diffLines(before, after).filter(({ added, removed }) => added || removed);
  return changes.reduce((lines, { count }) => lines + count, 0);
}

describe('one new field changes the lines that are about it, and no others', () => {
  test.each<[string, SpecKind, string, number, Field]>([
    ['a text', 'environments', 'Service', 0, text('A text.', about)],
    [
      'a text with a pattern',
      'environments',
      'Service',
      3,
      text('A name.', { ...about, pattern: patterns.quantity }),
    ],
    ['a list of texts', 'jenkins', 'Jenkins', 5, list('Names.', { ...about, of: { type: 'string' } })],
    ['a number', 'jenkins', 'Agent', 1, integer('A number.', { ...about, minimum: 1 })],
    ['a flag', 'build', 'Component', 0, flag('Whether.', about)],
    ['an object that others use too', 'environments', 'Environment', 0, part('Hpa', 'Numbers.', about)],
    ['an object that is used further down', 'jenkins', 'Jenkins', 0, part('Limits', 'Limits.', about)],
  ])('%s', (_, kind, definition, at, field) => {
    const changed = changedLines(printed(kind), printed(kind, adding(definition, at, field)));
    expect(changed).toBeGreaterThan(3);
    expect(changed).toBeLessThanOrEqual(20);
  });
});

const wildValues: readonly JsonValue[] = [
  ...[null, true, -1, 0, 1.5, 70_000, '', 'x', 'A B', '../x', [], {}],
  ...[['x'], [1], [0.5], [{}], { x: 1 }, JSON.parse('{"__proto__": 1}'), { toString: 'x' }],
];

function asMistake({ instancePath, keyword, params }: ErrorObject): Mistake {
  return { instancePath, keyword, param: params.missingProperty ?? params.limit };
}

test.each(kinds)('what the validator of %s finds is what ajv finds', (kind) => {
  const { schema, validate } = specSchemas[kind];
  const options = { unicode: false, inlineRefs: false, messages: false, logger: false } as const;
  const reference = createAjv(options).compile(validationSchema(schema));
  const seen = new Set<SchemaNode>();
  let tried = 0;
  let mistakes = 0;
  const differing: JsonValue[] = [];
  for (const field of schemaFields(kind, schema)) {
    // One function looks at a field wherever its object stands: in each further place, the way there is what is new.
    const values = seen.has(field.node) ? wildValues.slice(0, 2) : wildValues;
    seen.add(field.node);
    for (const document of [
      ...values.map((value) => smallestDocument(field, value)),
      smallestDocument({ ...field, name: 'toString' }, 1),
    ]) {
      const isSame =
        validate(document) === reference(document) &&
        isDeepStrictEqual(validate.errors, reference.errors?.map(asMistake) ?? null);
      if (!isSame) differing.push(document);
      tried++;
      mistakes += reference.errors?.length ?? 0;
    }
  }
  expect(differing).toEqual([]);
  expect(mistakes).toBeGreaterThan(tried / 2);
});

test.each(kinds)(
  'the validator of %s has no number of ajv in its names, and no whole schema in it',
  (kind) => {
    const text = printed(kind);
    expect(text).not.toMatch(/\b(validate|schema|func|pattern|err)\d+\b/);
    expect(text).not.toContain('"properties":');
  },
);

test('a pattern without a name is refused', () => {
  const field = text('A text.', { ...about, pattern: { expression: '^new$', words: 'must be new' } });
  expect(() => printed('build', adding('Component', 0, field))).toThrow(
    'give ^new$ a name in schema/source/patterns.ts',
  );
});
