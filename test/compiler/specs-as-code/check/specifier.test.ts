import { expect, test } from 'vitest';
import { resolveSpecifier } from '../../../../compiler/specs-as-code/check/specifier.ts';

test.each([
  ['build.bitesize.ts', './a.ts', 'a.ts'],
  ['p/build.bitesize.ts', './a.ts', 'p/a.ts'],
  ['p/build.bitesize.ts', '../shared/a.json', 'shared/a.json'],
  ['p/q/x.ts', '../../a.ts', 'a.ts'],
  ['p/x.ts', './a/../b.ts', 'p/b.ts'],
  ['x.ts', './a/./b-c_d@1+2 x.ts', 'a/b-c_d@1+2 x.ts'],
  ['x.ts', './...ts', '...ts'],
])('in %s, %s is %s', (from, specifier, path) => {
  expect(resolveSpecifier(from, specifier)).toEqual({ kind: 'file', path });
});

test.each([
  '',
  '.',
  '..',
  './',
  'a.ts',
  '/a.ts',
  '//a.ts',
  './/a.ts',
  './a',
  './a.js',
  './a.d.ts',
  './.ts',
  './x/.json',
  '../a.ts',
  './../a.ts',
  './a\\b.ts',
  './a%2eb.ts',
  './a.ts#x',
  './a.ts?x',
  './\u0430.ts',
  './a\u0000.ts',
  'node:fs',
  'NODE:fs',
  'c:\\a.ts',
  'bitesize/x.ts',
  'Bitesize',
  'bitesize:sandbox',
  '#a',
  '@a/b',
  '~/a.ts',
])('%j cannot be imported', (specifier) => {
  expect(resolveSpecifier('build.bitesize.ts', specifier).kind).toBe('forbidden');
});

test('the package is the one that is not a file', () => {
  expect(resolveSpecifier('build.bitesize.ts', 'bitesize')).toEqual({ kind: 'authoring' });
});
