import { expect, test } from 'vitest';
import { type About, integer, item, list, map, part, text } from '../../../schema/source/fields.ts';
import { type Definitions, specFile } from '../../../schema/source/spec-file.ts';

const about: About = { without: 'none', examples: ['a'], since: '0.1.0' };
const required: About = { required: true, examples: ['a'], since: '0.1.0' };
const none: Definitions = {};

function object(fields: Definitions[string]['fields']): Definitions[string] {
  return { description: 'An object.', fields, examples: [{}] };
}

test('an object takes null exactly where some field may leave it out', () => {
  const root = object({
    left_out: part('Emptied', 'One.', about),
    needed: part('Needed', 'Two.', required),
    many: list('Three.', { ...about, of: 'Member' }),
  });
  const schema = specFile('build', root, { Emptied: object({}), Needed: object({}) }, { Member: object({}) });
  expect(Object.entries(schema.definitions ?? {}).map(([name, { type }]) => [name, type])).toEqual([
    ['Emptied', ['object', 'null']],
    ['Needed', 'object'],
    ['Member', 'object'],
  ]);
  expect(schema.required).toEqual(['needed']);
});

test('a required field takes no null', () => {
  const { properties } = specFile(
    'build',
    object({ name: text('A.', required), size: integer('B.', about) }),
  );
  expect(properties?.name?.type).toEqual(['string', 'number', 'boolean']);
  expect(properties?.size?.type).toEqual(['integer', 'string', 'null']);
});

test.each([
  ['a field', part('Missing', 'One.', about)],
  ['a list', list('Many.', { ...about, of: 'Missing' })],
  ['a map', map('Many.', { ...about, of: 'Missing' })],
])('%s of a definition that nobody wrote is a mistake', (_, field) => {
  expect(() => specFile('jenkins', object({ field }))).toThrow('nothing defines Missing of jenkins');
  expect(() => specFile('jenkins', object({}), { Part: object({ field }) })).toThrow(
    'nothing defines Missing',
  );
});

test('a map of texts refers to nothing', () => {
  const field = map('Many.', { ...about, of: item.text({ secret: true }) });
  const { properties } = specFile('build', object({ field }), none);
  expect(properties?.field?.additionalProperties).toEqual({
    type: ['string', 'number', 'boolean'],
    'x-read': 'text',
    'x-secret': true,
  });
});

test('two groups cannot define one name', () => {
  expect(() => specFile('build', object({}), { Part: object({}) }, { Part: object({}) })).toThrow(
    'two groups of build define one name',
  );
});
