import { assign, createMachine } from 'xstate';
import { verdictOf, type Way } from './acts/way.ts';
import { caseChart } from './chart/index.ts';
import { TOOK, waysOf } from './chart/leads.ts';
import { EFFECT_KINDS } from './effects.ts';
import { type Facts, NO_FACTS } from './facts.ts';
import type { Happening } from './happening.ts';

/** Version of this chart, recorded on every case. Raise it when a history would replay differently, and run
 *  `npm run verify-history` before an upgrade. */
export const CHART_VERSION = '2';

interface At {
  readonly context: Facts;
  readonly event: Happening;
}

/** Every way of the chart, by its name. */
export const WAYS: ReadonlyMap<string, Way> = new Map(waysOf(caseChart).map((way) => [way.name, way]));

const guards = Object.fromEntries(
  [...WAYS.values()].map((way) => [
    way.name,
    ({ context, event }: At): boolean => verdictOf(way, context, event) === null,
  ]),
);

const writings = Object.fromEntries(
  [...WAYS.values()].flatMap(({ name, write }) =>
    write === null ? [] : [[name, assign(({ context, event }: At) => write(context, event))]],
  ),
);

/** Commands to the shell: the chart gives them out and runs none. */
const given = () => undefined;

/** The chart as XState runs it: what it says stands in `chart/`, what an act is in `acts/`. */
export const caseMachine = createMachine(
  {
    ...(caseChart as object),
    types: {} as { context: Facts; events: Happening },
    context: NO_FACTS,
  },
  {
    guards: guards as object,
    actions: {
      ...writings,
      ...Object.fromEntries([TOOK, ...EFFECT_KINDS].map((command) => [command, given])),
    } as object,
  },
);
