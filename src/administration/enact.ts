import type { Database, Transaction } from '../../db/database.ts';
import { ProposalIsDecided } from '../../db/errors.ts';
import {
  addCalendarRows,
  addLawEdition,
  addOperatorProfile,
  addTermsVersion,
  drawLawRevision,
} from '../../db/law.ts';
import { endProposal } from '../../db/law-proposals.ts';
import type { LawEntry } from '../law/enacted-law.ts';
import { isDecided } from './refusals.ts';

/** Somebody else's change became law between the look at the book and this one: look again. */
export class LawHasMoved extends Error {
  constructor() {
    super('Another change of the law was enacted meanwhile; nothing was stored.');
    this.name = 'LawHasMoved';
  }
}

export interface Agreed {
  readonly proposalId: string;
  readonly entry: LawEntry;
  readonly proposedBy: string;
  readonly approvedBy: string;
  readonly at: string;
  readonly reasons: string | null;
}

/** Decision and rows of the law, together or not at all. Changes are enacted one after the other, each on the book that
 *  it was measured by. */
export async function enact(db: Database, agreed: Agreed, measuredBy: number): Promise<void> {
  const { proposalId, entry, proposedBy, approvedBy, at, reasons } = agreed;
  try {
    await db.transaction(async (tx) => {
      const revision = await drawLawRevision(tx);
      if (revision !== measuredBy + 1) throw new LawHasMoved();
      await endProposal(tx, proposalId, { state: 'approved', by: approvedBy, at, reasons, revision });
      await addRows(tx, entry, { revision, recordedAt: at, recordedBy: proposedBy, approvedBy });
    });
  } catch (error) {
    throw error instanceof ProposalIsDecided ? isDecided() : error;
  }
}

interface Entered {
  readonly revision: number;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly approvedBy: string;
}

async function addRows(tx: Transaction, entry: LawEntry, entered: Entered): Promise<void> {
  switch (entry.kind) {
    case 'figure':
    case 'setting':
      await addLawEdition(tx, { kind: entry.kind, ...entry.edition, ...entered });
      return;
    case 'terms':
      await addTermsVersion(tx, { version: entry.version.version, data: entry.version, ...entered });
      return;
    case 'calendar':
      await addCalendarRows(
        tx,
        entry.rows.map(({ removed = false, ...row }) => ({ ...row, removed, ...entered })),
      );
      return;
    case 'operator':
      await addOperatorProfile(tx, { data: entry.operator, ...entered });
      return;
  }
}
