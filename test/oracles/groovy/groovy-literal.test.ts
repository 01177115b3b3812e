import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groovyLiteral } from '../../../compiler/print/groovy-literal.ts';
import { evaluateGroovy, type GroovyValue } from './evaluate-groovy.ts';
import { hostileText } from './hostile-text.ts';

/** Evaluates the literal of each text and returns the texts that did not come back. */
async function changed(
  texts: readonly string[],
): Promise<readonly { text: string; value: GroovyValue | undefined }[]> {
  const values = await evaluateGroovy(texts.map(groovyLiteral));
  return texts
    .map((text, index) => ({ text, value: values[index] }))
    .filter(({ text, value }) => value === undefined || 'error' in value || value.text !== text);
}

test('5,000 random texts come back identical', async () => {
  const texts = fc.sample(hostileText, { numRuns: 5000, seed: 2421 });
  expect(texts.length).toBe(5000);
  expect(await changed(texts)).toEqual([]);
});

// U+FFFF is left out: the lexer of Groovy 2.4 takes it for the end of the file, even as an escape.
test('every unit of the basic plane comes back, but for surrogates and U+FFFF', async () => {
  const texts: string[] = [];
  for (let start = 0; start < 0x10000; start += 256) {
    if (start >= 0xd800 && start < 0xe000) continue;
    const units = Array.from({ length: 256 }, (_, index) => start + index).filter((unit) => unit !== 0xffff);
    texts.push(String.fromCharCode(...units));
  }
  expect(await changed(texts)).toEqual([]);
});

test('texts longer than a constant of a class file come back', async () => {
  const filler = ['a', '\u20ac', '\u{1f600}', "'", '$', '${', '\\', 'line\n', '\r\n', "'''\n"];
  const texts = filler.flatMap((piece) =>
    [65_534, 65_535, 65_536, 200_000].map((length) =>
      piece.repeat(Math.ceil(length / piece.length)).slice(0, length),
    ),
  );
  expect(await changed(texts.map((text) => text.replace(/[\ud800-\udbff]$/, '')))).toEqual([]);
});

const OPEN = '$' + '{';

test('a literal is a String, never a GString, and has no opening of a placeholder', async () => {
  const texts = [`${OPEN}x}`, '$x', `a\n${OPEN}y}\n`, '$'.repeat(30_000) + '{'.repeat(30_000)];
  for (const value of await evaluateGroovy(texts.map(groovyLiteral))) {
    expect(value).toMatchObject({ type: 'java.lang.String' });
  }
  for (const text of fc.sample(hostileText, { numRuns: 2000, seed: 7 })) {
    expect(groovyLiteral(text)).not.toContain(OPEN);
  }
});
