import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Tests of pure code need nothing; the others get a PostgreSQL server, started once a run. */
const PURE = ['test/law/**/*.test.ts', 'test/workflows/**/*.test.ts'];

export default defineConfig({
  test: {
    // The long ones wait for processes and browsers of their own more than they compute.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      // Thousands of random cases a test: on a busy machine they take their time.
      { test: { name: 'pure', include: PURE, isolate: false, testTimeout: 60_000 } },
      {
        test: {
          name: 'database',
          include: ['test/**/*.test.ts'],
          exclude: PURE,
          globalSetup: ['test/support/databases.setup.ts'],
          // Loading the application anew for every file would take longer than the tests.
          isolate: false,
          // A first start on a busy machine takes its time.
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
    coverage: { include: ['src/**', 'workflows/**', 'db/**'] },
  },
});
