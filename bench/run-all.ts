/** Runs every bench one after the other, keeps the raw lines in bench/results and writes bench/RESULTS.md.
 *
 *      npm ci --prefix bench/rivals      once, for what others do beside us
 *      node bench/run-all.ts [--quick | --whole] [--only events,clock]
 *
 *  About twenty minutes on two cores with nothing else running, `--quick` about four; quick figures are for trying out and
 *  are not kept. `--whole` goes to a million cases, ten million deadlines and all applications of ten years, for hours.
 *  `--only` keeps the lines of the others from their last run. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { cpus, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import type { Figure } from './support/figures.ts';
import { readOptions } from './support/options.ts';
import { judged } from './support/targets.ts';

interface Bench {
  readonly name: string;
  readonly file: string;
  readonly full: readonly string[];
  readonly quick: readonly string[];
  readonly whole?: readonly string[];
  /** What it draws into bench/results. */
  readonly picture?: string;
}

const BENCHES: readonly Bench[] = [
  { name: 'events', file: 'bench/events/run.ts', full: [], quick: ['--quick'] },
  {
    name: 'clock',
    file: 'bench/clock/run.ts',
    full: [],
    quick: ['--quick'],
    whole: ['--ahead', '10000000'],
  },
  { name: 'http', file: 'bench/http/run.ts', full: [], quick: ['--quick'] },
  {
    name: 'growth',
    file: 'bench/growth/run.ts',
    full: [],
    quick: ['--quick'],
    whole: ['--cases', '1000,10000,100000,1000000'],
  },
  {
    name: 'ten-years',
    file: 'bench/ten-years/run.ts',
    full: [],
    quick: ['--quick'],
    whole: ['--per-year', '30000'],
    picture: 'waiting-times.svg',
  },
  {
    name: 'walk',
    file: 'bench/walk/run.ts',
    full: ['--minutes', '2'],
    quick: ['--quick', '--steps', '2000'],
    whole: ['--steps', '5000000', '--minutes', '120'],
  },
  { name: 'fees', file: 'bench/fees/quotes.ts', full: [], quick: ['1'] },
];

const ROOT = join(import.meta.dirname, '..');
const RESULTS = join(import.meta.dirname, 'results');
const options = readOptions(['only'], ['whole']);
const whole = options.given('whole');
const LONGEST_MS = (whole ? 4 * 60 : 8) * 60_000;
const only = options.list(
  'only',
  BENCHES.map(({ name }) => name),
);

interface Ran {
  readonly bench: Bench;
  readonly args: readonly string[];
  readonly lines: readonly string[];
  /** How and when it ran: the first line of what is kept. */
  readonly heading: Heading;
  readonly said: string;
  readonly seconds: number;
  readonly code: number | null;
}

