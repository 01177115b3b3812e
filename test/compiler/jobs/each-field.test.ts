import { describe, expect, test } from 'vitest';
import { compile } from '../../../compiler/compile.ts';
import { positionAt } from '../../../compiler/text/position.ts';
import { eachField, type FieldInSpec } from './each-field.ts';

/** A mistake in one field. */
interface Mistake {
  readonly key: string;
  readonly value: string;
  /** Where the finding stands: an object is told that it lacks something at its own place. */
  readonly place: 'field' | 'object';
}

const fields = eachField();

describe.each(['wrong type', 'misspelt', 'empty', 'out of range', 'out of int', 'not allowed'])(
  '%s',
  (sort) => {
    test('one finding with help, and all others stay', () => {
      const wrong = fields.flatMap((field) => {
        const mistake = mistakes[sort]?.(field);
        return mistake === undefined ? [] : faultsOf(field, mistake);
      });
      expect(wrong).toEqual([]);
    });
  },
);

test('the schema has fields of each sort', () => {
  expect(fields.length).toBeGreaterThan(1500);
  for (const [sort, mistake] of Object.entries(mistakes))
    expect(fields.filter((field) => mistake(field) !== undefined).length, sort).toBeGreaterThan(20);
});

const mistakes: Readonly<Record<string, (field: FieldInSpec) => Mistake | undefined>> = {
  'wrong type': ({ key, schema }) => {
    const types = [schema.type ?? []].flat();
    if (types.length === 0) return undefined;
    const value = types.includes('object') ? '[[wrong]]' : types.includes('array') ? '{wrong: 1}' : '[wrong]';
    return { key, value, place: 'field' };
  },
  misspelt: ({ key, example }) => ({
    key: key.length > 3 ? `${key.slice(0, 2)}${key.slice(3)}` : `${key}${key.at(-1)}`,
    value: JSON.stringify(example),
    place: 'field',
  }),
  empty: ({ key, schema, isRequired }) =>
    schema.minLength !== undefined
      ? { key, value: '""', place: 'field' }
      : isRequired
        ? { key, value: '', place: 'object' }
        : undefined,
  'out of range': ({ key, schema: { minimum } }) =>
    minimum === undefined ? undefined : { key, value: String(minimum - 1), place: 'field' },
  'out of int': ({ key, schema }) =>
    schema['x-read'] === 'integer' ? { key, value: '2147483648', place: 'field' } : undefined,
  'not allowed': ({ key, schema }) =>
    schema.enum === undefined ? undefined : { key, value: 'no-such-value', place: 'field' },
};

/** Returns in what the findings about a mistake are not one finding at its place with help, and those of before. */
function faultsOf(field: FieldInSpec, { key, value, place }: Mistake): readonly string[] {
  const good = field.write(field.key, JSON.stringify(field.example));
  const bad = field.write(key, value);
  const before = findings(good.text);
  const after = findings(bad.text);
  const added = after.filter(({ id }) => !before.some((other) => other.id === id));
  const lost = before.filter(({ id, line }) => line !== good.line && !after.some((other) => other.id === id));
  const isGood =
    added.length === 1 &&
    lost.length === 0 &&
    added.every(({ help, line }) => help > 0 && (place === 'object' || line === bad.line));
  if (isGood) return [];
  const told = added.map(({ id, help }) => `${id}${help > 0 ? '' : ' without help'}`);
  return [
    `${field.name}: ${key}: ${value} -> ${told.join(', ')}; lost: ${lost.map(({ id }) => id).join(', ')}`,
  ];
}

interface Told {
  readonly id: string;
  readonly line: number;
  readonly help: number;
}

function findings(text: string): readonly Told[] {
  return compile([{ name: 'jobs.bitesize', text }], { emit: [] }).diagnostics.map(({ code, span, help }) => {
    const { line, column } = span === undefined ? { line: 0, column: 0 } : positionAt(span.file, span.start);
    return { id: `${code} ${line}:${column}`, line, help: help.length };
  });
}
