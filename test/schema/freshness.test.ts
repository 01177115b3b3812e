import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generatedFiles } from '../../schema/generate/generated-files.ts';
import { readSources } from '../../schema/generate/read-sources.ts';

const folder = join(import.meta.dirname, '../../schema/generated');
const files = generatedFiles(readSources());

test.each([...files])('%s is what `npm run generate` writes', (name, text) => {
  expect(readFileSync(join(folder, name), 'utf8') === text).toBe(true);
});

test('nothing else lies in schema/generated', () => {
  const present = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  expect(present.sort()).toEqual([...files.keys()].sort());
});

test('validators import nothing, so that any bundler and any browser takes them', () => {
  for (const [name, text] of files) {
    if (name.endsWith('.js')) expect(text).not.toMatch(/\brequire\(|^import /m);
  }
});
