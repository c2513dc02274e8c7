import type { AccountRow } from '../../db/rows.ts';
import type { Caller } from '../casework/caller.ts';
import { DEMO_CUSTOMER_ID } from './demo-accounts.ts';

export type Identification = Pick<Caller, 'level' | 'method'>;

/** How far a password identifies its holder (II.5.4.3): a legal person fully, a natural person not at all. Staff act by
 *  their role. In demo mode the demo customer's password stands for an eID, so that the whole life of a contract can be
 *  tried. */
export function identificationByPassword(
  account: Pick<AccountRow, 'id' | 'kind'>,
  demo: boolean,
): Identification {
  if (demo && account.id === DEMO_CUSTOMER_ID) return { level: '2', method: 'portal-eid' };
  switch (account.kind) {
    case 'staff':
      return { level: '0', method: 'none' };
    case 'natural':
      return { level: 'P', method: 'portal-password' };
    case 'legal':
    case 'operator':
      return { level: '2', method: 'portal-password' };
  }
}
