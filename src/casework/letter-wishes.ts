import type { Connection } from '../../db/database.ts';
import { type LetterChannel, letterChannelsOf } from '../../db/letter-channels.ts';
import type { Happened } from './decide.ts';
import type { Place } from './store.ts';

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
