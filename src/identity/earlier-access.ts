import { noteOnAccount } from '../../db/account-log.ts';
import type { Transaction } from '../../db/connect.ts';
import { revokeAllOf } from '../../db/sub-users.ts';

interface AtProof {
  readonly accountId: string;
  readonly at: string;
  /** Username of whoever brings the proof. */
  readonly by: string;
}

/** Whom an account let in, or invited, before anybody knew whose it is, does not stay once that is proven (D-20). The record
 *  of the account says so. true: there was somebody. */
export async function endEarlierAccess(tx: Transaction, { accountId, at, by }: AtProof): Promise<boolean> {
  const ended = await revokeAllOf(tx, accountId, at);
  if (ended.length === 0) return false;
  await noteOnAccount(tx, {
    at,
    accountId,
    actor: by,
    what: 'sub-users.ended-by-proof',
    data: { ids: ended },
  });
  return true;
}
