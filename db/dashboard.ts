import type { Connection, Statement, Transaction } from './database.ts';
import { FIGURED_DEADLINES } from './schema.ts';

/** Figures over all cases, counted once for everybody who looks: by kind, name and day in the table `figures`. None tells
 *  anything of a person. */

export interface FiguresState {
  /** Product time as of which was counted. */
  readonly at: string;
  /** Real milliseconds since then, and how many of them counting took. */
  readonly ageMs: number;
  readonly tookMs: number;
}

const STATE: Statement = {
  name: 'figures_state',
  text: `
    select at, (extract(epoch from clock_timestamp() - counted_at) * 1000)::float8 as "ageMs", took_ms as "tookMs"
    from figures_counted`,
};

/** null: nothing was ever counted. */
export async function figuresState(connection: Connection): Promise<FiguresState | null> {
  const [state] = await connection.query<FiguresState>(STATE);
  return state ?? null;
}

const named = FIGURED_DEADLINES.map((name) => `'${name}'`).join(', ');

/** Each part is read from an index alone. Rows that stay as they are, mostly all but those of a few days, are not written. */
const COUNT = `
  with counted (kind, name, day, cases) as materialized (
    select state, name, last_day, count(*)::int from deadlines
    where state in ('met', 'missed') and name in (${named}) and last_day is not null group by 1, 2, 3
    union all
    select 'opened', '', (created_at at time zone $1)::date, count(*)::int from cases
    where status = any($2::text[]) group by 3
    union all
    select 'ahead', '', queue_on, count(*)::int from cases where queue_on is not null group by 3
    union all
    select 'late', d.name, d.last_day, count(*)::int
    from cases c join deadlines d on d.case_id = c.id
      and d.state = 'missed' and d.awaits = 'operator' and d.last_day = c.queue_on
    where c.overdue group by 2, 3
  ), gone as (
    delete from figures f
    where not exists (select from counted c where (c.kind, c.name, c.day) = (f.kind, f.name, f.day)))
  insert into figures select * from counted
  on conflict (kind, name, day) do update set cases = excluded.cases where figures.cases <> excluded.cases`;

const COUNTED = `
  insert into figures_counted values (1, $1, clock_timestamp(), $2)
  on conflict (id) do update set at = excluded.at, counted_at = excluded.counted_at, took_ms = excluded.took_ms`;

/** Any number that is the same everywhere: whoever counts holds it. */
const COUNTING = 'select pg_advisory_xact_lock(7042011)';

/** Counts all cases anew as of `at`, unless somebody did since `known`. Who comes while another counts waits for that. */
export async function countFigures(
  tx: Transaction,
  at: string,
  { timeZone, open, known }: CountingOptions,
): Promise<void> {
  await tx.query(COUNTING);
  if ((await figuresState(tx))?.at !== known?.at) return;
  const begun = performance.now();
  await tx.query(COUNT, [timeZone, open]);
  await tx.query(COUNTED, [at, Math.ceil(performance.now() - begun)]);
}

export interface CountingOptions {
  readonly timeZone: string;
  /** Statuses of cases in which something is still to be done. */
  readonly open: readonly string[];
  readonly known: FiguresState | null;
}

export interface Figure {
  readonly kind: 'met' | 'missed' | 'opened' | 'ahead' | 'late';
  readonly name: string;
  /** `opened`: 0 is younger than the first bound, n the last bound was reached. `ahead`: weeks from that of `today` on. */
  readonly place: number;
  readonly cases: number;
  readonly oldest: string;
}

const FIGURES: Statement = {
  name: 'figures_of_period',
  text: `
    select kind, name, place, sum(cases)::int as cases, min(day) as oldest from (
      select kind, name, day, cases, case kind
        when 'opened' then width_bucket(($1::date - day)::numeric, $2::numeric[])
        when 'ahead' then (day - date_trunc('week', $1::date::timestamp)::date) / 7
        else 0 end as place
      from figures
      where kind in ('opened', 'late') or kind in ('met', 'missed') and day between $3::date and $4::date
        or kind = 'ahead' and day between $1::date and $5::date) f
    group by kind, name, place`,
};

export interface FiguresAsked {
  readonly today: string;
  /** In days since a case was opened, rising. */
  readonly ageBounds: readonly number[];
  readonly period: { readonly from: string; readonly to: string };
  readonly lastDayAhead: string;
}

export const figuresOf = (
  connection: Connection,
  { today, ageBounds, period, lastDayAhead }: FiguresAsked,
): Promise<Figure[]> =>
  connection.query<Figure>(FIGURES, [today, ageBounds, period.from, period.to, lastDayAhead]);
