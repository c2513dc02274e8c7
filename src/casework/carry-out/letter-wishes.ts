import type { Connection, Database } from '../../../db/database.ts';
import { gatheredPer } from '../../../db/gather.ts';
import { type LetterChannel, letterChannelsOf } from '../../../db/letter-channels.ts';
import type { Place } from '../happened.ts';
import type { Plan } from './plan.ts';

/** How customers want their letters, where the act that sends one leaves the choice (II.16.4). */

type Whose = Pick<Place, 'partyCode'>;

async function wishesOf(
  connection: Connection,
  asking: readonly Whose[],
): Promise<(place: Whose) => LetterChannel | null> {
  const codes = asking.flatMap(({ partyCode }) => partyCode ?? []);
  if (codes.length === 0) return () => null;
  const wished = await letterChannelsOf(connection, codes);
  return ({ partyCode }) => wished.find((one) => one.partyCode === partyCode)?.channel ?? null;
}

/** One question for many cases, and none where no letter leaves the choice. */
export const letterWishes = (connection: Connection, plans: readonly Plan[]) =>
  wishesOf(
    connection,
    plans.filter(({ asksWish }) => asksWish).map(({ place }) => place),
  );

const MOST_AT_ONCE = 64;

const gathered = gatheredPer((db: Database) => ({
  lanes: 1,
  most: MOST_AT_ONCE,
  async work(places: readonly Whose[]) {
    const wishOf = await wishesOf(db, places);
    return places.map((place) => ({ status: 'fulfilled', value: wishOf(place) }) as const);
  },
}));

/** The wish for one step, asked together with those of other steps at the same time; asked of nobody where no letter leaves
 *  the choice. */
export const letterWish = async (db: Database, { asksWish, place }: Plan): Promise<LetterChannel | null> =>
  asksWish ? gathered(db, place) : null;
