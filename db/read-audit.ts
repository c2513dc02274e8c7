import type { Connection } from './database.ts';
import { and, desc, eq, lt, sql } from './drizzle.ts';
import { cases, readAudit } from './schema.ts';

/** Which member of staff read what of which case. */
export interface Read {
  readonly id: number;
  readonly at: string;
  readonly account: string;
  readonly caseId: string;
  /** Number of the case; null where the case is no more. */
  readonly number: string | null;
  readonly what: string;
}

export interface ReadFilter {
  /** Number of the case. */
  readonly number?: string;
  readonly account?: string;
  /** Instants: from the first on, before the second. */
  readonly from?: string;
  readonly to?: string;
}

/** Newest first; `before` is the id of the last one that was seen. */
export const readsBefore = (
  connection: Connection,
  { number, account, from, to }: ReadFilter,
  { limit, before }: { readonly limit: number; readonly before?: number },
): Promise<Read[]> =>
  connection.db
    .select({
      id: readAudit.id,
      at: readAudit.at,
      account: readAudit.account,
      caseId: readAudit.caseId,
      number: cases.number,
      what: readAudit.what,
    })
    .from(readAudit)
    .leftJoin(cases, eq(cases.id, readAudit.caseId))
    .where(
      and(
        number === undefined ? undefined : eq(cases.number, number),
        account === undefined ? undefined : eq(readAudit.account, account),
        from === undefined ? undefined : sql`${readAudit.at} >= ${from}::timestamptz`,
        to === undefined ? undefined : sql`${readAudit.at} < ${to}::timestamptz`,
        before === undefined ? undefined : lt(readAudit.id, before),
      ),
    )
    .orderBy(desc(readAudit.id))
    .limit(limit);
