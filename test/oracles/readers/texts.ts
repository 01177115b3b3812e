import fc from 'fast-check';

/** Texts with which the printer is tried; the same in every run. */
export interface Texts {
  /** Short ones, all there are over some characters. */
  readonly short: readonly string[];
  /** Like numbers, dates, versions and hashes. */
  readonly numbers: readonly string[];
  /** With what means something to YAML, several lines among them. */
  readonly marks: readonly string[];
}

/** Returns the texts: over 300,000. None has half a surrogate pair, which no encoding can hold. */
export function someTexts(): Texts {
  return {
    short: [
      ...upTo(3, '0179_.eExXoObBaAFfpn+-:,~=<>?!&*%@`|#\'"[]{}yYNTZ /'),
      ...upTo(4, '019_.eE+-xXoObBaf:').filter(({ length }) => length === 4),
    ],
    numbers: fc.sample(numberLike, { numRuns: 100_000, seed: 1501 }),
    marks: fc.sample(marked, { numRuns: 60_000, seed: 1502 }),
  };
}

/** Returns every text over these characters that is not longer. */
function upTo(length: number, characters: string): readonly string[] {
  if (length === 0) return [''];
  const shorter = upTo(length - 1, characters);
  const longest = shorter.filter((text) => text.length === length - 1);
  return [...shorter, ...longest.flatMap((text) => [...characters].map((character) => text + character))];
}

const NUMBER_PIECES = [
  ...[
    '0',
    '1',
    '7',
    '9',
    '12',
    '08',
    '1000',
    '2024',
    '0x',
    '0X',
    '0o',
    '0O',
    '0b',
    '0B',
    'e',
    'E',
    'p',
    '_',
    '.',
  ],
  ...['+', '-', ':', ',', ' ', 'T', 'Z', 'a', 'f', 'FF', 'inf', 'nan', 'Inf', 'NaN', 'Infinity', '2024-1-5'],
  ...['2024-01-05', '1:2:3', '10:20:30.5', '+01:00', '1e3', '12e4567', 'd', 'L', '%', '/', 'i', '0.0', '\t'],
];

const numberLike = fc
  .array(fc.constantFrom(...NUMBER_PIECES), { minLength: 1, maxLength: 6 })
  .map((pieces) => pieces.join(''));

const MARK_PIECES = [
  ...[
    'a',
    'web',
    ' ',
    '  ',
    '\n',
    '\n\n',
    '\t',
    '\r',
    '\r\n',
    '#',
    ' #',
    ':',
    ': ',
    '- ',
    '-',
    '---',
    '...',
    '? ',
  ],
  ...[
    '|',
    '>',
    "'",
    '"',
    '\\',
    '\\\n',
    '&',
    '*',
    '!',
    '!!',
    '%',
    '@',
    '`',
    '{',
    '}',
    '[',
    ']',
    ',',
    '=',
    '<<',
    '~',
  ],
  ...[
    'null',
    'Null',
    'true',
    'True',
    'yes',
    'No',
    'on',
    'OFF',
    'y',
    'n',
    '.inf',
    '.NaN',
    '1',
    '0x1',
    '\u0000',
    '\u0007',
  ],
  ...[
    '\u001b',
    '\u007f',
    '\u0080',
    '\u0085',
    '\u009f',
    '\u00a0',
    '\u2028',
    '\u2029',
    '\u3000',
    '\ufeff',
    '\ufffe',
    '\uffff',
  ],
  ...['\u{1f600}', '\u{10ffff}', 'e\u0301', '\u00fc', '\u202e', '\ue000', '\ufffd', 'x'.repeat(130)],
];

const marked = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.array(fc.constantFrom(...MARK_PIECES), { maxLength: 8 }).map((all) => all.join('')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
);
