import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { glob } from 'tinyglobby';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { folderGlob } from '../../../compiler/host/folder-glob.ts';
import { globAdapter } from '../../../compiler/host/glob-adapter.ts';
import { nodeFiles } from '../../../compiler/host/node-files.ts';
import { compareText } from '../../../compiler/util/compare-text.ts';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bitesize-glob-'));
  const names = [
    'a',
    'a.b',
    'a-b',
    'ab',
    'B',
    'web-',
    'web-1',
    'web-1.x',
    'x.git',
    'node_modules',
    '.git',
    '.a',
    ' a',
    'ä',
  ];
  for (const parent of ['', 'in', 'in/side', 'node_modules', 'odd'])
    for (const name of names) mkdirSync(join(folder, parent, name), { recursive: true });
  for (const name of ['back\\slash', 'line\nbreak', '\nline']) mkdirSync(join(folder, 'odd', name));
  for (const parent of ['', 'in']) {
    writeFileSync(join(folder, parent, 'web-file'), '');
    symlinkSync('a', join(folder, parent, 'web-link'));
    symlinkSync('web-file', join(folder, parent, 'web-link-to-file'));
    symlinkSync('nowhere', join(folder, parent, 'web-link-to-nothing'));
  }
  symlinkSync('in', join(folder, 'linked'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const starts = [
  '',
  'in/',
  'in/side/',
  'node_modules/',
  'in/node_modules/',
  'odd/',
  'linked/',
  'none/',
  'web-file/',
  './in/',
  'in//',
];
const ends = [
  '*',
  'a*',
  '*b',
  'a*b',
  'web-*',
  'web-1*',
  '*.x',
  '*.git',
  'node_*',
  '*_modules',
  '-*',
  '.*',
  '*-*',
  '**',
  'a?',
  'a',
];

test.each(starts.flatMap((start) => ends.map((end) => `${start}${end}`)))(
  '`%s` matches what the matcher says',
  async (pattern) => {
    const matches = await glob(pattern, {
      cwd: folder,
      fs: globAdapter(nodeFiles, folder, pattern),
      onlyDirectories: true,
      expandDirectories: false,
      ignore: ['**/node_modules/**', '**/.git/**'],
    });
    const expected = matches.map((path) => (path.length > 1 ? path.replace(/\/$/, '') : path));
    expect(await folderGlob(pattern, nodeFiles, folder)).toEqual(expected.sort(compareText));
  },
);
