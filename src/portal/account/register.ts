import type { Connection } from '../../../db/connect.ts';
import { AlreadyExists } from '../../../db/errors.ts';
import { createAccount } from '../../identity/accounts.ts';
import type { Language } from '../../law/words.ts';
import type { Registration } from './registration.ts';

/** Makes the account. Whoever asks learns nothing of accounts and cases that exist: an address that has an account already
 *  is left as it is, and the answer is the same (ADR 0052).
 *
 *  The code is a note (D-19): it opens no case, whatever number somebody names besides. A natural person proves it by eID or
 *  bank; a company's account waits until it is confirmed who speaks for it (D-20). */
export async function register(
  { db }: { readonly db: Connection },
  { email: username, ...account }: Registration & { readonly language: Language },
  now: Temporal.Instant,
): Promise<void> {
  try {
    await createAccount(
      db,
      {
        ...account,
        username,
        email: username,
        roles: ['customer'],
      },
      now,
    );
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error;
  }
}
