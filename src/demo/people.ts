import type { z } from 'zod';
import type { customerSchema } from '../../workflows/application.ts';
import type { Caller } from '../casework/caller.ts';
import { callerBehind } from '../identity/accounts.ts';
import { DEMO_ACCOUNTS } from '../identity/demo-accounts.ts';
import { identificationByPassword } from '../identity/level.ts';

/** Who acts in the stories: the demo accounts, signed in as everybody signs in to them. */
export type Who =
  | 'customer'
  | 'company'
  | 'engineer'
  | 'engineer2'
  | 'service'
  | 'service2'
  | 'finance'
  | 'finance2';

export function signedIn(who: Who): Caller {
  const account = DEMO_ACCOUNTS.find(({ username }) => username === who);
  if (!account) throw new Error(`There is no demo account ${who}.`);
  return callerBehind(
    { ...account, passwordHash: null, createdAt: '' },
    identificationByPassword(account, true),
  );
}

export type Customer = z.input<typeof customerSchema>;

/** The customers of the demo accounts; their codes are those of the accounts. */
export const ANNA: Customer = {
  kind: 'natural',
  name: 'Anna Ozoliņa',
  email: 'customer@piemers.example',
  phone: '+371 20000001',
  postalAddress: 'Parauga iela 12–4, Rīga, LV-1010',
  household: true,
};

export const PARAUGS: Customer = {
  kind: 'legal',
  name: 'SIA "Paraugs"',
  email: 'company@piemers.example',
  phone: '+371 60000001',
  postalAddress: 'Piemēra iela 1, Valmiera, LV-4201',
};

/** Customers who wrote on paper or came to the office: samples, their codes belong to nobody. */
export const person = (
  name: string,
  personalCode: string,
  postalAddress: string,
  more: Partial<Customer> = {},
): Customer => ({ kind: 'natural', name, personalCode, postalAddress, household: true, ...more });

export const firm = (
  name: string,
  registrationNumber: string,
  postalAddress: string,
  more: Partial<Customer> = {},
): Customer => ({ kind: 'legal', name, registrationNumber, postalAddress, ...more });
