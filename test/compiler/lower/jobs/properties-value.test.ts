import fc from 'fast-check';
import { expect, test } from 'vitest';
import { propertiesValue } from '../../../../compiler/lower/jobs/components/component-job.ts';

/** What EnvInject makes of one `name=value` line: its two replacements, then `java.util.Properties.load`. */
function read(line: string): string {
  const escaped = line
    .replace(/(?<!\\)\\(?![n:*?"<>\\/])(?!\\)(?!\n)/g, '\\\\')
    .replace(/(?<=^|[\n\r\u0085\u2028\u2029])([^=]+=)(\\\\)(?![:*?"<>\\/])/g, '$1\\\\\\\\');
  const value = escaped.slice(escaped.indexOf('=') + 1).replace(/^[ \t\f]+/, '');
  const text = value.replace(
    /\\([\s\S])/g,
    (_, next: string) => ({ n: '\n', t: '\t', r: '\r', f: '\f', '\n': '' })[next] ?? next,
  );
  return text.trim();
}

test.each([
  'plain',
  'C:\\new\\table',
  '\\\\server\\share',
  '\\x',
  'two\nlines',
  'a=b:c#d!e',
  '$PATH:/opt',
  'ends\\',
  'x\u2028a=\\b',
  'x\u0085a=\\\\b=\\c=\\d',
  '\\\u2029\u2029=\\:\u2028=\\n',
])('%j arrives as it is', (value) => {
  expect(read(`NAME=${propertiesValue(value)}`)).toBe(value);
});

test('any value arrives as it is, but for white space at its ends', () => {
  const text = fc.string({
    unit: fc.constantFrom('\\', 'n', 'u', ':', '/', '"', '=', ' ', '\n', 'a', '$', 'é', '\u2028', '\u0085'),
  });
  fc.assert(
    fc.property(text, (value) => {
      expect(read(`NAME=${propertiesValue(value)}`)).toBe(value.trim());
    }),
  );
});
