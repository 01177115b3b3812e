import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Returns the plugins of a plugins.txt, id to version; `folder` is the output folder of a compilation. */
export function installedPlugins(folder: string): Readonly<Record<string, string>> {
  const lines = readFileSync(join(folder, 'jenkins', 'plugins.txt'), 'utf8').split('\n');
  const entries = lines
    .map((line) => line.replace(/\s*#.*/, '').trim())
    .filter((line) => line !== '')
    .map((line) => line.split(':'));
  return Object.fromEntries(entries.map(([id = '', version = '']) => [id, version]));
}
