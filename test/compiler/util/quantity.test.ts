import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalQuantity, parseQuantity } from '../../../compiler/util/quantity.ts';

const billion = 10n ** 9n;

describe('a quantity', () => {
  it.each<[string, bigint]>([
    ['1', billion],
    ['0.5', billion / 2n],
    ['.5', billion / 2n],
    ['2.', 2n * billion],
    ['500m', billion / 2n],
    ['1Ki', 1024n * billion],
    ['1.5Gi', 1_610_612_736n * billion],
    ['1G', billion * billion],
    ['2e3', 2000n * billion],
    ['2E-3', 2_000_000n],
    ['1E', billion * billion * billion],
    ['0.1n', 1n],
    ['-1', -billion],
    ['0', 0n],
  ])('%s has a value', (text, value) => {
    expect(parseQuantity(text)).toBe(value);
  });

  it.each(['', '.', 'm', '1mi', '1 Gi', 'abcm', '1,5', '1KiB', '1e', '--1', '1e99'])('%j is none', (text) => {
    expect(parseQuantity(text)).toBeUndefined();
  });
});

describe('the form of the API server', () => {
  it.each([
    ['1000m', '1'],
    ['1E2', '100'],
    ['870e+1', '8700'],
    ['5000e3', '5e6'],
    ['1e-3', '1e-3'],
    ['1e-10', '1e-9'],
    ['0e3', '0'],
    ['1500m', '1500m'],
    ['0.5', '500m'],
    ['1.0', '1'],
    ['2048Mi', '2Gi'],
    ['1.5Gi', '1536Mi'],
    ['0.5Ki', '512'],
    ['0.3Gi', '322122547200m'],
    ['1.953125Ki', '2k'],
    ['428807062.5Ki', '439098432k'],
    ['1.5009765625Ki', '1537'],
    ['2000M', '2G'],
    ['100M', '100M'],
    ['1024', '1024'],
    ['0Gi', '0'],
    ['1e3', '1e3'],
    ['-2000m', '-2'],
    ['many', 'many'],
  ])('of %s is %s', (text, canonical) => {
    expect(canonicalQuantity(text)).toBe(canonical);
  });

  it('has the same value, and stays as it is', () => {
    const suffix = fc.constantFrom('', 'n', 'u', 'm', 'k', 'M', 'G', 'T', 'Ki', 'Mi', 'Gi', 'Ti');
    const number = fc.oneof(
      fc.nat().map(String),
      fc.tuple(fc.nat(), fc.nat({ max: 999 })).map((pair) => pair.join('.')),
    );
    fc.assert(
      fc.property(number, suffix, (digits, unit) => {
        const canonical = canonicalQuantity(`${digits}${unit}`);
        expect(parseQuantity(canonical)).toBe(parseQuantity(`${digits}${unit}`));
        expect(canonicalQuantity(canonical)).toBe(canonical);
      }),
    );
  });
});
