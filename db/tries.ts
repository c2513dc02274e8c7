import type { Connection, Statement } from './database.ts';
import { lte } from './drizzle.ts';
import { tries } from './schema.ts';

/** Tries that all processes count together. A try is counted by the statement that asks for it, before anybody looks whether
 *  it is right: those that come at once wait for each other at their row, and get no more of them than one after the other. */

/** How tries are slowed: some are free, then each is followed by a pause that is twice as long as the one before. */
export interface Pauses {
  readonly freeTries: number;
  readonly firstPauseSeconds: number;
  readonly longestPauseSeconds: number;
}

const FORGOTTEN_AFTER = "interval '24 hours'";

const openAfter = (count: string): string =>
  `case when ${count} >= $3::int then $2::timestamptz
     + make_interval(secs => least($4::float8 * power(2, least(${count} - $3::int, 20)), $5::float8)) end`;

const COUNTED = 'case when t.forgotten_at <= $2::timestamptz then 1 else t.taken + 1 end';

const TAKE: Statement = {
  name: 'take_try',
  text: `insert into tries as t (key, taken, open_at, forgotten_at)
    values ($1, 1, ${openAfter('1')}, $2::timestamptz + ${FORGOTTEN_AFTER})
    on conflict (key) do update set
      taken = ${COUNTED},
      open_at = ${openAfter(`(${COUNTED})`)},
      forgotten_at = excluded.forgotten_at
    where t.open_at is null or t.open_at <= $2::timestamptz
    returning t.taken`,
};

/** Takes a try at `key`.
 *  @returns 0 where there was one, else the seconds until there is */
export async function takeTry(
  connection: Connection,
  key: string,
  { freeTries, firstPauseSeconds, longestPauseSeconds }: Pauses,
  at: string,
): Promise<number> {
  const values = [key, at, freeTries, firstPauseSeconds, longestPauseSeconds];
  const taken = await connection.query(TAKE, values);
  if (taken.length > 0) return 0;
  const [row] = await connection.query<{ seconds: number }>(
    `select ceil(extract(epoch from open_at - $2::timestamptz))::int as seconds from tries where key = $1`,
    [key, at],
  );
  // Forgotten meanwhile: the next one finds it open.
  return Math.max(1, row?.seconds ?? 1);
}

/** Takes a try back that was none, as if it had not been: the next one may come at once. */
export async function giveTryBack(connection: Connection, key: string): Promise<void> {
  await connection.query('update tries set taken = greatest(taken - 1, 0), open_at = null where key = $1', [
    key,
  ]);
}

export async function forgetTries(connection: Connection, key: string): Promise<void> {
  await connection.query('delete from tries where key = $1', [key]);
}

const COUNT: Statement = {
  name: 'count_try',
  text: `insert into tries as t (key, taken, forgotten_at)
    values ($1, 1, $2::timestamptz + make_interval(secs => $3::float8))
    on conflict (key) do update set
      taken = ${COUNTED},
      forgotten_at = case when t.forgotten_at <= $2::timestamptz then excluded.forgotten_at else t.forgotten_at end
    returning t.taken, ceil(extract(epoch from t.forgotten_at - $2::timestamptz) * 1000)::int as "endsInMs"`,
};

/** Counts a try in a window that begins with its first one. */
export async function countTry(
  connection: Connection,
  key: string,
  windowMs: number,
  at: string,
): Promise<{ readonly taken: number; readonly endsInMs: number }> {
  const [row] = await connection.query<{ taken: number; endsInMs: number }>(COUNT, [
    key,
    at,
    windowMs / 1000,
  ]);
  return row!;
}

/** Removes what is forgotten, and beyond `most` rows those that would be forgotten first. */
export async function clearTries(connection: Connection, now: string, most: number): Promise<void> {
  await connection.db.delete(tries).where(lte(tries.forgottenAt, now));
  await connection.query(
    'delete from tries where key in (select key from tries order by forgotten_at desc offset $1::int)',
    [most],
  );
}
