import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { allSources } from '../source/all-sources.ts';
import { generatedFiles } from './generated-files.ts';

const folder = join(import.meta.dirname, '..');
const check = process.argv.includes('--check');
const stale: string[] = [];

for (const [name, text] of generatedFiles(allSources)) {
  const path = join(folder, name);
  if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
  stale.push(name);
  if (check) continue;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

for (const name of stale) console.log(`${check ? 'stale' : 'wrote'} schema/${name}`);
if (check && stale.length > 0) {
  console.error('run `npm run generate` and commit the result');
  process.exitCode = 1;
}
