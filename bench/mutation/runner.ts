import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import { type RunnerTask, type RunnerTestCase, type RunnerTestFile, TestRunner } from 'vitest';
import { forget, settle } from './memories.ts';
import { MUTANTS_FILE, type Mutant, VERDICTS_FILE, type Verdict } from './mutants.ts';

type Hits = Record<string, number>;

/** What Stryker's instrumentation reads and writes. */
interface Switches {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number;
  hitLimit?: number;
  mutantCoverage?: { static: Hits; perTest: Record<string, Hits> };
}

interface Shared {
  __stryker__?: Switches;
  __runTest__?: () => unknown;
}

const shared = globalThis as Shared;
shared.__stryker__ ??= {};
const switches = shared.__stryker__;

/** A loop that a mutant made endless hits the mutant time and again (as Stryker counts); one that does not is cut off. */
const HITS_BEYOND_MEASURE = 100;
const SLOW_FACTOR = 20;
const SLOW_MS = 2_000;
const LONGEST_MS = 60_000;
/** Tests of a file that are remembered for having failed. */
const KEEN = 12;

interface Asked {
  readonly name: string;
  readonly run: () => unknown;
  ms: number;
  hits: Hits;
}

const script = new Script('__runTest__()');

type Answer = 'passed' | 'failed' | 'endless';

/** Our tests are synchronous within the promise that vitest wraps around them, so that the limit cuts off an endless one. */
async function answerOf({ run }: Asked, timeout: number): Promise<Answer> {
  shared.__runTest__ = run;
  try {
    await script.runInThisContext({ timeout });
    return 'passed';
  } catch (error) {
    return (error as NodeJS.ErrnoException | undefined)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
      ? 'endless'
      : 'failed';
  }
}

const testsIn = (tasks: readonly RunnerTask[]): readonly RunnerTestCase[] =>
  tasks.flatMap((task) => (task.type === 'suite' ? testsIn(task.tasks) : [task]));

function nameOf(task: RunnerTestCase): string {
  const names = [task.name];
  for (let suite = task.suite; suite; suite = suite.suite) names.unshift(suite.name);
  return names.join(' › ');
}

/** Asks the tests again for every mutant that they run. */
export default class MutationRunner extends TestRunner {
  #loading: Hits = {};
  readonly #keen = new Map<string, readonly Asked[]>();

  onBeforeRunFiles() {
    settle();
    this.#loading = { ...switches.mutantCoverage?.static };
  }

  // vitest waits for the answer, though its own runner gives none.
  override async onAfterRunFiles(files: RunnerTestFile[]): Promise<void> {
    super.onAfterRunFiles(files);
    const tests = testsIn(files);
    const failing = tests.filter((test) => test.result?.state !== 'pass');
    for (const test of failing) console.warn(`Not asked, as it fails without any mutant: ${nameOf(test)}`);
    Error.stackTraceLimit = 0;
    const asked = await this.#watched(tests.filter((test) => !failing.includes(test)));
    const known = new Set(
      existsSync(VERDICTS_FILE)
        ? readFileSync(VERDICTS_FILE, 'utf8')
            .split('\n')
            .filter((line) => line !== '')
            .map((line) => (JSON.parse(line) as Verdict).id)
        : [],
    );
    for (const mutant of JSON.parse(readFileSync(MUTANTS_FILE, 'utf8')) as Mutant[])
      if (!known.has(mutant.id))
        appendFileSync(VERDICTS_FILE, `${JSON.stringify(await this.#verdictOn(mutant, asked))}\n`);
  }

  /** Every test once more, noting which mutants it runs and how long it takes. */
  async #watched(tests: readonly RunnerTestCase[]): Promise<readonly Asked[]> {
    const coverage = switches.mutantCoverage!;
    coverage.perTest = {};
    const asked = tests.map(
      (test): Asked => ({
        name: nameOf(test),
        run: TestRunner.getTestFn(test),
        ms: 0,
        hits: {},
      }),
    );
    for (const [index, one] of asked.entries()) {
      forget();
      switches.currentTestId = String(index);
      const started = performance.now();
      const answer = await answerOf(one, LONGEST_MS);
      one.ms = performance.now() - started;
      if (answer !== 'passed') throw new Error(`Asked a second time, “${one.name}” has ${answer}.`);
      one.hits = coverage.perTest[String(index)] ?? {};
    }
    switches.currentTestId = undefined;
    return asked.sort((a, b) => a.ms - b.ms);
  }

  #keenOn(fileName: string): readonly Asked[] {
    return this.#keen.get(fileName) ?? [];
  }

  /** Tests that failed for other mutants of the same file come first, then the fastest. */
  #likeliestFirst(fileName: string, covering: readonly Asked[]): readonly Asked[] {
    const keen = this.#keenOn(fileName).filter((one) => covering.includes(one));
    return [...keen, ...covering.filter((one) => !keen.includes(one))];
  }

  async #verdictOn({ id, fileName }: Mutant, asked: readonly Asked[]): Promise<Verdict> {
    const covering = this.#likeliestFirst(
      fileName,
      asked.filter(({ hits }) => hits[id]),
    );
    if (covering.length === 0) return { id, status: this.#loading[id] ? 'static' : 'no-coverage' };
    forget();
    for (const one of covering) {
      const answer = await this.#underMutant(id, one);
      if (answer === 'passed') continue;
      forget();
      this.#keen.set(
        fileName,
        [one, ...this.#keenOn(fileName).filter((other) => other !== one)].slice(0, KEEN),
      );
      const leaked = (await answerOf(one, LONGEST_MS)) !== 'passed';
      const status = leaked ? 'leaked' : answer === 'endless' ? 'timeout' : 'killed';
      return { id, status, by: one.name };
    }
    return { id, status: 'survived' };
  }

  async #underMutant(id: string, one: Asked): Promise<Answer> {
    switches.activeMutant = id;
    switches.hitCount = 0;
    switches.hitLimit = one.hits[id]! * HITS_BEYOND_MEASURE;
    const answer = await answerOf(one, Math.ceil(SLOW_MS + SLOW_FACTOR * one.ms));
    switches.activeMutant = undefined;
    return switches.hitCount > switches.hitLimit ? 'endless' : answer;
  }
}
