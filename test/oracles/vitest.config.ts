import { defineConfig } from 'vitest/config';

// One worker, so that one JVM serves all files (its start and the compiled stubs are the slow part).
export default defineConfig({
  test: {
    globalSetup: 'test/bundle/global-setup.ts',
    include: ['test/oracles/**/*.test.ts'],
    maxWorkers: 1,
    isolate: false,
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
