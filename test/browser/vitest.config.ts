import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['test/bundle/memory-setup.ts', 'test/bundle/global-setup.ts'],
    include: ['test/browser/**/*.test.ts'],
    maxWorkers: 1,
    testTimeout: 60_000,
    hookTimeout: 300_000,
  },
});
