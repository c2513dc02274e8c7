import { findAccount } from '../../db/accounts.ts';
import type { Connection } from '../../db/database.ts';
import { type LetterChannel, setLetterChannel } from '../../db/letter-channels.ts';
import { type Caller, isStaff } from '../casework/caller.ts';
import { isIdentified } from '../casework/may/may.ts';
import { Refusal } from '../law/refusal.ts';
import { say } from '../law/words.ts';

/** How a customer wants its letters where the law leaves the choice (PO-08, II.16.4). Deemed receipt is by the channel
 *  that a letter takes; a letter whose act names its channel, the offer above all, takes that one. */
export interface LetterChannelWish {
  /** null: as the offer does. */
  find(caller: Caller): Promise<LetterChannel | null>;
  set(caller: Caller, channel: LetterChannel | null): Promise<void>;
}

const forCustomersOnly = (): Refusal =>
  new Refusal({
    code: 'letter-channel.customers-only',
    kind: 'forbidden',
    clause: 'II.16.4',
    detail: say('Vēstuļu saņemšanas veidu izvēlas klients.', 'The customer chooses how letters come.'),
  });

const notIdentified = (): Refusal =>
  new Refusal({
    code: 'rights.not-identified',
    kind: 'forbidden',
    clause: 'II.5.4.3',
    detail: say(
      'No saņemšanas veida atkarīgi termiņi, tāpēc to maina tikai identificēta persona: pierakstieties ar eID vai internetbanku.',
      'Deadlines hang on how letters come, so only an identified person changes it: sign in by eID or bank.',
    ),
  });

export const letterChannelWish = (db: Connection): LetterChannelWish => ({
  async find(caller) {
    return (await findAccount(db, caller.accountId))?.letterChannel ?? null;
  },
  async set(caller, channel) {
    if (isStaff(caller)) throw forCustomersOnly();
    if (!isIdentified(caller)) throw notIdentified();
    await setLetterChannel(db, caller.accountId, channel);
  },
});