async function run(bench: Bench): Promise<Ran> {
  const args = options.quick ? bench.quick : ((whole ? bench.whole : undefined) ?? bench.full);
  const started = performance.now();
  const child = spawn(process.execPath, [join(ROOT, bench.file), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const late = setTimeout(() => child.kill('SIGTERM'), LONGEST_MS);
  let told = '';
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    told += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    process.stderr.write(chunk);
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearTimeout(late);
  const lines = told.split('\n').filter((line) => line.startsWith('{'));
  const seconds = (performance.now() - started) / 1000;
  const server = /^.*server_version.*$/m.exec(said)?.[0];
  const heading = {
    ran: `\`node ${[bench.file, ...args].join(' ')}\` (${Math.round(seconds)} s, ${now()})`,
    ...(server === undefined ? {} : { server }),
  };
  return { bench, args, lines, heading, said, seconds, code };
}

const now = (): string => `${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** The heading and the figures of the last run. */
const kept = async (name: string): Promise<readonly string[]> => {
  const file = join(RESULTS, `${name}.jsonl`);
  return existsSync(file) ? (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '') : [];
};

const cell = (value: string | number | undefined): string => String(value ?? '').replaceAll('|', '\\|');

function table(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, value, unit, n, least, most, ratio, to }) =>
    [
      name,
      `${value} ${unit}`,
      n,
      least === undefined ? '' : `${least}–${most}`,
      ratio === undefined || to === name ? '' : `${ratio} × ${to}`,
    ]
      .map(cell)
      .join(' | '),
  );
  return [
    '| figure | median | n | least–most | beside |',
    '| --- | ---: | ---: | --- | --- |',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}

/** The first line of an error as Node prints it. */
const errorIn = (said: string): string => /^\S*Error.*$/m.exec(said)?.[0] ?? 'see its own output.';

interface Heading {
  /** The command, how long it took and when. */
  readonly ran: string;
  /** What the server of the run said of itself. */
  readonly server?: string;
}

function page(
  ran: readonly Ran[],
  figures: ReadonlyMap<string, readonly Figure[]>,
  headings: ReadonlyMap<string, Heading>,
): string {
  const [processor] = cpus();
  const everything = [...figures.values()].flat();
  const server = [...headings.values()].findLast((heading) => heading.server)?.server;
  const targets = judged(everything).map(({ target, value, met }) =>
    value === null
      ? `| ${target.says} | not measured | |`
      : `| ${target.says} | ${value} | ${met ? 'met' : `missed. ${target.whereMissed}`} |`,
  );
  return `# What the product does, measured

Written by \`node bench/run-all.ts${options.quick ? ' --quick' : ''}\` on ${now()}. Figures of another machine differ; what may be compared is the ratio of two figures of one run.

- Machine: ${cpus().length} × ${processor?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()} ${release()}; Node ${process.version}.
- PostgreSQL: ${server ?? 'not asked'}. The database and all that asks it share the machine.
- n: rounds, or single events where the unit is ms; rounds of what stands side by side take turns.
- The eight statements: begin, read and lock the case, update it, append history, move a deadline, write a letter (every second event), keep the answer, commit: prepared, the same rows as the service writes, nothing decided. Rivals store those rows by the same statements within their own durable step.

## Targets

| target | measured | |
| --- | ---: | --- |
${targets.join('\n')}

${BENCHES.map((bench) => ({ bench, one: ran.find((done) => done.bench === bench) }))
  .filter(({ bench, one }) => figures.get(bench.name)?.length || one?.code)
  .map(({ bench, one }) => {
    const failed = one && one.code !== 0 ? `\n\nThe run ended with an error: ${errorIn(one.said)}` : '';
    const picture = bench.picture ? `\n\n![${bench.name}](results/${bench.picture})` : '';
    return `## ${bench.name}\n\n${headings.get(bench.name)?.ran}${failed}\n\n${table(figures.get(bench.name)!)}${picture}`;
  })
  .join('\n\n')}
`;
}

await mkdir(RESULTS, { recursive: true });
const ran: Ran[] = [];
const lines = new Map<string, readonly string[]>();
const headings = new Map<string, Heading>();
for (const bench of BENCHES) {
  if (!only.includes(bench.name)) {
    const [heading, ...figures] = await kept(bench.name);
    if (heading !== undefined) headings.set(bench.name, JSON.parse(heading));
    lines.set(bench.name, figures);
    continue;
  }
  process.stderr.write(`\n== ${bench.name}\n`);
  const done = await run(bench);
  if (done.code !== 0) process.exitCode = 1;
  ran.push(done);
  lines.set(bench.name, done.lines);
  headings.set(bench.name, done.heading);
  const told = [JSON.stringify(done.heading), ...done.lines];
  if (!options.quick) await writeFile(join(RESULTS, `${bench.name}.jsonl`), `${told.join('\n')}\n`);
}
const figures = new Map(
  [...lines].map(([name, all]) => [name, all.map((line) => JSON.parse(line) as Figure)]),
);
const text = page(ran, figures, headings);
if (options.quick) process.stdout.write(text);
else await writeFile(join(import.meta.dirname, 'RESULTS.md'), text);
