import type { Connection, Statement } from './database.ts';
import { type CaseRow, columnsOf } from './rows.ts';
import { cases } from './schema.ts';

export const MOST_HELD = 500;

/** Cases in which an end was once held, in statuses in which a hold can stand. Whether it still stands, the case knows. */
const HELD: Statement = {
  name: 'cases_held',
  text: `
    select ${columnsOf(cases, 'c')} from cases c
    where c.status in ('offered', 'objected', 'offer-lapsed', 'annulment-warned', 'in-force', 'suspended', 'fulfilled')
      and exists (select from history h where h.case_id = c.id and h.type in ('annulment.held', 'ending.held'))
    order by c.updated_at limit ${MOST_HELD}`,
};

export const casesOnceHeld = (connection: Connection): Promise<CaseRow[]> => connection.query<CaseRow>(HELD);
