import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitCommand } from '../../../../compiler/lower/images/split-command.ts';

const words = (text: string) => {
  const command = splitCommand(text);
  return command.kind === 'words' ? command.words : command;
};

describe('a command', () => {
  it.each<[string, readonly string[]]>([
    ['/app/run.sh', ['/app/run.sh']],
    ['  npm   start ', ['npm', 'start']],
    ['nginx -g "daemon off;"', ['nginx', '-g', 'daemon off;']],
    ["echo 'a  b' \"it's\"", ['echo', 'a  b', "it's"]],
    ['a\\ b "c\\"d" \'e\\f\'', ['a b', 'c"d', 'e\\f']],
    ['java -cp /app/*:/lib/* Main', ['java', '-cp', '/app/*:/lib/*', 'Main']],
    ['a "" b', ['a', '', 'b']],
    ["echo 'a && b' \"c | d\" '$HOME'", ['echo', 'a && b', 'c | d', '$HOME']],
    ['echo a$ 100$', ['echo', 'a$', '100$']],
    ['run a#b', ['run', 'a#b']],
    ['a \\\n  b', ['a', 'b']],
    ['a b\\', ['a', 'b\\']],
    ['\\', ['\\']],
    ['\\\n', []],
    ["echo 'a\u00a0b' c\\\u00a0d", ['echo', 'a\u00a0b', 'c\u00a0d']],
  ])('%s is words', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it.each([
    ['java -jar /app/*.jar', '/app/*.jar'],
    ['cat a "/b/*" /c/*.log', '/c/*.log'],
  ])('%s has a pattern that nobody replaces', (text, pattern) => {
    expect(splitCommand(text)).toEqual(expect.objectContaining({ kind: 'words', pattern }));
  });

  it.each([
    'java -cp /lib/* Main',
    "java -jar '/app/*.jar'",
    'java -jar /app/\\*.jar',
    'run --every *',
    'curl http://a/*?x=1',
    'a~/b',
  ])('%s has none', (text) => expect(splitCommand(text)).not.toHaveProperty('pattern'));

  it.each([
    ['a && b', '&&'],
    ['a | b', '|'],
    ['a || b', '||'],
    ['a &', '&'],
    ['a; b', ';'],
    ['a > /dev/null', '>'],
    ['a >> log', '>>'],
    ['a < in', '<'],
    ['(a)', '('],
    ['java $JAVA_OPTS -jar a', '$JAVA_OPTS'],
    ['java "$JAVA_OPTS"', '$JAVA_OPTS'],
    ['a $(b)', '$('],
    ['a `b`', '`'],
    ['A=1 b', 'A='],
    ['cd /app', 'cd'],
    ['exec java', 'exec'],
    ['ls ~/x', '~'],
    ['a # b', '#'],
    ['a\nb', 'a line break'],
  ])('%s needs a shell because of %s', (text, because) => {
    expect(splitCommand(text)).toEqual({ kind: 'shell', script: text, because });
  });

  it.each(['\u00a0', '\ufeff', '\u2028', '\u3000', '\r'])('with %j between words is none', (blank) => {
    const character = `U+${blank.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
    expect(splitCommand(`echo a${blank}b`)).toEqual({ kind: 'odd-blank', character });
  });

  it.each([`it's`, 'say "hello'])('%s has an open quote', (text) => {
    expect(splitCommand(text).kind).toBe('unclosed-quote');
  });

  it('that is words means the same to a shell', () => {
    const piece = fc.constantFrom(
      'a',
      'b-c',
      ' ',
      '  ',
      "'",
      '"',
      '\\',
      '*x',
      '=',
      'é',
      ':',
      ',',
      '%',
      '@',
      '/p',
      '.',
      '$1',
      '{',
    );
    const texts: string[] = [];
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
        const text = `x${pieces.join('')}`;
        if (splitCommand(text).kind === 'words') texts.push(text);
      }),
      { numRuns: 2000 },
    );
    expect(texts.length).toBeGreaterThan(200);
    // One shell for all of them; file names are not looked up, and a backslash at the end would join lines.
    const whole = texts.filter((text) => !text.endsWith('\\'));
    const print = `for word; do printf '%s\\0' "$word"; done; printf '\\1\\0'`;
    const input = `set -f\n${whole.map((text) => `set -- ${text}\n${print}\n`).join('')}`;
    const output = execFileSync('sh', { input, encoding: 'utf8', maxBuffer: 1 << 26 });
    const shells = output.split('\u0001\u0000').slice(0, -1);
    expect(shells.map((record) => record.split('\u0000').slice(0, -1))).toEqual(whole.map(words));
  });
});
