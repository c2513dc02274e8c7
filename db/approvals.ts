import type { Connection, Statement } from './database.ts';
import { and, asc, eq } from './drizzle.ts';
import { ApprovalIsDecided } from './errors.ts';
import { type ApprovalRow, columnsOf } from './rows.ts';
import { approvals } from './schema.ts';

export type NewApproval = Pick<
  ApprovalRow,
  'id' | 'caseId' | 'event' | 'roles' | 'askedBy' | 'askedRole' | 'askedAt'
>;

/** The first person's act waits; it changes nothing of the case. It is applied by the step of the second person
 *  (`Step.approvals`). */
export async function askApproval(connection: Connection, asked: NewApproval): Promise<void> {
  await connection.db.insert(approvals).values({ ...asked, state: 'pending' });
}

export async function findApproval(connection: Connection, id: string): Promise<ApprovalRow | null> {
  const [row] = await connection.db.select().from(approvals).where(eq(approvals.id, id));
  return row ?? null;
}

/** What waits for a second person, oldest first. */
export const pendingApprovals = (connection: Connection): Promise<ApprovalRow[]> =>
  connection.db
    .select()
    .from(approvals)
    .where(eq(approvals.state, 'pending'))
    .orderBy(asc(approvals.askedAt), asc(approvals.id));

const OF_CASE: Statement = {
  name: 'approvals_of_case',
  text: `select ${columnsOf(approvals, 'a')} from approvals a where a.case_id = $1 order by a.asked_at, a.id`,
};

export const approvalsOf = (connection: Connection, caseId: string): Promise<ApprovalRow[]> =>
  connection.query<ApprovalRow>(OF_CASE, [caseId]);

/** Ends an approval without a step: declined by the second person, or void since the act is no longer possible. */
export async function endApproval(
  connection: Connection,
  id: string,
  end: {
    readonly state: 'declined' | 'void';
    readonly by: string;
    readonly at: string;
    readonly reasons: string | null;
  },
): Promise<void> {
  const ended = await connection.db
    .update(approvals)
    .set({ state: end.state, decidedBy: end.by, decidedAt: end.at, reasons: end.reasons })
    .where(and(eq(approvals.id, id), eq(approvals.state, 'pending')))
    .returning({ id: approvals.id });
  if (ended.length === 0) throw new ApprovalIsDecided(id);
}

/** Which of these cases have an act that waits for a second person. */
export async function casesThatWait(
  connection: Connection,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await connection.query<{ caseId: string }>(
    `select distinct case_id as "caseId" from approvals where state = 'pending' and case_id = any ($1::uuid[])`,
    [ids],
  );
  return new Set(rows.map(({ caseId }) => caseId));
}

/** Ends what still waits in a case, save for acts of these types. */
export async function voidApprovalsExcept(
  connection: Connection,
  caseId: string,
  types: readonly string[],
  end: { readonly by: string; readonly at: string },
): Promise<void> {
  await connection.query(
    `update approvals set state = 'void', decided_by = $3, decided_at = $4
     where case_id = $1 and state = 'pending' and not (event ->> 'type' = any ($2::text[]))`,
    [caseId, types, end.by, end.at],
  );
}
