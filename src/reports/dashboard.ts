import { type Figure, figuresOf } from '../../db/dashboard.ts';
import type { Database } from '../../db/database.ts';
import { FIGURED_DEADLINES } from '../../db/schema.ts';
import type { DeadlineName } from '../../workflows/deadlines/index.ts';
import type { Status } from '../../workflows/status.ts';
import { type Day, type IsoDay, laterOf } from '../law/days.ts';
import type { Period } from './regulator.ts';

/** How the operator keeps its deadlines, and what lies ahead. */
export interface Dashboard {
  readonly countedAt: Temporal.Instant;
  readonly today: IsoDay;
  readonly period: Period;
  /** By step: of the deadlines whose last day lay in the period, those that were kept. */
  readonly kept: readonly KeptStep[];
  readonly ages: readonly AgeClass[];
  readonly breaches: readonly Breach[];
  readonly ahead: readonly WeekAhead[];
}

export interface KeptStep {
  readonly name: OperatorsStep;
  readonly met: number;
  readonly missed: number;
}

interface AgeClass {
  /** From this many days since the case was opened … */
  readonly fromDays: number;
  /** … to this many; null: without end. */
  readonly toDays: number | null;
  readonly openedFrom: IsoDay | null;
  readonly openedTo: IsoDay;
  readonly cases: number;
}

interface Breach {
  readonly name: string;
  readonly cases: number;
  readonly oldestOn: IsoDay;
}

interface WeekAhead {
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly cases: number;
}

/** Deadlines of the operator that have a last day. The term of the contract is not among them: it is kept by both. */
const OPERATORS_STEPS = FIGURED_DEADLINES satisfies readonly DeadlineName[];
type OperatorsStep = (typeof OPERATORS_STEPS)[number];

/** Statuses in which something is still to be done. */
export const OPEN_STATUSES: readonly Status[] = [
  'received',
  'incomplete',
  'awaiting-design',
  'awaiting-contractor',
  'evaluating',
  'offered',
  'objected',
  'offer-lapsed',
  'annulment-warned',
  'in-force',
  'suspended',
  'fulfilled',
];

const AGE_BOUNDS = [11, 21, 31, 91, 181, 366] as const;
const WEEKS_AHEAD = 10;

/** As of when the figures were last counted; today and the period are those of whoever asks. */
export async function readDashboard(
  db: Database,
  countedAt: Temporal.Instant,
  today: Day,
  period: Period,
): Promise<Dashboard> {
  const figures = await figuresOf(db, {
    today: today.toString(),
    ageBounds: AGE_BOUNDS,
    period,
    lastDayAhead: lastDayAhead(today).toString(),
  });
  const of = (kind: Figure['kind']): readonly Figure[] => figures.filter((one) => one.kind === kind);
  const casesOf = (kind: Figure['kind'], which: (one: Figure) => boolean): number =>
    sumOf(of(kind).filter(which));
  return {
    countedAt,
    today: today.toString(),
    period,
    kept: OPERATORS_STEPS.map((name) => ({
      name,
      met: casesOf('met', (one) => one.name === name),
      missed: casesOf('missed', (one) => one.name === name),
    })),
    ages: ageClasses(today).map((one, age) => ({
      ...one,
      cases: casesOf('opened', ({ place }) => place === age),
    })),
    breaches: of('late')
      .map(({ name, cases, oldest }) => ({ name, cases, oldestOn: oldest }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    ahead: mondays(today).map((monday, week) => ({
      from: laterOf(monday, today).toString(),
      to: monday.add({ days: 6 }).toString(),
      cases: casesOf('ahead', ({ place }) => place === week),
    })),
  };
}

const sumOf = (rows: readonly { readonly cases: number }[]): number =>
  rows.reduce((sum, { cases }) => sum + cases, 0);

/** Days since the case was opened: 0–10, 11–20, … and the days on which cases of that age were opened. */
function ageClasses(today: Day): readonly Omit<AgeClass, 'cases'>[] {
  const from = [0, ...AGE_BOUNDS];
  return from.map((fromDays, index) => {
    const next = from[index + 1];
    return {
      fromDays,
      toDays: next === undefined ? null : next - 1,
      openedFrom: next === undefined ? null : today.subtract({ days: next - 1 }).toString(),
      openedTo: today.subtract({ days: fromDays }).toString(),
    };
  });
}

const mondayOf = (on: Day): Day => on.subtract({ days: on.dayOfWeek - 1 });

const mondays = (today: Day): readonly Day[] =>
  Array.from({ length: WEEKS_AHEAD }, (_, week) => mondayOf(today).add({ weeks: week }));

const lastDayAhead = (today: Day): Day => mondayOf(today).add({ days: WEEKS_AHEAD * 7 - 1 });
