import type { Connection, Statement } from './database.ts';

export type LetterChannel = 'portal' | 'email' | 'post';

export interface Wished {
  readonly accountId: string;
  readonly partyCode: string | null;
  readonly channel: LetterChannel;
}

const CHANNELS_WISHED: Statement = {
  name: 'channels_wished',
  text: `select id as "accountId", party_code as "partyCode", letter_channel as channel from accounts
    where letter_channel is not null and active and (id = any($1) or party_code = any($2)) order by id`,
};

/** What the customers behind these accounts and codes want for their letters; those that want nothing are left out. */
export const letterChannelsOf = (
  connection: Connection,
  accountIds: readonly string[],
  partyCodes: readonly string[],
): Promise<Wished[]> => connection.query<Wished>(CHANNELS_WISHED, [accountIds, partyCodes]);

export async function setLetterChannel(
  connection: Connection,
  accountId: string,
  channel: LetterChannel | null,
): Promise<void> {
  await connection.query('update accounts set letter_channel = $2 where id = $1', [accountId, channel]);
}
