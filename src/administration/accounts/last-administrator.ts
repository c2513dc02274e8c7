import { lockAdministrators } from '../../../db/account-list.ts';
import type { Transaction } from '../../../db/database.ts';
import { isOpen } from '../../identity/accounts.ts';
import { lastAdministrator } from './refusals.ts';

/** Somebody who may administer must be left beside this account. */
export async function assertAnotherIsLeft(tx: Transaction, id: string, demo: boolean): Promise<void> {
  const left = (await lockAdministrators(tx)).filter((row) => row.id !== id && isOpen(row, demo));
  if (left.length === 0) throw lastAdministrator();
}
