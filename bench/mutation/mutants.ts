/** One small change of the code, and what the tests said of it. */
export interface Mutant {
  readonly id: string;
  readonly fileName: string;
  readonly mutatorName: string;
  readonly replacement: string;
  readonly original: string;
  /** First line of the changed code, counted from 1. */
  readonly line: number;
  /** As Stryker counts: lines and columns from 0. */
  readonly location: { readonly start: Position; readonly end: Position };
}

interface Position {
  readonly line: number;
  readonly column: number;
}

export type Status =
  /** A test failed. */
  | 'killed'
  /** The changed code was run beyond all measure, or a test took far longer than it should. */
  | 'timeout'
  /** Every test that runs the changed code passed. */
  | 'survived'
  /** No test runs the changed code. */
  | 'no-coverage'
  /** The changed code runs while modules load; a switch turned afterwards shows nothing. */
  | 'static'
  /** The test that failed went on failing with the change switched off: the verdict says nothing. */
  | 'leaked';

export interface Verdict {
  readonly id: string;
  readonly status: Status;
  /** The test that failed. */
  readonly by?: string;
}

/** Files through which the command and the runner inside vitest speak, in the instrumented copy. */
export const MUTANTS_FILE = 'mutants.json';
export const VERDICTS_FILE = 'verdicts.jsonl';
export const ENTRY_FILE = 'mutation.test.ts';
