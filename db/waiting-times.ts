import type { Connection, Statement } from './database.ts';

/** How long the steps of cases took, without anything of a person: numbers over many cases alone. */
export interface WaitingTime {
  readonly step: WaitingStep;
  readonly cases: number;
  /** Whole days; null where the step has no case. */
  readonly median: number | null;
  readonly nineOfTen: number | null;
}

export type WaitingStep = 'offer' | 'conclusion' | 'works' | 'connection' | 'whole';

/** First occurrences of what starts and ends a step, of cases in which something ended since $1. Days are local ($2). */
const WAITED: Statement = {
  name: 'waiting_times',
  text: `
    with ended as (
      select distinct case_id from history
      where at >= $1::timestamptz and type in ('offer.issued', 'contract.signed', 'payment.received', 'works.completed', 'connection.made')
    ), reached as (
      select h.case_id,
        min((h.at at time zone $2)::date) filter (where h.type = 'application.submitted') as received,
        min((h.at at time zone $2)::date) filter (where h.type = 'offer.issued') as offered,
        min((h.at at time zone $2)::date) filter (where h.status = 'in-force') as concluded,
        min((h.at at time zone $2)::date) filter (where h.type = 'works.completed') as completed,
        max((h.at at time zone $2)::date) filter (where h.type = 'readiness.confirmed') as ready,
        min((h.at at time zone $2)::date) filter (where h.type = 'connection.made') as connected
      from history h join ended using (case_id) group by h.case_id
    ), waited (step, days, until) as (
      select 'offer', offered - received, offered from reached
      union all select 'conclusion', concluded - offered, concluded from reached
      union all select 'works', completed - concluded, completed from reached
      union all select 'connection', connected - greatest(completed, ready), connected from reached
      union all select 'whole', connected - received, connected from reached
    )
    select step, count(*)::int as cases,
      percentile_cont(0.5) within group (order by days)::float8 as median,
      percentile_cont(0.9) within group (order by days)::float8 as "nineOfTen"
    from waited where days >= 0 and until >= ($1::timestamptz at time zone $2)::date group by step`,
};

const STEPS: readonly WaitingStep[] = ['offer', 'conclusion', 'works', 'connection', 'whole'];

export async function waitingTimes(
  connection: Connection,
  since: string,
  timeZone: string,
): Promise<readonly WaitingTime[]> {
  const rows = await connection.query<{
    step: WaitingStep;
    cases: number;
    median: number;
    nineOfTen: number;
  }>(WAITED, [since, timeZone]);
  return STEPS.map((step) => {
    const found = rows.find((row) => row.step === step);
    return {
      step,
      cases: found?.cases ?? 0,
      median: found ? Math.round(found.median) : null,
      nineOfTen: found ? Math.ceil(found.nineOfTen) : null,
    };
  });
}
