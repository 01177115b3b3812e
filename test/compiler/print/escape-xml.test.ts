import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeXmlText } from '../../../compiler/print/xml.ts';

const impossible = /[\0\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const special = /[&<>\r\u0085\u2028]|[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g;
const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** The rule itself, asked about every character; undefined for a text that XML cannot hold. */
function plainRule(text: string): string | undefined {
  if (impossible.test(text)) return undefined;
  return text.replace(
    special,
    (found) => named[found] ?? `&#x${found.charCodeAt(0).toString(16).toUpperCase()};`,
  );
}

function escaped(text: string): string | undefined {
  try {
    return escapeXmlText(text);
  } catch {
    return undefined;
  }
}

describe('escapeXmlText', () => {
  it('gives what the plain rule gives', () => {
    const pieces = fc.constantFrom(
      ...[
        'a',
        ' ',
        '\n',
        '\t',
        '\r',
        '&',
        '<',
        '>',
        '"',
        ']]>',
        '\0',
        '\u0085',
        '\u2028',
        '\u2029',
        '\u007f',
      ],
      ...['\ud83d', '\ude00', '😀', 'é', '\ufffe', '\u009f'],
    );
    const text = fc.oneof(
      fc.array(pieces, { maxLength: 10 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(text, (value) => {
        expect(escaped(value)).toBe(plainRule(value));
      }),
      { numRuns: 3000 },
    );
  });

  it('gives it for every unit of the first plane', () => {
    for (let unit = 0; unit <= 0xffff; unit++) {
      const text = `a${String.fromCharCode(unit)}b`;
      if (escaped(text) !== plainRule(text)) expect.fail(`U+${unit.toString(16)}`);
    }
  });
});
