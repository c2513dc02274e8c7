/** Changes the rules one small step at a time and asks the tests whether they notice; writes bench/MUTATION.md.
 *
 *      npm run mutation                                all of workflows and src/law
 *      npm run mutation -- --only workflows/deadlines  paths that contain this; printed, nothing is written
 *      npm run mutation -- --confirm 40                and asks Stryker itself for 40 of the verdicts, drawn at random
 *
 *  Mutants are Stryker's own. Its runner loads every module anew for each of them, which takes two seconds a mutant here;
 *  this one loads all tests once, in one process, turns one mutant on at a time and asks the tests that run the changed
 *  code. What modules remember is forgotten before every test (`memories.ts`), and a test that failed is asked again with
 *  the mutant off. Mutants that take effect while modules load are counted apart. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { confirmed } from './confirm.ts';
import { instrumentedCopy, mutatedFiles, plainCopy, ROOT } from './copy.ts';
import { VERDICTS_FILE, type Verdict } from './mutants.ts';
import { page } from './report.ts';

const { values } = parseArgs({
  options: { only: { type: 'string', default: '' }, confirm: { type: 'string', default: '0' } },
});

const started = performance.now();
const files = (await mutatedFiles()).filter((name) => name.includes(values.only));
const sample = Number(values.confirm);
const forStryker = sample > 0 ? await plainCopy() : null;
const { path: copy, mutants } = await instrumentedCopy(files);
const verdictsFile = join(copy, VERDICTS_FILE);
process.stderr.write(`${mutants.length} mutants of ${files.length} files, in ${copy}\n`);

async function verdictsSoFar(): Promise<readonly Verdict[]> {
  if (!existsSync(verdictsFile)) return [];
  const lines = (await readFile(verdictsFile, 'utf8')).split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Verdict);
}

async function askTests(): Promise<number | null> {
  const child = spawn(
    process.execPath,
    [join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', '--config', 'bench/mutation/vitest.config.ts'],
    { cwd: copy, stdio: ['ignore', 'inherit', 'inherit'] },
  );
  return await new Promise((resolve) => child.once('close', resolve));
}

/** A mutant that takes the whole process with it has been noticed; the next process goes on after it. */
let verdicts = await verdictsSoFar();
while (verdicts.length < mutants.length) {
  const code = await askTests();
  const now = await verdictsSoFar();
  if (code !== 0 && now.length === verdicts.length && verdicts.at(-1)?.by !== 'the process ended')
    throw new Error('The tests do not pass without any mutant.');
  const known = new Set(now.map(({ id }) => id));
  const next = mutants.find(({ id }) => !known.has(id));
  if (next) {
    const ended: Verdict = { id: next.id, status: 'timeout', by: 'the process ended' };
    await appendFile(verdictsFile, `${JSON.stringify(ended)}\n`);
  }
  verdicts = await verdictsSoFar();
}

const minutes = Math.round((performance.now() - started) / 60_000);
const comparison = forStryker === null ? null : await confirmed(forStryker, mutants, verdicts, sample);
const text = page({ mutants, verdicts, minutes, comparison });
if (values.only === '') await writeFile(join(ROOT, 'bench/MUTATION.md'), text);
else process.stdout.write(text);
await rm(copy, { recursive: true });
