import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { askAccountAct, pendingAccountActs } from '../../../db/account-acts.ts';
import type { Caller } from '../../casework/caller.ts';
import type { PeopleAct } from './account-act.ts';
import type { AccountDeskParts } from './account-desk-parts.ts';

export interface Asked {
  readonly kind: 'awaits-approval';
  readonly approvalId: string;
}

/** The act waits for another administrator. Asked for twice by one person, it waits once. */
export async function askForAct(
  { db, clock }: AccountDeskParts,
  { username }: Caller,
  accountId: string | null,
  act: PeopleAct,
): Promise<Asked> {
  const asked = JSON.parse(JSON.stringify(act)) as unknown;
  const same = (await pendingAccountActs(db)).find(
    (row) => row.askedBy === username && row.accountId === accountId && isDeepStrictEqual(row.act, asked),
  );
  if (same) return { kind: 'awaits-approval', approvalId: same.id };
  const id = randomUUID();
  const askedAt = (await clock.now()).toString();
  await askAccountAct(db, { id, accountId, act: asked, askedBy: username, askedAt });
  return { kind: 'awaits-approval', approvalId: id };
}
