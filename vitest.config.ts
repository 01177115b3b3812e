import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['test/bundle/memory-setup.ts', 'test/bundle/global-setup.ts'],
    include: ['test/**/*.test.ts'],
    exclude: ['test/oracles/**', 'test/cluster/**', 'test/browser/**'],
    // Nearly all specs of tests name hosts of examples.
    env: { BITESIZE_ALLOW_PLACEHOLDERS: '1' },
    // A test that hangs ends; a busy machine is no reason to fail.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
