import type { AccountRow } from '../../db/rows.ts';
import type { Caller } from '../casework/caller.ts';
import { DEMO_COMPANY_ID, DEMO_CUSTOMER_ID } from './demo-accounts.ts';

/** How far a session tells who acts in it. */
export interface Identification extends Pick<Caller, 'level' | 'method'> {
  /** Whether the code of the account is proven in this session (D-19). */
  readonly proven: boolean;
  /** Whether the provider told the name too. */
  readonly nameProven?: boolean;
}

/** How far a password identifies its holder (II.5.4.3): a legal person once it is confirmed who speaks for it (D-20), a
 *  natural person not at all. Staff act by their role. In demo mode the demo customer's password stands for an eID, and the
 *  demo company is confirmed, so that the whole life of a contract can be tried. */
export function identificationByPassword(
  account: Pick<AccountRow, 'id' | 'kind'>,
  demo: boolean,
  confirmed = false,
): Identification {
  if (demo && account.id === DEMO_CUSTOMER_ID) return { level: '2', method: 'portal-eid', proven: true };
  switch (account.kind) {
    case 'staff':
      return { level: '0', method: 'none', proven: false };
    case 'natural':
      return { level: 'P', method: 'portal-password', proven: false };
    case 'legal':
    case 'operator':
      return confirmed || (demo && account.id === DEMO_COMPANY_ID)
        ? { level: '2', method: 'portal-password', proven: true }
        : { level: 'P', method: 'portal-password', proven: false };
  }
}

/** How a session that goes on is identified now: a company's password holds for as long as its confirmation does. */
export function identificationOf(
  { level, method }: { readonly level: string; readonly method: string },
  account: Pick<AccountRow, 'id' | 'kind'>,
  demo: boolean,
  confirmed: boolean,
): Identification {
  if (method === 'portal-eid' || method === 'portal-bank')
    return demo && account.id === DEMO_CUSTOMER_ID
      ? { level: '2', method, proven: true }
      : { level: '2', method, proven: true, nameProven: true };
  if (method === 'portal-password') return identificationByPassword(account, demo, confirmed);
  return { level, method, proven: false } as Identification;
}
