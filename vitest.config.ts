import { defineConfig, type TestProjectConfiguration } from 'vitest/config';

/** Files that put something else in the place of a module, which others that share a worker would get, too. */
const mocking = ['matrix', 'random-trees', 'written-files'].map((name) => `test/hostile/${name}.test.ts`);

export default defineConfig({
  test: {
    globalSetup: ['test/bundle/memory-setup.ts', 'test/bundle/global-setup.ts'],
    projects: [
      project('sharing', {
        include: ['test/**/*.test.ts'],
        exclude: ['test/oracles/**', 'test/cluster/**', 'test/browser/**', ...mocking],
        // To load the compiler for each file anew took half of the time of most.
        isolate: false,
      }),
      project('mocking', { include: mocking }),
    ],
  },
});

function project(
  name: string,
  files: { include: string[]; exclude?: string[]; isolate?: boolean },
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
