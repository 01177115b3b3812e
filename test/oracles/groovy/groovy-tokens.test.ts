import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groovyTokens } from '../../../compiler/lower/jobs/groovy-tokens.ts';
import { groovyLiteral } from '../../../compiler/print/groovy-literal.ts';
import { evaluateGroovy } from './evaluate-groovy.ts';

/** Pieces of scripts; those that the lexer refuses together with others are left out below. */
const piece = fc.constantFrom(
  ...[
    'a',
    'agent any',
    'node',
    ' = ',
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    ',',
    '++',
    ' + ',
    '\n',
    ' ',
    '1',
    '?',
    ':',
  ],
  ...["'", "'b'", "'''", "'''c'd'''", '"', '"e"', '"""', '"""f"g"""', '/', '/h/', '$/', '/$', '$/i/$', '$$'],
  ...['\\', "\\'", '\\"', '\\/', '// j\n', '/* k */', '"${l}"', '"${', '${', '/m${', '$/n${', '"""o${'],
);

/** Returns Groovy that gives the words that its own lexer finds outside of texts, a line for each script. */
const lexed = (scripts: readonly string[]): string => `[
${scripts.map(groovyLiteral).join(',\n')}
].collect { script ->
  def source = new org.codehaus.groovy.antlr.SourceBuffer()
  def reader = new org.codehaus.groovy.antlr.UnicodeEscapingReader(new StringReader(script), source)
  def lexer = new org.codehaus.groovy.antlr.parser.GroovyLexer(reader)
  def types = org.codehaus.groovy.antlr.parser.GroovyTokenTypes
  lexer.setWhitespaceIncluded(false)
  def tokens = lexer.plumb()
  def words = []
  int open = 0
  try {
    for (def token = tokens.nextToken(); token.type != types.EOF; token = tokens.nextToken()) {
      if (token.type == types.STRING_CTOR_START) open++
      if (token.type == types.STRING_CTOR_END) open--
      if (open == 0 && token.type != types.STRING_LITERAL && token.text ==~ /[a-z]+/) words << token.text
    }
    words.join(' ')
  } catch (groovyjarjarantlr.TokenStreamException refused) { 'refused' }
}.join('\\n')`;

const TOGETHER = 100;

test('words are where the lexer of Groovy finds them', async () => {
  const scripts = fc
    .sample(fc.array(piece, { maxLength: 12 }), { numRuns: 8000, seed: 23 })
    .map((pieces) => pieces.join(''))
    // Groovy does not end an empty text of this kind.
    .filter((script) => !script.includes('$//$'));
  const chunks = Array.from({ length: Math.ceil(scripts.length / TOGETHER) }, (_, index) =>
    scripts.slice(index * TOGETHER, (index + 1) * TOGETHER),
  );
  const values = await evaluateGroovy(chunks.map(lexed));
  const theirs = values.flatMap((value) =>
    'error' in value ? [value.error.message] : value.text.split('\n'),
  );
  expect(theirs.length).toBe(scripts.length);
  const compared = scripts.flatMap((script, index) => {
    if (theirs[index] === 'refused') return [];
    const words = groovyTokens(script).filter(({ kind, text }) => kind === 'word' && /^[a-z]+$/.test(text));
    return [{ script, theirs: theirs[index], ours: words.map(({ text }) => text).join(' ') }];
  });
  expect(compared.length).toBeGreaterThan(1000);
  expect(compared.filter((each) => each.theirs !== each.ours)).toEqual([]);
});
