import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generatedFiles } from '../../schema/generate/generated-files.ts';
import { allSources } from '../../schema/source/all-sources.ts';

const folder = join(import.meta.dirname, '../../schema');
const files = generatedFiles(allSources);

test.each([...files])('%s is what `npm run generate` writes', (name, text) => {
  expect(readFileSync(join(folder, name), 'utf8') === text).toBe(true);
});

test('nothing else lies in schema/generated', () => {
  const present = readdirSync(join(folder, 'generated'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  const expected = [...files.keys()].filter((name) => name.startsWith('generated/'));
  expect(present.sort()).toEqual(expected.sort());
});

test('validators import nothing, so that any bundler and any browser takes them', () => {
  for (const [name, text] of files) {
    if (name.endsWith('.js')) expect(text).not.toMatch(/\brequire\(|^import /m);
  }
});
