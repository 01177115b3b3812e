import fc from 'fast-check';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { writeYaml } from '../../../../compiler/import/write/write-yaml.ts';

const text = fc.oneof(
  fc
    .string({ unit: 'binary', maxLength: 30 })
    .filter((value) => !/[\u0000-\u001f\u007f-\u009f\ud800-\udfff\ufeff\ufffe\uffff]/.test(value)),
  fc
    .array(fc.constantFrom('a: b', ' x', '# no', '', '  ', 'make all', '- -', "it's", '[a', 'b}', '\t'), {
      maxLength: 6,
    })
    .map((lines) => lines.join('\n')),
  fc.constantFrom(
    'yes',
    'null',
    '1.10',
    '0x1f',
    '012',
    '~',
    '',
    'a, b',
    '{x}',
    '*',
    '&a',
    '!t',
    '@x',
    '%',
    '1e3',
    '12:30',
  ),
);

const { value } = fc.letrec<{ value: unknown; list: unknown; object: unknown }>((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, text, fc.integer(), fc.boolean(), tie('list'), tie('object')),
  list: fc.array(tie('value'), { maxLength: 4 }),
  object: fc.dictionary(
    text.filter((key) => key !== '__proto__'),
    tie('value'),
    { maxKeys: 4 },
  ),
}));

describe('YAML as a person writes it', () => {
  it('has the value that was written', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('project', 'jobs', 'external'), value, { minKeys: 1 }),
        (data) => {
          expect(load(writeYaml(data as never))).toEqual(data);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is short where it can be', () => {
    const job = {
      name: 'a',
      wrappers: ['timestamps', { timeout: 60 }],
      builders: [{ shell: 'make\nmake test' }],
    };
    expect(writeYaml(job)).toBe(`name: a
wrappers: [timestamps, {timeout: 60}]
builders:
  - shell: |-
      make
      make test
`);
  });
});
