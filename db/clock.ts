import type { Connection } from './database.ts';

/** The instant at which virtual time stands; null: it was never set. */
export async function readClock(connection: Connection): Promise<string | null> {
  const [row] = await connection.query<{ now: string }>({
    name: 'read_clock',
    text: 'select now from clock where id = 1',
  });
  return row?.now ?? null;
}

/** Moves virtual time forward, never back; false: it stands later already. */
export async function moveClock(connection: Connection, to: string): Promise<boolean> {
  const moved = await connection.query(
    `insert into clock as c (id, now) values (1, $1)
     on conflict (id) do update set now = excluded.now where c.now <= excluded.now returning id`,
    [to],
  );
  return moved.length > 0;
}
