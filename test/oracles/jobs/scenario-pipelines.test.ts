import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { compileCps } from '../groovy/compile-cps.ts';

/* Every pipeline of a scenario compiles in Jenkins. Those of the examples are looked at in `examples/`. */
const folder = fileURLToPath(new URL('../../compiler/lower/jobs/scenarios', import.meta.url));
const scripts = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name === 'script.groovy')
  .map((entry) => join(entry.parentPath, entry.name))
  .sort();

test('there are some', () => expect(scripts).not.toEqual([]));

test.each(scripts.map((path) => [relative(folder, path), path] as const))(
  '%s compiles in Jenkins',
  async (_, path) => {
    expect((await compileCps(readFileSync(path, 'utf8'))).errors).toEqual([]);
  },
);
