import { decode, encode } from '@jridgewell/sourcemap-codec';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Artifact } from '../../../compiler/model/artifact.ts';
import { printSourceMaps } from '../../../compiler/plan/source-map.ts';
import {
  fromDefault,
  fromPolicy,
  fromSeveral,
  fromSpec,
  type Origin,
} from '../../../compiler/text/origin.ts';
import { positionAt } from '../../../compiler/text/position.ts';
import { type LineMark, TracedText } from '../../../compiler/text/traced-text.ts';

/** Positions far from each other: their differences have one to four digits. */
const files = ['build', 'jenkins'].map((name) => ({ name, text: `${'x'.repeat(40)}\n`.repeat(2000) }));

const origins: fc.Arbitrary<Origin> = fc.letrec<{ one: Origin; any: Origin }>((tie) => ({
  one: fc.oneof(
    fc
      .record({ file: fc.constantFrom(...files), start: fc.nat(80_000) })
      .map((at) => fromSpec({ ...at, end: 0 })),
    fc.constantFrom('a', 'b "c"', 'é').map(fromDefault),
    fc.constantFrom('a', 'because').map(fromPolicy),
  ),
  any: fc.oneof(
    { depthSize: 'small' },
    { arbitrary: tie('one'), weight: 3 },
    { arbitrary: fc.array(tie('any'), { maxLength: 4 }).map(fromSeveral), weight: 1 },
  ),
})).any;

/** Few origins for many marks, as in real artifacts; marks may cross and lie outside the text. */
const artifacts: fc.Arbitrary<readonly Artifact[]> = fc
  .array(origins, { minLength: 1, maxLength: 8 })
  .chain((of) => {
    const origin = fc.constantFrom(...of);
    const mark = fc
      .record({ first: fc.integer({ min: -2, max: 30 }), lines: fc.nat(12), origin })
      .map(({ first, lines, origin }) => ({ first, last: first + lines, origin }));
    const content = fc
      .record({ lines: fc.nat(30), end: fc.constantFrom('', 'x'), marks: fc.array(mark, { maxLength: 20 }) })
      .map(({ lines, end, marks }) => new TracedText(`x\n`.repeat(lines) + end, marks));
    return fc
      .array(fc.record({ content, origin }), { maxLength: 4 })
      .map((list) => list.map((item, at) => ({ path: `file ${at}`, ...item })));
  });

/** What a segment leads to, as a text. */
type Target = string;

it('has for each line what the tightest marks say, found the slow way', () => {
  fc.assert(
    fc.property(artifacts, (list) => {
      const { maps } = JSON.parse(printSourceMaps(list));
      for (const artifact of list) {
        const { mappings, sources, names } = maps[artifact.path];
        const segments = decode(mappings);
        expect(encode(segments)).toBe(mappings);
        const lines = segments.map((line) =>
          line.map(([column, source = -1, at, on, name]) => {
            expect(column).toBe(0);
            return target(sources[source], at, on, name === undefined ? undefined : names[name]);
          }),
        );
        expect(artifact.content.text === '' ? [] : lines).toEqual(linesOf(artifact));
      }
    }),
    { numRuns: 1000 },
  );
});

function linesOf({ content, origin }: Artifact): Target[][] {
  const { text, marks } = content;
  const count = text.split('\n').length - (text === '' || text.endsWith('\n') ? 1 : 0);
  return Array.from({ length: count }, (_, line) => {
    const over = marks.filter(({ first, last }) => first <= line && line <= last);
    const fewest = Math.min(...over.map(size));
    const tightest = over.filter((mark) => size(mark) === fewest).reverse();
    const found = tightest.length === 0 ? [origin] : tightest.map((mark) => mark.origin);
    return [...new Set(found.flatMap(targets))];
  });
}

function size({ first, last }: LineMark): number {
  return last - first;
}

function targets(origin: Origin): Target[] {
  switch (origin.kind) {
    case 'spec': {
      const { line, column } = positionAt(origin.span.file, origin.span.start);
      return [target(origin.span.file.name, line - 1, column - 1, undefined)];
    }
    case 'default':
      return [target('bitesize:default', 0, 0, origin.field)];
    case 'policy':
      return [target('bitesize:policy', 0, 0, origin.reason)];
    case 'several':
      return origin.of.flatMap(targets);
  }
}

function target(...parts: readonly (string | number | undefined)[]): Target {
  return JSON.stringify(parts);
}
