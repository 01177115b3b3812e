import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareVersions,
  compareVersionTexts,
  isAtLeast,
} from '../../../compiler/plugins/compare-versions.ts';
import { parseVersion } from '../../../compiler/plugins/version-number.ts';
import golden from './data/version-order.json' with { type: 'json' };

const pairs = golden.pairs.map(([a, b, order]) => ({ a: String(a), b: String(b), order: Number(order) }));

describe('the order of versions', () => {
  it('is the one of the Java class for every recorded pair', () => {
    const wrong = pairs.filter(({ a, b, order }) => compareVersionTexts(a, b) !== order);
    expect(wrong).toEqual([]);
    expect(pairs.length).toBeGreaterThan(500);
  });

  it('reads the number after a dash, not the text', () => {
    expect(compareVersionTexts('5.3.8-1048.va_c299057e35c', '5.3.8-895.v4d0d8e47fea_d')).toBe(1);
    expect(compareVersionTexts('1590.v49101d088542', '998.vfe9500e4e6f0')).toBe(1);
  });

  it('takes a minimum as reached by an equal version', () => {
    expect(isAtLeast('1.0', '1')).toBe(true);
    expect(isAtLeast('1.9', '1.10')).toBe(false);
  });

  it('keeps the flaws of the original where a zero or a star stands', () => {
    const circle = ['1-1', '1.0.rc1', '1', '1-1'];
    expect([0, 1, 2].map((at) => compareVersionTexts(circle[at] ?? '', circle[at + 1] ?? ''))).toEqual([
      -1, -1, -1,
    ]);
    expect(compareVersionTexts('2.0.*', '2.0.1')).toBe(1);
    expect(compareVersionTexts('2.0.1', '2.0.*')).toBe(0);
  });
});

/** Versions as plugins have them: numbers, then perhaps a build number and a commit, or a qualifier. */
const number = fc.integer({ min: 1, max: 2000 });
const numbers = fc.array(number, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('.'));
const commit = fc
  .array(fc.constantFrom(...'123456789abcdef_'), { minLength: 12, maxLength: 12 })
  .map((letters) => `v${letters.join('')}`);
const qualifier = fc.constantFrom(
  '-rc',
  '-alpha-',
  '-beta',
  '-rc-',
  '-M',
  '-SNAPSHOT',
  '-jenkins-',
  '.Final',
  '-b',
);
const pluginVersion = fc.oneof(
  numbers,
  fc.tuple(numbers, number, commit).map(([base, build, hash]) => `${base}-${build}.${hash}`),
  fc.tuple(number, commit).map(([build, hash]) => `${build}.${hash}`),
  fc.tuple(numbers, qualifier, fc.nat(20)).map(([base, word, count]) => `${base}${word}${count || ''}`),
  fc.constantFrom(
    ...new Set(pairs.flatMap(({ a, b }) => [a, b]).filter((text) => /^\d[\d.]*(-\d|\.v|$)/.test(text))),
  ),
);

describe('the order of versions that plugins have', () => {
  it('is antisymmetric', () => {
    fc.assert(
      fc.property(pluginVersion, pluginVersion, (a, b) => {
        expect(compareVersionTexts(a, b) + compareVersionTexts(b, a)).toBe(0);
      }),
    );
  });

  it('is transitive, also over equal versions', () => {
    fc.assert(
      fc.property(fc.tuple(pluginVersion, pluginVersion, pluginVersion), (three) => {
        const [low, middle, high] = three.map(parseVersion).sort(compareVersions);
        if (!low || !middle || !high) throw new Error('three versions in, three out');
        const lower = compareVersions(low, middle);
        const upper = compareVersions(middle, high);
        expect(lower).toBeLessThanOrEqual(0);
        expect(upper).toBeLessThanOrEqual(0);
        expect(compareVersions(low, high)).toBe(Math.min(lower, upper));
      }),
      { numRuns: 2000 },
    );
  });

  it('is the same whether the first numbers decide or all parts', () => {
    const short = fc.array(fc.constantFrom('0', '1', '01', '12', '.', '-', '*', 'rc', 'v3', ' '), {
      maxLength: 8,
    });
    const text = fc.oneof(
      pluginVersion,
      short.map((tokens) => tokens.join('')),
    );
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(compareVersionTexts(a, b)).toBe(
          a === b ? 0 : compareVersions(parseVersion(a), parseVersion(b)),
        );
      }),
      { numRuns: 5000 },
    );
  });

  it('does not see trailing zeros, letter case or leading zeros', () => {
    fc.assert(
      fc.property(numbers, fc.nat(3), (text, zeros) => {
        expect(compareVersionTexts(text, text + '.0'.repeat(zeros))).toBe(0);
        expect(compareVersionTexts(text, text.replace(/\d+/g, '0$&'))).toBe(0);
        expect(compareVersionTexts(`${text}-rc1`, `${text}-RC1`)).toBe(0);
      }),
    );
  });

  it('never fails, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        expect([-1, 0, 1]).toContain(compareVersionTexts(a, b));
        expect(compareVersionTexts(a, a)).toBe(0);
      }),
    );
  });
});

describe('parseVersion', () => {
  it('opens a group at a dash between digits', () => {
    expect(parseVersion('5.0-895').parts).toEqual([
      { kind: 'number', digits: '5' },
      { kind: 'group', parts: [{ kind: 'number', digits: '895' }] },
    ]);
  });

  it('keeps the text and the time stamp of a snapshot', () => {
    const version = parseVersion('2.0.3-20170207.105042-13');
    expect(version.text).toBe('2.0.3-20170207.105042-13');
    expect(version.snapshot).toBe('-20170207.105042-13');
  });
});
