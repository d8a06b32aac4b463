import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.conformance.ts', 'tools/**/*.test.ts', 'golden/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
