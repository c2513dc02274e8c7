/** What is mutated, by which changes, and which tests are asked. */

export const MUTATED = ['workflows/**/*.ts', 'src/law/**/*.ts'];

/** Drawing of the chart, judged by the picture; a table of wordings. */
export const EXCLUDED_FILES = ['src/law/fees/request-wording.ts'];

/** An empty text in place of a name is no member of its type, an empty object lacks what its type asks for: the compiler
 *  rejects both. What is left of the two are wordings, clauses and sources. */
export const EXCLUDED_MUTATIONS = ['StringLiteral', 'ObjectLiteral'];

export const TESTS = [
  'test/law/**/*.test.ts',
  'test/workflows/**/*.test.ts',
  'test/administration/enacted-law.unit.test.ts',
];

/** The random walk takes minutes a mutant; the replay runs in processes of its own, where no switch can be turned; three
 *  tests read the text of the repository, which no mutant changes. */
export const EXCLUDED_TESTS = [
  'test/workflows/walk/**',
  'test/workflows/replay/**',
  'test/law/decisions.unit.test.ts',
  'test/law/readings.unit.test.ts',
  'test/law/glossary.unit.test.ts',
];
