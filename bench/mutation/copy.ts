import { cp, glob, mkdir, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { withForgettableMemories } from './memories.ts';
import { ENTRY_FILE, MUTANTS_FILE, type Mutant } from './mutants.ts';
import { EXCLUDED_FILES, EXCLUDED_MUTATIONS, EXCLUDED_TESTS, MUTATED, TESTS } from './scope.ts';

export const ROOT = join(import.meta.dirname, '../..');
const COPIED = ['bench/mutation', 'db', 'docs', 'src', 'test', 'workflows', 'package.json', 'tsconfig.json'];

const silent = () => {};
const logger = {
  isTraceEnabled: () => false,
  isDebugEnabled: () => false,
  isInfoEnabled: () => false,
  isWarnEnabled: () => false,
  isErrorEnabled: () => false,
  isFatalEnabled: () => false,
  trace: silent,
  debug: silent,
  info: silent,
  warn: silent,
  error: silent,
  fatal: silent,
};

async function filesOf(patterns: readonly string[], exclude: readonly string[]): Promise<readonly string[]> {
  return (await Array.fromAsync(glob([...patterns], { cwd: ROOT, exclude: [...exclude] }))).sort();
}

function textBetween(lines: readonly string[], { start, end }: Mutant['location']): string {
  const within = lines.slice(start.line, end.line + 1);
  return within
    .map((line, index) =>
      line.slice(index === 0 ? start.column : 0, index === within.length - 1 ? end.column : undefined),
    )
    .join('\n');
}

export const mutatedFiles = (): Promise<readonly string[]> => filesOf(MUTATED, EXCLUDED_FILES);

async function instrument(copy: string, files: readonly string[]): Promise<readonly Mutant[]> {
  const sources = new Map(
    await Promise.all(files.map(async (name) => [name, await readFile(join(copy, name), 'utf8')] as const)),
  );
  const { files: made, mutants } = await new Instrumenter(logger).instrument(
    [...sources].map(([name, content]) => ({ name, content, mutate: true })),
    { plugins: null, ignorers: [], excludedMutations: [...EXCLUDED_MUTATIONS] },
  );
  for (const { name, content } of made) await writeFile(join(copy, name), content);
  return mutants
    .filter(({ status }) => status !== 'Ignored')
    .map(({ id, fileName, mutatorName, replacement, location }) => ({
      id,
      fileName,
      mutatorName,
      replacement,
      original: textBetween(sources.get(fileName)!.split('\n'), location),
      line: location.start.line + 1,
      location,
    }));
}

async function makeMemoriesForgettable(copy: string): Promise<number> {
  let found = 0;
  for await (const name of glob(['src/**/*.ts', 'workflows/**/*.ts', 'test/builders/**/*.ts'], {
    cwd: copy,
  })) {
    const from = relative(dirname(name), 'bench/mutation/memories.ts');
    const made = withForgettableMemories(
      await readFile(join(copy, name), 'utf8'),
      from.startsWith('.') ? from : `./${from}`,
    );
    if (made === null) continue;
    found += 1;
    await writeFile(join(copy, name), made);
  }
  return found;
}

/** The code and its tests as they stand now, in a folder of their own. */
export async function plainCopy(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'pieslegums-mutation-'));
  for (const name of COPIED) {
    await mkdir(dirname(join(path, name)), { recursive: true });
    await cp(join(ROOT, name), join(path, name), { recursive: true });
  }
  await symlink(join(ROOT, 'node_modules'), join(path, 'node_modules'));
  return path;
}

export interface Copy {
  readonly path: string;
  readonly mutants: readonly Mutant[];
}

/** A copy of the code with every mutant built in behind a switch, and one file that loads all the tests. */
export async function instrumentedCopy(files: readonly string[]): Promise<Copy> {
  const path = await plainCopy();
  const mutants = await instrument(path, files);
  await makeMemoriesForgettable(path);
  const tests = await filesOf(TESTS, EXCLUDED_TESTS);
  await writeFile(
    join(path, ENTRY_FILE),
    `import './bench/mutation/same-examples.ts';\n${tests.map((name) => `import './${name}';\n`).join('')}`,
  );
  await writeFile(join(path, MUTANTS_FILE), JSON.stringify(mutants));
  return { path, mutants };
}
