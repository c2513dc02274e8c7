import type { Connection } from '../../../db/connect.ts';
import { eq } from '../../../db/drizzle.ts';
import { AlreadyExists } from '../../../db/errors.ts';
import { cases } from '../../../db/schema.ts';
import { createAccount } from '../../identity/accounts.ts';
import type { LockOut } from '../../identity/lock-out.ts';
import type { Language } from '../../law/words.ts';
import type { Registration } from './registration.ts';

/** Makes the account. Whoever asks learns nothing of accounts and cases that exist: an address that has an account already
 *  is left as it is, and the answer is the same (ADR 0052).
 *
 *  A natural person who names a case and its personal code sees that person's cases, read-only (II.5.4.3, PO-03). A company's
 *  registration number is public and its account may act: its earlier cases are linked by customer service alone (II.5.3).
 *
 *  Numbers of cases follow each other: trying them with somebody's code is slowed like guessing a password.
 *  @returns seconds to wait before a case number is tried again; 0: the account is made */
export async function register(
  { db, locks }: { readonly db: Connection; readonly locks: LockOut },
  { caseNumber, partyCode, language, ...registration }: Registration & { readonly language: Language },
  { network, now }: { readonly network: string; readonly now: Temporal.Instant },
): Promise<number> {
  let isTheirs = false;
  if (registration.kind === 'natural' && caseNumber !== '') {
    const guess = { what: `case of ${partyCode}`, whence: `network ${network}`, isKnown: false };
    const weighed = await locks.weigh(guess, async () => (await isCaseOf(db, caseNumber, partyCode)) || null);
    if (weighed.kind === 'locked') return weighed.retryAfterSeconds;
    isTheirs = weighed.kind === 'right';
  }
  const { email: username, ...account } = registration;
  try {
    await createAccount(
      db,
      {
        ...account,
        language,
        username,
        email: username,
        roles: ['customer'],
        ...(isTheirs ? { partyCode } : {}),
      },
      now,
    );
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error;
  }
  return 0;
}

async function isCaseOf(db: Connection, number: string, partyCode: string): Promise<boolean> {
  const [found] = await db.db
    .select({ partyCode: cases.partyCode })
    .from(cases)
    .where(eq(cases.number, number));
  return found !== undefined && found.partyCode === partyCode;
}
