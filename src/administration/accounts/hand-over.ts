import { randomBytes } from 'node:crypto';
import { changeAccount } from '../../../db/accounts.ts';
import type { Transaction } from '../../../db/database.ts';
import { removeFactor } from '../../../db/second-factors.ts';
import { markedOneTime } from '../../identity/one-time.ts';
import { inviteToChoosePassword } from '../../identity/password-reset.ts';
import { hashPassword } from '../../identity/passwords.ts';
import { oneTimePassword } from './one-time-password.ts';

/** A link by which a member of staff chooses a password, on its way to the mailbox of that account. */
export interface StaffInvitation {
  readonly to: string;
  readonly username: string;
  readonly language: 'lv' | 'en';
  readonly token: string;
  readonly until: string;
}

/** Mails an invitation; false: the relay did not take it. */
export type Invite = (invitation: StaffInvitation) => Promise<boolean>;

/** How the way in reaches the person whose account it is. Whoever asked for it learns nothing: a link goes to the mailbox
 *  of the account, and no administrator sees a password; where no mail can be sent, the one who approves is shown a one-time
 *  password, and the record of the account names them (ADR 0117). */
export type HandedOver =
  | { readonly kind: 'mailed'; readonly invitation: StaffInvitation }
  | { readonly kind: 'told'; readonly password: string };

interface Holder {
  readonly id: string;
  readonly username: string;
  readonly email: string | null;
  readonly language: string;
}

/** Made before the transaction begins: hashing takes its time. */
export interface WayIn {
  readonly password: string;
  readonly passwordHash: string;
  readonly isTold: boolean;
  readonly until: Temporal.Instant;
}

export async function makeWayIn(
  email: string | null,
  mails: boolean,
  until: Temporal.Instant,
): Promise<WayIn> {
  const isTold = !mails || email === null;
  // Behind a link stands a password that nobody has.
  const password = isTold ? oneTimePassword() : randomBytes(32).toString('base64url');
  return { password, passwordHash: markedOneTime(await hashPassword(password), until), isTold, until };
}

export async function handOver(tx: Transaction, holder: Holder, made: WayIn): Promise<HandedOver> {
  await changeAccount(tx, holder.id, { passwordHash: made.passwordHash });
  // Who has lost the phone too gets in again by the two administrators alone.
  await removeFactor(tx, holder.id);
  if (made.isTold || holder.email === null) return { kind: 'told', password: made.password };
  const until = made.until.toString();
  const token = await inviteToChoosePassword(tx, holder.id, made.until);
  const language = holder.language === 'en' ? 'en' : 'lv';
  return {
    kind: 'mailed',
    invitation: { to: holder.email, username: holder.username, language, token, until },
  };
}
