import { expect, test } from 'vitest';
import { strictSchema } from '../../schema/generate/strict.ts';
import type { SchemaNode } from '../../schema/schema-node.ts';

function strictField(node: SchemaNode): SchemaNode | undefined {
  return strictSchema({ type: 'object', properties: { field: node } }).properties?.field;
}

test('a text is a string, and its examples are texts', () => {
  const source: SchemaNode = {
    type: ['string', 'number', 'null'],
    'x-read': 'text',
    pattern: '^5',
    examples: [5.7],
  };
  expect(strictField(source)).toEqual({ type: 'string', 'x-read': 'text', pattern: '^5', examples: ['5.7'] });
});

test('allowed values lose null and its description', () => {
  const source: SchemaNode = {
    type: ['string', 'null'],
    'x-read': 'text',
    enum: ['a', null],
    enumDescriptions: ['A.', 'Nothing.'],
  };
  expect(strictField(source)).toEqual({
    type: 'string',
    'x-read': 'text',
    enum: ['a'],
    enumDescriptions: ['A.'],
  });
});

test('a number keeps its bounds and loses the pattern of its text form', () => {
  const source: SchemaNode = {
    type: ['integer', 'string'],
    'x-read': 'integer',
    pattern: '^[0-9]+$',
    minimum: 1,
    default: '2',
  };
  expect(strictField(source)).toEqual({ type: 'integer', 'x-read': 'integer', minimum: 1, default: 2 });
});

test('a boolean is a boolean', () => {
  const source: SchemaNode = {
    type: ['boolean', 'string'],
    'x-read': 'boolean',
    pattern: '^yes$',
    default: 'yes',
  };
  expect(strictField(source)).toEqual({ type: 'boolean', 'x-read': 'boolean', default: true });
});

test('ports are a list of numbers', () => {
  const source: SchemaNode = {
    type: ['integer', 'string', 'array'],
    'x-read': 'ports',
    pattern: '^[0-9, ]+$',
    minimum: 1,
    items: { type: ['integer', 'string'], 'x-read': 'integer', minimum: 1 },
    default: 80,
    examples: ['80, 81', [80]],
  };
  expect(strictField(source)).toEqual({
    type: 'array',
    'x-read': 'ports',
    items: { type: 'integer', 'x-read': 'integer', minimum: 1 },
    default: [80],
    examples: [[80, 81], [80]],
  });
});

test('one text or a list of texts is a list', () => {
  const source: SchemaNode = {
    type: ['string', 'array'],
    'x-read': 'texts',
    pattern: '^[a-z]+$',
    items: { type: ['string', 'number'], 'x-read': 'text', pattern: '^[a-z]+$' },
    examples: ['a'],
  };
  expect(strictField(source)).toEqual({
    type: 'array',
    'x-read': 'texts',
    items: { type: 'string', 'x-read': 'text', pattern: '^[a-z]+$' },
    examples: [['a']],
  });
});

test('a mapping that may be a scalar is an object', () => {
  const source: SchemaNode = {
    type: ['object', 'string', 'null'],
    'x-read': 'mapping',
    properties: {},
    examples: ['x'],
  };
  expect(strictField(source)).toEqual({
    type: 'object',
    'x-read': 'mapping',
    properties: {},
    examples: [{}],
  });
});

test('a free value stays free', () => {
  expect(strictField({ 'x-read': 'any', examples: [{ a: 1.1 }] })).toEqual({
    'x-read': 'any',
    examples: [{ a: 1.1 }],
  });
});
