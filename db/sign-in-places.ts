import type { Connection } from './database.ts';
import { desc, eq, lt } from './drizzle.ts';
import { signInPlaces } from './schema.ts';

export type SignInPlaceRow = typeof signInPlaces.$inferSelect;

/** Which of these places an account has signed in from. */
export async function placesKnown(
  connection: Connection,
  accountId: string,
  placeHashes: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = await connection.query<{ hash: string }>(
    'select place_hash as hash from sign_in_places where account_id = $1 and place_hash = any ($2::text[])',
    [accountId, placeHashes],
  );
  return new Set(found.map(({ hash }) => hash));
}

/** The latest use first. */
export const placesOf = (connection: Connection, accountId: string): Promise<SignInPlaceRow[]> =>
  connection.db
    .select()
    .from(signInPlaces)
    .where(eq(signInPlaces.accountId, accountId))
    .orderBy(desc(signInPlaces.usedAt));

/** Notes that an account has signed in from there; of its places the `most` that were used last are kept. */
export async function rememberPlace(
  connection: Connection,
  place: Omit<SignInPlaceRow, 'since'>,
  most: number,
): Promise<void> {
  await connection.db
    .insert(signInPlaces)
    .values({ ...place, since: place.usedAt })
    .onConflictDoUpdate({
      target: [signInPlaces.accountId, signInPlaces.placeHash],
      set: { usedAt: place.usedAt },
    });
  await connection.query(
    `delete from sign_in_places where account_id = $1 and place_hash in (
       select place_hash from sign_in_places where account_id = $1 order by used_at desc offset $2::int)`,
    [place.accountId, most],
  );
}

/** Forgets places that nobody has signed in from since. */
export async function deletePlacesUnusedSince(connection: Connection, since: string): Promise<void> {
  await connection.db.delete(signInPlaces).where(lt(signInPlaces.usedAt, since));
}
