import { noteOnAccount } from '../../../db/account-log.ts';
import type { Transaction } from '../../../db/connect.ts';

/** Stands in the log of an account where others have a username, and can be nobody's: it has spaces. */
const ACTOR = 'npm run admin';

export interface Note {
  readonly what: string;
  readonly data: object;
}

export const note = (tx: Transaction, accountId: string, { what, data }: Note): Promise<void> =>
  noteOnAccount(tx, { at: Temporal.Now.instant().toString(), accountId, actor: ACTOR, what, data });
