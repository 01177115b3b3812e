import { expect, it } from 'vitest';
import { javaRegexProblem } from '../../../compiler/util/java-regex.ts';

it.each([
  '.*-docker-image',
  'web|api',
  '(?i)WEB-(?<name>[a-z&]+)-\\k<name>',
  '[]a-z]',
  '[^]]',
  '\\Q(\\E',
  '\\Q(',
  'a{2,3}+',
  '{2}',
  '}',
  'x]',
  '\\p{L}\\pL\\x41\\u0041\\07\\b{g}',
  '(?<=a)(?<!b)(?>c)(?:d)',
  '[a-z&&[^m-p]]',
  '(?x) ( # comment\n)',
  '[\\d-z]',
  '[\\w-]',
  '',
])('%j is one of Java', (text) => expect(javaRegexProblem(text)).toBeUndefined());

it.each([
  ['(', '`(` is not closed'],
  ['(?:a', '`(` is not closed'],
  ['a)', '`)` closes nothing'],
  ['[a', '`[` is not closed'],
  ['[]', '`[` is not closed'],
  ['*.x', '`*` has nothing before it'],
  ['a**', '`*` has nothing before it'],
  ['(?i)+', '`+` has nothing before it'],
  ['{x}', '`{` begins no number'],
  ['a{2,1}', 'backwards'],
  ['[z-a]', 'backwards'],
  ['a\\', 'in the middle of an escape'],
  ['\\y', '`\\y` is no escape'],
  ['[\\b]', '`\\b` is no escape'],
  ['\\xg', 'number of a character'],
  ['\\u12', 'number of a character'],
  ['\\08', 'number of a character'],
  ['(?y)', 'no known kind'],
  ['(?P<name>x)', 'no known kind'],
  ['(?<1>x)', 'without a name'],
  ['(?<n>x)(?<n>y)', 'two groups'],
  ['\\k<n>', 'no group before'],
  ['\\kn', 'name of a group'],
])('%j is not one of Java: %s', (text, problem) => expect(javaRegexProblem(text)).toContain(problem));

it('reads deep and long texts without running out of stack', () => {
  expect(javaRegexProblem('('.repeat(100_000))).toBeUndefined();
  expect(javaRegexProblem('['.repeat(100_000))).toBeUndefined();
  expect(javaRegexProblem('a'.repeat(1_000_000))).toBeUndefined();
});
