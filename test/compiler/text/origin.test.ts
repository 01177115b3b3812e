import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  commonOrigin,
  fromDefault,
  fromPolicy,
  fromSeveral,
  fromSpec,
  type Origin,
  single,
  withoutCauses,
} from '../../../compiler/text/origin.ts';

const files = ['a', 'b'].map((name) => ({ name, text: 'the same text' }));
const file = fc.constantFrom(...files);
const cause: fc.Arbitrary<Origin> = fc.oneof(
  fc
    .tuple(file, fc.nat(3), fc.nat(3))
    .map(([of, start, length]) => fromSpec({ file: of, start, end: start + length })),
  fc.constantFrom('x', 'y').map(fromDefault),
  fc.constantFrom('x', 'y').map(fromPolicy),
);
/** Few causes are compared one by one, many by their keys. */
const origin = fc
  .oneof(fc.array(cause, { maxLength: 4 }), fc.array(cause, { minLength: 9, maxLength: 20 }))
  .map((causes) => fromSeveral([...causes.slice(0, 2), fromSeveral(causes.slice(2))]));

function keys(of: Origin | undefined): readonly string[] {
  return of === undefined
    ? []
    : single(of).map((one) =>
        JSON.stringify(one.kind === 'spec' ? { ...one.span, file: one.span.file.name } : one),
      );
}

describe('causes', () => {
  it('in common are those of the first that all others have', () => {
    fc.assert(
      fc.property(fc.array(origin, { minLength: 1, maxLength: 4 }), ([first, ...others]) => {
        const all = first === undefined ? [] : [first, ...others];
        const expected = keys(first).filter((key) => others.every((other) => keys(other).includes(key)));
        expect(keys(commonOrigin(all))).toEqual(expected);
      }),
    );
  });

  it('that others have are left out', () => {
    fc.assert(
      fc.property(origin, fc.array(origin, { maxLength: 3 }), (of, others) => {
        const theirs = others.flatMap(keys);
        expect(keys(withoutCauses(of, others))).toEqual(keys(of).filter((key) => !theirs.includes(key)));
      }),
    );
  });
});
