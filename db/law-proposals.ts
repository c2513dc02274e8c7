import type { Connection, Transaction } from './database.ts';
import { and, desc, eq } from './drizzle.ts';
import { ProposalIsDecided } from './errors.ts';
import { lawProposals } from './schema.ts';

export type ProposalRow = typeof lawProposals.$inferSelect;

/** More than anybody reads; a change of the law is rare. */
const MOST_PROPOSALS = 1000;

export async function addProposal(
  connection: Connection,
  row: Pick<ProposalRow, 'id' | 'kind' | 'entry' | 'source' | 'proposedBy' | 'proposedAt'>,
): Promise<void> {
  await connection.db.insert(lawProposals).values({ ...row, state: 'pending' });
}

export async function findProposal(connection: Connection, id: string): Promise<ProposalRow | null> {
  const [row] = await connection.db.select().from(lawProposals).where(eq(lawProposals.id, id));
  return row ?? null;
}

/** Newest first. */
export const listProposals = (connection: Connection, state?: ProposalRow['state']): Promise<ProposalRow[]> =>
  connection.db
    .select()
    .from(lawProposals)
    .where(state === undefined ? undefined : eq(lawProposals.state, state))
    .orderBy(desc(lawProposals.proposedAt), desc(lawProposals.id))
    .limit(MOST_PROPOSALS);

export interface ProposalEnd {
  readonly state: 'approved' | 'declined';
  readonly by: string;
  readonly at: string;
  readonly reasons: string | null;
  /** Of an approved one: where its rows stand. */
  readonly revision: number | null;
}

/** @throws ProposalIsDecided where somebody else was quicker */
export async function endProposal(
  connection: Connection | Transaction,
  id: string,
  end: ProposalEnd,
): Promise<void> {
  const ended = await connection.db
    .update(lawProposals)
    .set({
      state: end.state,
      decidedBy: end.by,
      decidedAt: end.at,
      reasons: end.reasons,
      revision: end.revision,
    })
    .where(and(eq(lawProposals.id, id), eq(lawProposals.state, 'pending')))
    .returning({ id: lawProposals.id });
  if (ended.length === 0) throw new ProposalIsDecided(id);
}
