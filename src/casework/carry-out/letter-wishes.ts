import type { Connection, Database } from '../../../db/database.ts';
import { gatheredPer } from '../../../db/gather.ts';
import { type LetterChannel, letterChannelsOf } from '../../../db/letter-channels.ts';
import type { Happened, Place } from '../happened.ts';

/** How customers want their letters, where the act that sends one leaves the choice (II.16.4). */

type Whose = Pick<Place, 'ownerAccount' | 'partyCode'>;

/** Whether the act names the channel of its letters. */
export const namesChannel = ({ event }: Happened): boolean => 'channel' in event.data;

const leavesTheChoice = (happened: readonly Happened[]): boolean =>
  happened.some((one) => !namesChannel(one) && one.effects.some(({ type }) => type === 'sendNotice'));

export interface LettersToBe {
  readonly place: Whose;
  readonly happened: readonly Happened[];
}

/** One question for many cases, and none where no letter leaves the choice. */
export async function letterWishes(
  connection: Connection,
  steps: readonly LettersToBe[],
): Promise<(place: Whose) => LetterChannel | null> {
  const asking = steps.filter(({ happened }) => leavesTheChoice(happened)).map(({ place }) => place);
  const accounts = asking.flatMap(({ ownerAccount }) => ownerAccount ?? []);
  const codes = asking.flatMap(({ partyCode }) => partyCode ?? []);
  if (accounts.length + codes.length === 0) return () => null;
  const wished = await letterChannelsOf(connection, accounts, codes);
  return ({ ownerAccount, partyCode }) =>
    (
      wished.find(({ accountId }) => accountId === ownerAccount) ??
      wished.find((one) => partyCode !== null && one.partyCode === partyCode)
    )?.channel ?? null;
}

const MOST_AT_ONCE = 64;

const gathered = gatheredPer((db: Database) => ({
  lanes: 1,
  most: MOST_AT_ONCE,
  async work(steps: readonly LettersToBe[]) {
    const wishOf = await letterWishes(db, steps);
    return steps.map(({ place }) => ({ status: 'fulfilled', value: wishOf(place) }) as const);
  },
}));

/** The wish for one step, asked together with those of other steps at the same time; asked of nobody where no letter leaves
 *  the choice. */
export const letterWish = async (db: Database, step: LettersToBe): Promise<LetterChannel | null> =>
  leavesTheChoice(step.happened) ? gathered(db, step) : null;
