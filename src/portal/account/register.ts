import type { Connection } from '../../../db/connect.ts';
import { eq } from '../../../db/drizzle.ts';
import { AlreadyExists } from '../../../db/errors.ts';
import { cases } from '../../../db/schema.ts';
import { createAccount } from '../../identity/accounts.ts';
import type { Language } from '../../law/words.ts';
import type { Registration } from './registration.ts';

/** Makes the account. Whoever asks learns nothing of accounts and cases that exist: an address that has an account already
 *  is left as it is, and the answer is the same (ADR 0052).
 *
 *  A natural person who names a case and its personal code sees that person's cases, read-only (II.5.4.3, PO-03). A company's
 *  registration number is public and its account may act: its earlier cases are linked by customer service alone (II.5.3). */
export async function register(
  db: Connection,
  { caseNumber, partyCode, ...registration }: Registration & { readonly language: Language },
  now: Temporal.Instant,
): Promise<void> {
  const isTheirs = registration.kind === 'natural' && (await isCaseOf(db, caseNumber, partyCode));
  const { email: username, ...account } = registration;
  try {
    await createAccount(
      db,
      { ...account, username, email: username, roles: ['customer'], ...(isTheirs ? { partyCode } : {}) },
      now,
    );
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error;
  }
}

async function isCaseOf(db: Connection, number: string, partyCode: string): Promise<boolean> {
  if (number === '') return false;
  const [found] = await db.db
    .select({ partyCode: cases.partyCode })
    .from(cases)
    .where(eq(cases.number, number));
  return found !== undefined && found.partyCode === partyCode;
}
