import type { Figure } from './figures.ts';

/** What the figures are measured against; each is a ratio within one run, or seconds on the machine of the run. */
interface Target {
  readonly says: string;
  readonly figure: (name: string) => boolean;
  readonly reads: 'ratio' | 'value';
  readonly least?: number;
  readonly most?: number;
  /** Where a run has missed it: what it was found to be. */
  readonly whereMissed: string;
}

const named =
  (...parts: readonly string[]) =>
  (name: string): boolean =>
    parts.every((part) => name.includes(part));

const ONE_PROCESS =
  'One process decides on one core; what an event takes of it stands below: about half is deciding, letter, view and JSON, ' +
  'the other half the driver, its system calls and the collector. ' +
  'The bare statements decide nothing and answer nothing, and every connection of theirs has a server process of its own. ' +
  'Further web processes add to it where there are further cores (docs/scaling.md).';

const TARGETS: readonly Target[] = [
  {
    says: 'Durable events through the service at 16 at once, to the eight bare statements: at least 1.0',
    figure: (name) => name === 'events: service, 16 at once',
    reads: 'ratio',
    least: 1,
    whereMissed: ONE_PROCESS,
  },
  {
    says: 'The same to DBOS: at least 4',
    figure: (name) => name === 'events: service to DBOS, 16 at once',
    reads: 'value',
    least: 4,
    whereMissed: ONE_PROCESS,
  },
  {
    says: 'Durable events at 128 at once, to the eight bare statements: at least 3.5',
    figure: (name) => name === 'events: service, 128 at once',
    reads: 'ratio',
    least: 3.5,
    whereMissed: ONE_PROCESS,
  },
  {
    says: 'Due deadlines by three workers, to graphile-worker: at least 6',
    figure: (name) => name === 'clock: 3 workers to graphile-worker',
    reads: 'value',
    least: 6,
    whereMissed:
      'Supposed, not profiled: three workers and the server share two cores, so that a third worker adds half of what the first does; the rest is what the server writes: case, history, deadlines and their indexes.',
  },
  {
    says: 'The same with a million or more deadlines not yet due: at least 0.9 of it',
    figure: named('clock: 3 workers,', 'not yet due'),
    reads: 'ratio',
    least: 0.9,
    whereMissed: 'The index of what is to come is larger than the memory that the server was given.',
  },
  {
    says: 'Events over HTTP at 16 at once, to the eight bare statements: at least 0.6',
    figure: (name) => name === 'http: events, 16 at once',
    reads: 'ratio',
    least: 0.6,
    whereMissed: `${ONE_PROCESS} Over HTTP the same process reads, checks and answers the requests too, and whoever asks shares the machine.`,
  },
  ...['an event', 'a page of the queue', 'the clock, nothing due', 'the clock, 100 due'].map(
    (what): Target => ({
      says: `Cost of ${what} from the smallest to the largest number of cases: at most 1.2`,
      figure: named(`growth: ${what},`),
      reads: 'ratio',
      most: 1.2,
      whereMissed:
        'Supposed, not profiled: indexes grow by a level and no longer lie whole in the caches; nothing of it grows with the number of cases by itself.',
    }),
  ),
  {
    says: 'Start to first answer on the embedded database, cold: under 3 s',
    figure: (name) => name === 'http: start to first answer, cold',
    reads: 'value',
    most: 3,
    whereMissed:
      'Supposed, not profiled: unpacking the delivered image and compiling the WebAssembly of the database are most of it; a slower processor takes longer.',
  },
  {
    says: 'The same, warm: under 1.5 s',
    figure: (name) => name === 'http: start to first answer, warm',
    reads: 'value',
    most: 1.5,
    whereMissed:
      'Supposed, not profiled: Node loads some hundreds of files, and the WebAssembly of the database is compiled at every start.',
  },
];

export interface Judged {
  readonly target: Target;
  /** The last figure that fits: of a growing number of cases, the largest. null: it was not measured in this run. */
  readonly value: number | null;
  readonly met: boolean;
}

export const judged = (figures: readonly Figure[]): readonly Judged[] =>
  TARGETS.map((target) => {
    const value = figures.findLast((one) => target.figure(one.name))?.[target.reads] ?? null;
    const met = value !== null && value >= (target.least ?? -Infinity) && value <= (target.most ?? Infinity);
    return { target, value, met };
  });
