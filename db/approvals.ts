import type { Connection } from './database.ts';
import { and, asc, eq } from './drizzle.ts';
import { ApprovalIsDecided } from './errors.ts';
import type { ApprovalRow } from './rows.ts';
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

export const approvalsOf = (connection: Connection, caseId: string): Promise<ApprovalRow[]> =>
  connection.db
    .select()
    .from(approvals)
    .where(eq(approvals.caseId, caseId))
    .orderBy(asc(approvals.askedAt), asc(approvals.id));

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
