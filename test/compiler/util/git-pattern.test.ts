import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findsPath, fixedPart } from '../../../compiler/util/git-pattern.ts';

const paths = ['README.md', 'a/b/c.ts', 'a/c.ts', 'a/b/d/e.js', 'ab/c.ts', 'x/a/b/c.ts', '**/odd'];

describe('a pattern finds what git finds', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'bitesize-pattern-'));
    execFileSync('git', ['init', '-q'], { cwd: folder });
    for (const path of paths) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), '');
    }
    execFileSync('git', ['add', '.'], { cwd: folder });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    'a',
    'a/',
    'a/b',
    'a/**',
    '**',
    '*',
    '*.md',
    '*.ts',
    '**/*.ts',
    'a/*',
    'a/*/c.ts',
    'a/**/c.ts',
    '**/b/**',
    '**/b',
    'a/?.ts',
    'a/c.ts/**',
    'a/c.ts/',
    '**/a/*/c.ts',
    'a/**/**/e.js',
    '*/b/*',
    'a*/c.ts',
    'nothing',
    '**/d/*.ts',
    '*b/*',
  ])('%s', (pattern) => {
    const listed = execFileSync('git', ['ls-files', '-z', '--', `:(glob)${pattern}`], {
      cwd: folder,
      encoding: 'utf8',
    });
    const found = paths.filter((path) => findsPath(pattern, path));
    expect(found.sort()).toEqual(
      listed
        .split('\0')
        .filter((path) => path !== '')
        .sort(),
    );
  });
});

it('ends soon, however many stars there are', () => {
  const pattern = `${'**/a*a*a*/'.repeat(200)}b`;
  expect(findsPath(pattern, `${'aaaaaaaaaa/'.repeat(400)}c`)).toBe(false);
});

it.each([
  ['services/web/**', 'services/web'],
  ['services/web/', 'services/web'],
  ['services/web/index.js', 'services/web/index.js'],
  ['**/a', ''],
  ['a*/b', ''],
])('the fixed part of %s is %j', (pattern, fixed) => {
  expect(fixedPart(pattern)).toBe(fixed);
});
