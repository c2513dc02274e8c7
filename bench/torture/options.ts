import { parseArgs } from 'node:util';
import { FAULTS } from './faults.ts';

const ENGINES = ['server', 'embedded'] as const;
export type Engine = (typeof ENGINES)[number];

export interface Options {
  readonly seed: number;
  /** When no further round begins; a round lasts about half a minute. */
  readonly minutes: number | null;
  readonly rounds: number;
  /** Days of virtual time that a round goes through. */
  readonly daysPerRound: number;
  readonly faultsPerRound: number;
  readonly engines: readonly Engine[];
  readonly webs: number;
  readonly workers: number;
  /** Names of the faults to inject. */
  readonly faults: readonly string[];
  /** How many people act at once, how many cases they have at most, and how long they think. */
  readonly tellers: number;
  readonly mostCases: number;
  readonly thinkMs: number;
  /** The longest pause between two faults, and between two moves of the clock. */
  readonly paceMs: number;
}

export const USAGE = `Usage: npm run torture [-- options]

  --seed <n>          repeats the choices of an earlier run (a new one each time)
  --rounds <n>        how many rounds of faults (8: both changes of the clocks are within)
  --minutes <n>       goes on until so many minutes have passed, instead of --rounds
  --on <engine>       server, embedded or both (both)
  --web <n>           web processes on one PostgreSQL (3)
  --workers <n>       workers beside them (3)
  --faults <list>     only these, separated by commas: ${FAULTS.map(({ name }) => name).join(', ')}; none
  --cases <n>         at most so many cases (150)

  Runs the product, injects faults, and checks from outside what is left. Ends with one line of JSON; exit code 1 when
  anything was lost, doubled or early.
`;

export class UsageError extends Error {}

export function readOptions(args: readonly string[]): Options {
  const text = { type: 'string' } as const;
  const { values } = parse(() =>
    parseArgs({
      args: [...args],
      options: {
        ...{ seed: text, rounds: text, minutes: text, on: text },
        ...{ web: text, workers: text, faults: text, cases: text },
        help: { type: 'boolean' },
      },
    }),
  );
  if (values.help) throw new UsageError('');
  const whole = (name: Exclude<keyof typeof values, 'help'>, otherwise: number, least = 1): number => {
    const given = values[name];
    if (given === undefined) return otherwise;
    if (/^\d{1,9}$/.test(given) && Number(given) >= least) return Number(given);
    throw new UsageError(`--${name} requires a whole number from ${least}, found ${given}`);
  };
  const on = values.on ?? 'both';
  if (on !== 'both' && !ENGINES.includes(on as Engine))
    throw new UsageError(`--on requires server, embedded or both, found ${on}`);
  const known = FAULTS.map(({ name }) => name);
  const faults = values.faults?.split(',').map((name) => name.trim()) ?? known;
  const unknown = faults.find((name) => name !== 'none' && !known.includes(name));
  if (unknown !== undefined)
    throw new UsageError(`--faults requires some of ${known.join(', ')}, found ${unknown}`);
  return {
    seed: whole('seed', Math.floor(Math.random() * 1_000_000), 0),
    minutes: values.minutes === undefined ? null : whole('minutes', 1),
    rounds: whole('rounds', 8),
    daysPerRound: 30,
    faultsPerRound: 5,
    engines: on === 'both' ? ENGINES : [on as Engine],
    webs: whole('web', 3),
    workers: whole('workers', 3),
    faults,
    tellers: 6,
    mostCases: whole('cases', 150),
    thinkMs: 150,
    paceMs: 2_000,
  };
}

function parse<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
