import { defineConfig } from 'vitest/config';
import { ENTRY_FILE } from './mutants.ts';

/** One process loads all tests once; the runner then asks them again for every mutant. */
export default defineConfig({
  test: {
    root: process.cwd(),
    include: [ENTRY_FILE],
    runner: './bench/mutation/runner.ts',
    pool: 'forks',
    maxWorkers: 1,
    isolate: false,
    testTimeout: 0,
    reporters: [['default', { summary: false }]],
  },
});
