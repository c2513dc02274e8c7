import { openDatabase } from '../../db/connect.ts';
import { openLawShelf } from '../../src/casework/law-shelf.ts';
import { layDemoData } from '../../src/demo/lay-demo-data.ts';
import { layDemoAccounts } from '../../src/identity/demo-accounts.ts';
import { composeLetter } from '../../src/letters/compose.ts';

/** The present of the cases that are laid. */
export const PRESENT = '2026-03-10T08:00:00Z';

/** The demo cases and copies of them until there are so many, each with an id, a number and days of its own over the last
 *  300 days, with its history. `own` of the copies belong to the demo customer. */
export async function layManyCases(url: string, wanted: number, own: number): Promise<void> {
  const db = await openDatabase({ databaseUrl: url, poolSize: 1 });
  const { book } = await openLawShelf(db);
  await layDemoAccounts(db, Temporal.Now.instant());
  await layDemoData({ db, lawBook: book, compose: composeLetter, now: Temporal.Instant.from(PRESENT) });
  const [{ n: laid }] = (await db.query<{ n: number }>('select count(*)::int as n from cases')) as [
    { n: number },
  ];
  const copies = Math.max(0, Math.ceil((wanted - laid) / laid));
  const run = (sql: string) => db.query(sql);
  await run('set statement_timeout = 0');
  // Random keys in an index that is larger than the memory: it is made in one go afterwards.
  await run('drop index case_words_prefix');
  await run(`create table copies as
    select c.id as source, gen_random_uuid() as id, k, row_number() over (order by k, c.id) as n, (random() * 300)::int as shift
    from cases c cross join generate_series(1, ${copies}) k`);
  await run(`delete from copies where n > ${wanted - laid}`);
  await run('analyze copies');
  const apart = Math.max(1, Math.floor((wanted - laid) / own));
  await run(`insert into cases select x.id, 'P-' || lpad(x.n::text, 7, '0'), c.version, c.chart_version, c.status, c.awaits,
    case when x.n % ${apart} = 0 and x.n <= ${apart * own} then (select id from accounts where username = 'customer') end,
    null, c.object_key || x.n, c.snapshot, c.queue_on + x.shift, c.next_on + x.shift,
    c.overdue and x.shift < 3, null, c.created_at - make_interval(days => x.shift), c.updated_at
    from copies x join cases c on c.id = x.source`);
  await run(`insert into deadlines select x.id, d.name, d.last_day + x.shift, d.earliest_day + x.shift, null, null, d.awaits, d.clause,
    d.state from copies x join deadlines d on d.case_id = x.source`);
  await run(`insert into history select x.id, h.seq, h.type, h.at - make_interval(days => x.shift), h.actor, h.role, h.clause, h.data, h.status
    from copies x join history h on h.case_id = x.source order by 4, 2`);
  await run(`insert into case_words select x.id, w.word from copies x join case_words w on w.case_id = x.source
    where w.word !~ '^(p|20|0)' union all select x.id, lpad(x.n::text, 7, '0') from copies x`);
  await run('create index case_words_prefix on case_words (word text_pattern_ops, case_id)');
  await run('drop table copies');
  await run('vacuum analyze');
  await db.close();
}
