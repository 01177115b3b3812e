import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';

/** Tests that `npm test` leaves out. */
const outside = ['test/oracles/**', 'test/cluster/**', 'test/browser/**'];

/** Files that put something else in the place of a module, which others that share a worker would get, too. */
const mocking = readdirSync(join(import.meta.dirname, 'test'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => `test/${name.replaceAll('\\', '/')}`)
  .filter((path) => /\bvi\.(?:doM|m)ock\(/.test(readFileSync(join(import.meta.dirname, path), 'utf8')));

export default defineConfig({
  test: {
    globalSetup: ['test/bundle/memory-setup.ts', 'test/bundle/global-setup.ts'],
    projects: [
      project('sharing', {
        include: ['test/**/*.test.ts'],
        exclude: [...outside, ...mocking],
        // To load the compiler for each file anew took half of the time of most.
        isolate: false,
      }),
      project('mocking', { include: mocking, exclude: outside }),
    ],
  },
});

function project(
  name: string,
  files: { include: string[]; exclude: string[]; isolate?: boolean },
): TestProjectConfiguration {
  return {
    test: {
      name,
      ...files,
      // Nearly all specs of tests name hosts of examples.
      env: { BITESIZE_ALLOW_PLACEHOLDERS: '1' },
      // A test that hangs ends; a busy machine is no reason to fail.
      testTimeout: 300_000,
      hookTimeout: 300_000,
    },
  };
}
