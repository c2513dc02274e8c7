import { pendingAccountActs } from '../../../db/account-acts.ts';
import { findAccount, namesBehind } from '../../../db/accounts.ts';
import type { Connection } from '../../../db/database.ts';
import { type PeopleActView, peopleActView } from './account-act.ts';

/** What waits for a second administrator, oldest first, with whom it concerns. */
export async function pendingActs(db: Connection): Promise<PeopleActView[]> {
  const rows = await pendingAccountActs(db);
  const names = await namesBehind(
    db,
    rows.map(({ askedBy }) => askedBy),
  );
  return Promise.all(
    rows.map(async (row) =>
      peopleActView(row, row.accountId === null ? null : await findAccount(db, row.accountId), names),
    ),
  );
}
