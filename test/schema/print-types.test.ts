import { expect, test } from 'vitest';
import type { SpecKind } from '../../compiler/source/spec-kind.ts';
import { printTypes } from '../../schema/generate/print-types.ts';
import type { SchemaNode } from '../../schema/schema-node.ts';

const schema: SchemaNode = {
  description: 'A file.',
  type: 'object',
  required: ['name'],
  properties: {
    name: { type: 'string', description: 'Its name.' },
    'a-b': { type: 'integer', deprecationMessage: 'Write `ab`.' },
    mode: { type: 'string', enum: ['on', "o'ff"] },
    ports: { type: 'array', items: { type: 'integer' }, description: 'As in `**/x`, */ and so on.' },
    labels: { type: 'object', additionalProperties: { type: 'string' } },
    parts: { type: 'array', items: { $ref: '#/definitions/Part' } },
    listen: { type: 'array', items: { type: 'integer' }, 'x-read': 'ports' },
    hosts: { type: 'array', items: { type: 'string' }, 'x-read': 'texts' },
    rest: {},
  },
  definitions: { Part: { type: 'object', properties: { live: { type: 'boolean' } } } },
};

test('one interface per object, with the shape of every kind of value', () => {
  const text = printTypes(new Map([['build', schema]]));
  expect(text.slice(text.indexOf('\n') + 1)).toBe(`
/** A file. */
export interface BuildSpec {
    /** Its name. */
    readonly name: string;
    /** @deprecated Write \`ab\`. */
    readonly 'a-b'?: number;
    readonly mode?: 'on' | 'o\\'ff';
    /** As in \`**\\/x\`, *\\/ and so on. */
    readonly ports?: readonly number[];
    readonly labels?: Readonly<Record<string, string>>;
    readonly parts?: readonly Part[];
    readonly listen?: number | readonly number[];
    readonly hosts?: string | readonly string[];
    readonly rest?: Plain;
}

export interface Part {
    readonly live?: boolean;
}

/** The interface of each kind of spec file. */
export interface SpecByKind {
    readonly build: BuildSpec;
}

/** Tells the interfaces apart that functions return; it holds nothing. */
declare const kind: unique symbol;

/** Plain data, as JSON has it. A field that is \`undefined\` counts as not written. */
export type Plain =
    | string
    | number
    | boolean
    | null
    | readonly Plain[]
    | {
          readonly [key: string]: Plain | undefined;
      };
`);
});

/** The schema with a part that is something else. */
const otherPart: SchemaNode = {
  ...schema,
  definitions: { ...schema.definitions, Part: { type: 'object', properties: { other: { type: 'string' } } } },
};

test('two schemas cannot give one name to two things', () => {
  const two = new Map<SpecKind, SchemaNode>([
    ['build', schema],
    ['jenkins', otherPart],
  ]);
  expect(() => printTypes(two)).toThrow('two schemas define Part');
});

test('what two schemas share has one type', () => {
  const two = new Map<SpecKind, SchemaNode>([
    ['build', schema],
    ['jenkins', schema],
  ]);
  expect(printTypes(two).match(/export interface Part /g)).toHaveLength(1);
});
