import type { Database } from '../../db/database.ts';
import { type HistoryHead, historyHead, sealHistory } from '../../db/history-chain.ts';
import type { Caller } from '../casework/caller.ts';
import { assertMaySeeEvidence } from './who-may.ts';

/** The head of the history: who keeps it elsewhere can show later that nothing before it was changed. */
export interface EvidenceDesk {
  /** Seals what has happened up to now first, so that the head stands for all of it. */
  head(caller: Caller): Promise<HistoryHead>;
}

export const createEvidenceDesk = ({ db }: { readonly db: Database }): EvidenceDesk => ({
  async head(caller) {
    assertMaySeeEvidence(caller);
    await sealHistory(db);
    return historyHead(db);
  },
});
