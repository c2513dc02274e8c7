import type { Connection, Statement } from './database.ts';

/** Figures over all cases. Each is one statement, whatever the number of cases; none tells anything of a person. */

export interface KeptDeadlines {
  readonly name: string;
  readonly state: 'met' | 'missed';
  readonly cases: number;
}

const KEPT: Statement = {
  name: 'dashboard_kept',
  text: `
    select name, state, count(*)::int as cases from deadlines
    where name = any($1::text[]) and state in ('met', 'missed') and last_day between $2::date and $3::date
    group by name, state`,
};

/** Of the deadlines whose last day lay in the period: how many were kept, and how many not. */
export const keptDeadlines = (
  connection: Connection,
  names: readonly string[],
  { from, to }: { readonly from: string; readonly to: string },
): Promise<KeptDeadlines[]> => connection.query<KeptDeadlines>(KEPT, [names, from, to]);

export interface AgeOfOpen {
  readonly status: string;
  /** 0: younger than the first bound; n: the last bound was reached. */
  readonly age: number;
  readonly cases: number;
}

const AGES: Statement = {
  name: 'dashboard_ages',
  text: `
    select status, width_bucket(($1::date - (created_at at time zone $2)::date)::numeric, $3::numeric[]) as age, count(*)::int as cases
    from cases where status = any($4::text[]) group by 1, 2`,
};

/** Cases of these statuses by days since they were opened; `bounds` in days, rising. */
export const agesOfOpen = (
  connection: Connection,
  today: string,
  timeZone: string,
  bounds: readonly number[],
  statuses: readonly string[],
): Promise<AgeOfOpen[]> => connection.query<AgeOfOpen>(AGES, [today, timeZone, bounds, statuses]);

export interface Breaches {
  readonly name: string;
  readonly cases: number;
  /** Of the one that is late for longest. */
  readonly oldest: string;
}

const BREACHES: Statement = {
  name: 'dashboard_breaches',
  text: `
    select d.name, count(*)::int as cases, min(d.last_day) as oldest
    from cases c join deadlines d on d.case_id = c.id
      and d.state = 'missed' and d.awaits = 'operator' and d.last_day = c.queue_on
    where c.overdue group by d.name order by d.name`,
};

/** Cases in which the operator is late now, by what was due first. */
export const breaches = (connection: Connection): Promise<Breaches[]> => connection.query<Breaches>(BREACHES);

export interface WorkAhead {
  /** Monday of the week. */
  readonly week: string;
  readonly cases: number;
}

const AHEAD: Statement = {
  name: 'dashboard_ahead',
  text: `
    select date_trunc('week', queue_on::timestamp)::date as week, count(*)::int as cases from cases
    where queue_on between $1::date and $2::date group by 1`,
};

/** Cases by the week of the earliest last day that awaits the operator. */
export const workAhead = (
  connection: Connection,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<WorkAhead[]> => connection.query<WorkAhead>(AHEAD, [from, to]);
