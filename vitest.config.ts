import { defineConfig } from 'vitest/config';

// What needs no PostgreSQL runs in one thread pool without isolation; everything else gets the real parts.
const pureTests = [
  'packages/**/*.test.ts',
  'apps/web/**/*.test.{ts,tsx}',
  'apps/cli/**/*.test.ts',
  'tests/architecture/**/*.test.ts',
  'tests/docs/**/*.test.ts',
];
const onRealParts = {
  globalSetup: 'tests/support/global-setup.ts',
  testTimeout: 30_000,
  hookTimeout: 60_000,
};
const installed = '**/node_modules/**';

export default defineConfig({
  test: {
    passWithNoTests: false,
    allowOnly: false,
    projects: [
      {
        test: { name: 'pure', include: pureTests, exclude: [installed], pool: 'threads', isolate: false },
      },
      {
        test: {
          name: 'real',
          include: ['apps/server/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: [installed, 'tests/architecture/**', 'tests/docs/**', 'tests/browser/**'],
          ...onRealParts,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          ...onRealParts,
          // A window on a busy machine may miss a key or a frame once; what fails twice is a fault.
          retry: process.env.CI ? 1 : 0,
        },
      },
    ],
  },
});
