import type { Connection, Statement } from './database.ts';
import { IS_PROVEN } from './proofs.ts';

export type LetterChannel = 'portal' | 'email' | 'post';

export interface Wished {
  readonly partyCode: string;
  readonly channel: LetterChannel;
}

/** Whose code is proven, alone: nobody chooses how the letters of another travel. */
const CHANNELS_WISHED: Statement = {
  name: 'channels_wished',
  text: `select a.party_code as "partyCode", a.letter_channel as channel from accounts a
    where a.letter_channel is not null and a.active and a.party_code = any($1) and ${IS_PROVEN} order by a.id`,
};

/** What the customers of these codes want for their letters; those that want nothing are left out. */
export const letterChannelsOf = (connection: Connection, partyCodes: readonly string[]): Promise<Wished[]> =>
  connection.query<Wished>(CHANNELS_WISHED, [partyCodes]);

export async function setLetterChannel(
  connection: Connection,
  accountId: string,
  channel: LetterChannel | null,
): Promise<void> {
  await connection.query('update accounts set letter_channel = $2 where id = $1', [accountId, channel]);
}
