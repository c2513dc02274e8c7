import { spawn } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './copy.ts';
import type { Mutant, Status, Verdict } from './mutants.ts';
import { EXCLUDED_MUTATIONS, EXCLUDED_TESTS, TESTS } from './scope.ts';

export interface Comparison {
  readonly compared: number;
  readonly agreed: number;
  /** Mutants on which Stryker itself says otherwise. */
  readonly differ: readonly string[];
}

interface StrykerReport {
  readonly files: Readonly<
    Record<
      string,
      {
        readonly mutants: readonly {
          readonly mutatorName: string;
          readonly replacement?: string;
          readonly status: string;
          readonly location: Mutant['location'];
        }[];
      }
    >
  >;
}

const found = (status: Status | string): boolean => ['killed', 'timeout'].includes(status.toLowerCase());

/** Stryker's report counts lines and columns from 1. */
const placeOf = ({ start }: Mutant['location'], first: number): string =>
  `${start.line - first + 1}:${start.column - first}`;

function drawn<One>(all: readonly One[], count: number): readonly One[] {
  return all
    .map((one) => ({ one, by: Math.random() }))
    .sort((a, b) => a.by - b.by)
    .slice(0, count)
    .map(({ one }) => one);
}

/** Half of the sample survived, half was killed. A range of code holds the mutants within it too; all are compared. */
function rangesOf(mutants: readonly Mutant[], verdicts: ReadonlyMap<string, Status>, count: number) {
  const small = mutants.filter(({ original }) => !original.includes('\n'));
  const which = (status: Status) => small.filter(({ id }) => verdicts.get(id) === status);
  const survived = drawn(which('survived'), Math.floor(count / 2));
  return [...survived, ...drawn(which('killed'), count - survived.length)].map(
    ({ fileName, location: { start, end } }) =>
      `${fileName}:${start.line + 1}:${start.column}-${end.line + 1}:${end.column}`,
  );
}

async function askStryker(path: string, ranges: readonly string[]): Promise<StrykerReport> {
  await writeFile(
    join(path, 'vitest.stryker.config.mjs'),
    `export default { test: ${JSON.stringify({
      include: TESTS,
      exclude: EXCLUDED_TESTS,
      isolate: false,
      testTimeout: 60_000,
      setupFiles: ['bench/mutation/same-examples.ts'],
    })} };`,
  );
  await writeFile(
    join(path, 'stryker.config.json'),
    JSON.stringify({
      tsconfigFile: 'none.json',
      testRunner: 'vitest',
      plugins: ['@stryker-mutator/vitest-runner'],
      vitest: { configFile: 'vitest.stryker.config.mjs' },
      mutate: ranges,
      mutator: { excludedMutations: EXCLUDED_MUTATIONS },
      ignoreStatic: true,
      coverageAnalysis: 'perTest',
      concurrency: 1,
      inPlace: true,
      timeoutMS: 20_000,
      reporters: ['json', 'progress-append-only'],
      jsonReporter: { fileName: 'stryker.json' },
    }),
  );
  const child = spawn(
    process.execPath,
    [join(ROOT, 'node_modules/@stryker-mutator/core/bin/stryker.js'), 'run', 'stryker.config.json'],
    { cwd: path, stdio: ['ignore', 'inherit', 'inherit'] },
  );
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`Stryker ended with ${code}, in ${path}.`);
  const report = JSON.parse(await readFile(join(path, 'stryker.json'), 'utf8')) as StrykerReport;
  await rm(path, { recursive: true });
  return report;
}

/** What Stryker's own runner says of mutants drawn at random, beside the verdicts given here. It works in a plain copy of
 *  the same code, which is gone afterwards. */
export async function confirmed(
  path: string,
  mutants: readonly Mutant[],
  given: readonly Verdict[],
  count: number,
): Promise<Comparison> {
  const verdicts = new Map(given.map(({ id, status }) => [id, status]));
  const { files } = await askStryker(path, rangesOf(mutants, verdicts, count));
  const named = (fileName: string, place: string, mutatorName: string, replacement: string) =>
    `${fileName}:${place} ${mutatorName} → ${replacement}`;
  const ours = new Map(
    mutants.map((one) => [
      named(one.fileName, placeOf(one.location, 0), one.mutatorName, one.replacement),
      verdicts.get(one.id)!,
    ]),
  );
  const pairs = Object.entries(files).flatMap(([fileName, { mutants: theirs }]) =>
    theirs
      .filter(({ status }) => status !== 'Ignored')
      .map((one) => {
        const name = named(fileName, placeOf(one.location, 1), one.mutatorName, one.replacement ?? '');
        return { name, theirs: one.status, ours: ours.get(name) };
      }),
  );
  const compared = pairs.filter((pair) => pair.ours !== undefined);
  const differ = compared.filter((pair) => found(pair.theirs) !== found(pair.ours!));
  return {
    compared: compared.length,
    agreed: compared.length - differ.length,
    differ: differ.map((pair) => `${pair.name}: ${pair.ours} here, ${pair.theirs} there`),
  };
}
