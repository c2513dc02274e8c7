/** The queue of the staff with 200 and with 200,000 cases on the same machine in one run, through the real pages over HTTP;
 *  each round asks both in turn. The cases are the demo stories, copied with days of their own. A JSON line a figure.
 *  `node bench/portal/queue.ts [rounds] [cases]` */
import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase } from '../../db/connect.ts';
import { openLawShelf } from '../../src/casework/law-shelf.ts';
import { layDemoData } from '../../src/demo/lay-demo-data.ts';
import { layDemoAccounts } from '../../src/identity/demo-accounts.ts';
import { composeLetter } from '../../src/letters/compose.ts';
import { type Product, startProduct } from '../../test/browser/product.ts';
import { figureOf, print, say } from '../support/figures.ts';
import { benchServer } from '../support/server.ts';

const ROUNDS = Number(process.argv[2] ?? 7);
const MANY = Number(process.argv[3] ?? 200_000);
const FEW = 200;
const NOW = '2026-03-10T08:00:00Z';
/** A figure is kept for a minute: another period each round is worked out anew. */
const period = (round: number): string =>
  `from=2025-03-${String(1 + (round % 28)).padStart(2, '0')}&to=2026-03-10`;

const PAGES: Readonly<Record<string, (round: number) => string>> = {
  'my work of an engineer': () => '/cases',
  'all cases': () => '/cases?work=all',
  'one status': () => '/cases?work=all&status=evaluating',
  'the list as one types a name': () => '/staff/queue?work=all&q=ozolina',
  'the list as one types a number': (round) => `/staff/queue?work=all&q=P-000${round}`,
  'the list as one types a common word': () => '/staff/queue?work=all&q=iela',
  'the list as one types two common words': () => '/staff/queue?work=all&q=iela%20nov',
  'a running deadline': () => '/cases?work=all&deadline=offer',
  'complaints to answer': () => '/cases?work=complaints',
  'missed deadlines of a year': () =>
    '/cases?work=all&deadline=offer&state=missed&from=2025-03-10&to=2026-03-10',
  'the dashboard, worked out': (round) => `/staff/dashboard?${period(round)}`,
};

/** Copies of the demo cases until there are so many: each with an id, a number and days of its own. */
async function multiply(url: string, wanted: number): Promise<void> {
  const db = await openDatabase({ databaseUrl: url, poolSize: 1 });
  const { book } = await openLawShelf(db);
  await layDemoAccounts(db, Temporal.Now.instant());
  await layDemoData({ db, lawBook: book, compose: composeLetter, now: Temporal.Instant.from(NOW) });
  const [{ n: laid }] = (await db.query<{ n: number }>('select count(*)::int as n from cases')) as [
    { n: number },
  ];
  const copies = Math.max(0, Math.ceil((wanted - laid) / laid));
  const run = (sql: string) => db.query(sql);
  await run('set statement_timeout = 0');
  await run(`create table copies as
    select c.id as source, gen_random_uuid() as id, k, row_number() over (order by k, c.id) as n, (random() * 300)::int as shift
    from cases c cross join generate_series(1, ${copies}) k`);
  await run(`delete from copies where n > ${wanted - laid}`);
  await run(`insert into cases select x.id, 'P-' || lpad(x.n::text, 7, '0'), c.version, c.chart_version, c.status, c.awaits,
    null, null, c.object_key || x.n, c.snapshot, c.queue_on + x.shift, c.next_on + x.shift,
    c.overdue and x.shift < 3, null, c.created_at - make_interval(days => x.shift), c.updated_at
    from copies x join cases c on c.id = x.source`);
  await run(`insert into deadlines select x.id, d.name, d.last_day + x.shift, d.earliest_day + x.shift, null, null, d.awaits, d.clause,
    d.state from copies x join deadlines d on d.case_id = x.source`);
  await run(`insert into case_words select x.id, w.word from copies x join case_words w on w.case_id = x.source
    where w.word !~ '^(p|20|0000)' union select x.id, lpad(x.n::text, 7, '0') from copies x`);
  await run('drop table copies');
  await run('vacuum analyze');
  await db.close();
}

async function signedIn({ address }: Product): Promise<(path: string) => Promise<number>> {
  const cookies = new Map<string, string>();
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const response = await fetch(address + path, {
      ...init,
      redirect: 'manual',
      headers: {
        ...init.headers,
        Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const [name = '', value = ''] = pair.split('=');
      cookies.set(name, value);
    }
    return response;
  };
  const form = await (await ask('/sign-in')).text();
  const token = form.match(/name="_csrf" value="([^"]+)"/)?.[1] ?? '';
  const body = new URLSearchParams({ _csrf: token, username: 'engineer', password: 'demo' });
  await ask('/sign-in', { method: 'POST', body });
  return async (path) => {
    const begun = performance.now();
    const response = await ask(path);
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`${path}: ${response.status}`);
    return performance.now() - begun;
  };
}

const server = await benchServer();
say(server.said);
const sizes = [FEW, MANY];
const products: Product[] = [];
try {
  const visitors = [];
  for (const size of sizes) {
    const url = await server.fresh(`queue_${size}`);
    await multiply(url, size);
    say(`${size} cases stand`);
    const product = await startProduct({ clockStart: NOW, environment: { DATABASE_URL: url, ROLE: 'web' } });
    products.push(product);
    visitors.push(await signedIn(product));
  }
  for (const visit of visitors) for (const path of Object.values(PAGES)) await visit(path(27));
  const times = new Map<string, number[]>();
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [name, path] of Object.entries(PAGES))
      for (const [place, visit] of visitors.entries()) {
        const key = `${name}, ${sizes[place]} cases`;
        times.set(key, [...(times.get(key) ?? []), await visit(path(round))]);
      }
  for (const name of Object.keys(PAGES)) {
    const few = { name: `${name}, ${FEW} cases`, rounds: times.get(`${name}, ${FEW} cases`)! };
    print(figureOf(few.name, 'ms', few.rounds));
    print(figureOf(`${name}, ${MANY} cases`, 'ms', times.get(`${name}, ${MANY} cases`)!, few));
  }
} finally {
  for (const product of products) await product.stop();
  await pause(500);
  await server.stop();
}
