import { defineConfig } from 'vitest/config';

// One worker: all files share one API server, and a namespace is one project's at a time.
export default defineConfig({
  test: {
    globalSetup: ['test/bundle/global-setup.ts', 'test/cluster/server/global-setup.ts'],
    include: ['test/cluster/**/*.test.ts'],
    maxWorkers: 1,
    isolate: false,
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
