import type { Connection } from './database.ts';

/** Draws the next `count` numbers of a series and returns the first of them.
 *
 *  Inside a transaction the series has no gaps: a rollback gives the numbers back. For that, the row of the series stays
 *  locked until the transaction ends, so draw last, just before `commitSteps`, and in this order, which keeps anybody from
 *  waiting in a circle: first the cases (`lockCases`, `takeDueCases`), then the series, by name if there are several.
 *
 *  Outside a transaction the number is drawn at once and for good; where a gap does no harm, as for case numbers, nobody
 *  then waits for anybody's decision. */
export async function drawNumbers(connection: Connection, series: string, count = 1): Promise<number> {
  const [drawn] = await connection.query<{ last: number }>(
    {
      name: 'draw_numbers',
      text: `insert into counters as c (series, value) values ($1, $2::bigint)
        on conflict (series) do update set value = c.value + $2::bigint returning value as last`,
    },
    [series, count],
  );
  return drawn!.last - count + 1;
}
