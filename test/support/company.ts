import type { Connection } from '../../db/connect.ts';
import { addProof } from '../../db/proofs.ts';
import type { AccountRow } from '../../db/rows.ts';
import { createAccount, type NewAccount } from '../../src/identity/accounts.ts';

let companies = 0;

/** A company's account for which the operator has confirmed who speaks (D-20). */
export async function createCompany(
  on: Connection,
  account: NewAccount,
  now: Temporal.Instant,
): Promise<AccountRow> {
  companies += 1;
  const partyCode = account.partyCode ?? `4000${String(1_000_000 + companies)}`;
  const row = await createAccount(on, { ...account, partyCode }, now);
  await confirm(on, row, now);
  return row;
}

const confirm = (on: Connection, { id, partyCode }: AccountRow, now: Temporal.Instant): Promise<void> =>
  addProof(on, {
    id: crypto.randomUUID(),
    accountId: id,
    partyCode: partyCode!,
    method: 'operator',
    provenBy: 'service',
    documentId: null,
    provenAt: now.toString(),
    endedAt: null,
    endedBy: null,
  });
