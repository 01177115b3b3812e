import fc from 'fast-check';
import { dump, load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { commentLines, plain, printYaml } from '../../../compiler/print/yaml.ts';
import { yamlOptions } from '../../../compiler/print/yaml-scalar.ts';
import { fromPolicy } from '../../../compiler/text/origin.ts';
import { Sourced, sourced } from '../../../compiler/text/sourced.ts';
import { type Traceable, TracedText } from '../../../compiler/text/traced-text.ts';

/** Returns the printed lines that a mark covers, by the reason of its origin. */
function marked(tree: Traceable): Record<string, string[]> {
  const { text, marks } = printYaml(tree);
  const lines = text.split('\n');
  return Object.fromEntries(
    marks.map(({ first, last, origin }) => [
      origin.kind === 'policy' ? origin.reason : '',
      lines.slice(first, last + 1),
    ]),
  );
}

const from = (name: string, value: Traceable) => new Sourced(value, fromPolicy(name));

describe('printYaml', () => {
  it('marks a scalar, a list, a mapping and the entry of a list with its lines', () => {
    const tree: Traceable = {
      kind: 'Service',
      name: from('name', 'web'),
      ports: from('ports', [{ port: from('port', 80) }, { port: 81 }]),
      labels: from('labels', { a: 'b' }),
      empty: from('empty', []),
    };
    expect(marked(tree)).toEqual({
      name: ['name: web'],
      port: ['  - port: 80'],
      ports: ['ports:', '  - port: 80', '  - port: 81'],
      labels: ['labels:', '  a: b'],
      empty: ['empty: []'],
    });
  });

  it('marks the lines of a script inside a block scalar', () => {
    const script = new TracedText('#!/bin/sh\nset -e\nmake\n', [
      { first: 2, last: 2, origin: fromPolicy('make') },
    ]);
    expect(marked({ a: { script }, z: from('after', 1) })).toEqual({ make: ['    make'], after: ['z: 1'] });
  });

  it('leaves undefined keys out', () => {
    expect(printYaml({ a: undefined, b: 1 }).text).toBe('b: 1\n');
  });

  it('prints a text of megabytes, on one line or on several', () => {
    const texts = ['x'.repeat(4_000_000), 'ü'.repeat(4_000_000), `${'ü'.repeat(50)}\n`.repeat(80_000)];
    for (const text of texts) expect(load(printYaml({ a: text }).text)).toEqual({ a: text });
  });

  it('round-trips any text, and marks exactly the lines that hold it', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom('a', ' ', '\n', '\t', '#', ': ', '- ', '|', '>', "'", '"', '\r'), {
          maxLength: 12,
        })
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, text, (first, second) => {
        const tree: Traceable = {
          before: first,
          list: [{ here: from('here', second), after: first }],
          end: 'end',
        };
        const printed = printYaml(tree);
        expect(load(printed.text)).toEqual(plain(tree));
        const [mark] = printed.marks;
        const lines = printed.text.split('\n');
        expect(lines[mark?.first ?? -1]).toMatch(/^ {2}- here:/);
        expect(lines[(mark?.last ?? -1) + 1]).toMatch(/^ {4}after:/);
      }),
      { numRuns: 500 },
    );
  });

  it('prints words, addresses and files as js-yaml prints them', () => {
    const piece = fc.constantFrom(
      ...['a', 'web', '0', '10', '-', '_', '.', '/', '@', ':', '10-a', '00-', '2026-11-24', 'e', 'x', '1.5'],
      ...['http://', 'true', 'null', '.yaml', 'T10:00:00'],
    );
    const word = fc.array(piece, { maxLength: 7 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(word, word, (key, value) => {
        const tree = { [key]: value, list: [value] };
        expect(printYaml(tree).text).toBe(dump(tree, yamlOptions));
      }),
      { numRuns: 3000 },
    );
  });

  it('prints a head above the document and counts its lines', () => {
    const frame = { head: commentLines(['one', 'two']), origin: fromPolicy('all') };
    const { text, marks } = printYaml({ a: from('a', 1) }, frame);
    expect(text).toBe('# one\n# two\na: 1\n');
    expect(marks).toMatchObject([
      { first: 0, last: 2, origin: fromPolicy('all') },
      { first: 2, last: 2 },
    ]);
    expect(printYaml('alone', frame).marks).toMatchObject([{ first: 0, last: 2 }]);
  });

  it('prints what js-yaml prints', () => {
    const word = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'true',
        'No',
        '1.10',
        '=',
        '<<',
        '---',
        'web: a',
        'a #b',
        '0x1f',
        '2026-11-24',
        '__proto__',
      ),
      fc
        .array(
          fc.constantFrom('web', ' ', '\n', '\t', '#', ': ', '- ', '---', '|', '"', '\u0085', '\u{1f600}'),
          {
            maxLength: 8,
          },
        )
        .map((parts) => parts.join('')),
    );
    const { tree } = fc.letrec<{ tree: Traceable }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        word,
        fc.oneof(fc.integer(), fc.double({ noNaN: true }), fc.boolean(), fc.constant(null)),
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.array(fc.tuple(word, tie('tree')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        expect(printYaml(value).text).toBe(dump(plain(value), yamlOptions));
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ...[
      '08_15_2024',
      '0XFF',
      '+0XFF',
      '0O17',
      '09_1',
      '7e_1',
      '1_0e3',
      '0x_',
      '0_x0',
      '0b+0',
      '+0o71',
      '-_19',
    ],
    ...['2024-1-5', '2024-1-5 1:2:3', '12e4567', '._', '+.__', '-._e1', '0_e0', '1.0e+1000', '1E400'],
  ])('quotes %s, which some reader takes for a number or a date', (text) => {
    expect(printYaml({ a: text, list: [text], [text]: 1 }).text).toBe(
      `a: '${text}'\nlist:\n  - '${text}'\n'${text}': 1\n`,
    );
  });

  it.each([
    ...[
      '10.0.0.1',
      '1.2.3',
      '30s',
      '100Mi',
      '10-service-web.yaml',
      '.',
      '..',
      './x',
      '.git',
      '--flag',
      '-Xmx512m',
    ],
    ...['2024-01-05-rc', '7e1a2b3', 'e5', 'x_1', '_', 'inf', '1.27-alpine', '+x', '5m', '8.8.8.8/32'],
  ])('prints %s plain', (text) => {
    expect(printYaml({ [text]: text }).text).toBe(`${text}: ${text}\n`);
  });

  it('escapes separators of Unicode in the one way that all readers take', () => {
    expect(
      printYaml({ 'a\u2028': 'b\u2029', c: ['d\u2028\ne', 'x'.repeat(2_000_000).concat('\u0085')] }).text,
    ).toBe(`"a\\u2028": "b\\u2029"\nc:\n  - "d\\u2028\\ne"\n  - "${'x'.repeat(2_000_000)}\\u0085"\n`);
  });

  it('prints keys of several lines, with the marks of what stands behind them', () => {
    const tree: Traceable = {
      'a\nb': from('scalar', 1),
      'c\nd': { e: from('inner', 'x\ny') },
      z: from('last', 2),
    };
    expect(printYaml(tree).text).toBe('? "a\\nb"\n: 1\n? "c\\nd"\n: e: |-\n    x\n    y\nz: 2\n');
    expect(marked(tree)).toEqual({ scalar: [': 1'], inner: [': e: |-', '    x', '    y'], last: ['z: 2'] });
  });

  it('prints comments that every reader skips', () => {
    expect(commentLines(['a\u0085b\u007fc', 'd\ne']).text).toBe('# a b c\n# d e\n');
  });

  it('keeps keys that mean something to JavaScript', () => {
    const tree: Traceable = JSON.parse('{"__proto__": "a", "constructor": "b"}');
    expect(printYaml(tree).text).toBe('__proto__: a\nconstructor: b\n');
  });

  it('prints the same tree for a value with and without an origin', () => {
    expect(printYaml({ a: sourced('x', fromPolicy('p')) }).text).toBe(printYaml({ a: 'x' }).text);
  });
});
