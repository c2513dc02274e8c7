import type { Connection, Statement } from './database.ts';

/** What a report on a period reads of the lives of cases: nothing of a person. */

export interface LifeAct {
  readonly caseId: string;
  readonly seq: number;
  readonly type: string;
  /** The local day on which it was recorded. */
  readonly recordedOn: string;
  /** The status of the case after the act. */
  readonly status: string;
  /** The day that the act itself names, where it names one. */
  readonly on: string | null;
  readonly reason: string | null;
  readonly name: string | null;
  readonly extraChecks: boolean;
}

export interface LifeDeadline {
  readonly caseId: string;
  readonly name: string;
  readonly lastDay: string | null;
  readonly clause: string;
  readonly state: string;
}

/** An act is recorded on its day or later: cases in which nothing was recorded since the period began are not in it. */
const TOUCHED: Statement = {
  name: 'cases_touched_since',
  text: `select distinct case_id as "caseId" from history where at >= $1::timestamptz`,
};

/** Days and reasons stand in what the act was told with. That of an offer is its whole quote, which names none: taking it
 *  apart would cost more than all the rest. */
const ACTS: Statement = {
  name: 'acts_of_cases',
  text: `
    select case_id as "caseId", seq, type, (at at time zone $2)::date as "recordedOn", status,
      case type when 'payment.received' then data->>'receivedOn' when 'works.suspended' then data->>'from'
        when 'offer.issued' then null when 'offer.revised' then null else data->>'on' end as "on",
      case when type = 'works.suspended' then data->>'reason' end as reason,
      case when type = 'deadline.passed' then data->>'name' end as name,
      coalesce(type = 'complaint.answered' and (data->>'extraChecks')::boolean, false) as "extraChecks"
    from history where case_id = any($1::uuid[]) order by case_id, seq`,
};

const DEADLINES: Statement = {
  name: 'report_deadlines_of_cases',
  text: `
    select case_id as "caseId", name, last_day as "lastDay", clause, state from deadlines
    where case_id = any($1::uuid[]) and name in ('offer', 'connection', 'term')`,
};

/** The reason stands in the snapshot alone; it is read of cases that have ended and of no others. */
const ENDINGS: Statement = {
  name: 'endings_of_cases',
  text: `
    select id as "caseId", snapshot #>> '{facts,ending,reason}' as reason from cases
    where id = any($1::uuid[]) and status in ('annulled', 'withdrawn', 'terminated', 'closed')`,
};

export interface LivesRead {
  readonly acts: readonly LifeAct[];
  readonly deadlines: readonly LifeDeadline[];
  readonly endings: readonly { readonly caseId: string; readonly reason: string | null }[];
}

export async function casesTouchedSince(connection: Connection, since: string): Promise<readonly string[]> {
  const rows = await connection.query<{ caseId: string }>(TOUCHED, [since]);
  return rows.map(({ caseId }) => caseId);
}

export async function livesOf(
  connection: Connection,
  caseIds: readonly string[],
  timeZone: string,
): Promise<LivesRead> {
  const acts = await connection.query<LifeAct>(ACTS, [caseIds, timeZone]);
  const deadlines = await connection.query<LifeDeadline>(DEADLINES, [caseIds]);
  const endings = await connection.query<{ caseId: string; reason: string | null }>(ENDINGS, [caseIds]);
  return { acts, deadlines, endings };
}
