import { beforeAll, expect, test } from 'vitest';
import { countCases, listCases } from '../../db/case-list.ts';
import { commitSteps } from '../../db/commit.ts';
import type { Connection, Database } from '../../db/database.ts';
import { openLawShelf } from '../../src/casework/law-shelf.ts';
import { layDemoData } from '../../src/demo/lay-demo-data.ts';
import { signedIn } from '../../src/demo/people.ts';
import { layDemoAccounts } from '../../src/identity/demo-accounts.ts';
import { caseFilterOf, filtersOf } from '../../src/portal/cases/queue.query.ts';
import { formFrom } from '../../src/portal/forms/form-body.ts';
import { createOverview } from '../../src/reports/create.ts';
import { OPEN_STATUSES } from '../../src/reports/dashboard.ts';
import { figureCounting } from '../../src/reports/figures.ts';
import { filterOf, WORKS } from '../../src/reports/work.ts';
import { aCase, after, created } from '../db/a-step.ts';
import { describeOnBothDatabases } from '../support/database.ts';

const NOW = '2025-03-03T08:00:00Z';
const YEAR = { from: '2024-03-04', to: '2025-03-03' };

/** The same database, counting what it is asked. */
function counting(db: Database): { readonly db: Database; readonly asked: () => number } {
  let asked = 0;
  const counted: Connection['query'] = (statement, params) => {
    asked += 1;
    return db.query(statement, params);
  };
  return { db: { ...db, query: counted } as Database, asked: () => asked };
}

describeOnBothDatabases('figures over all cases', (database) => {
  beforeAll(async () => {
    const db = database();
    await layDemoAccounts(db, Temporal.Now.instant());
    const { book } = await openLawShelf(db);
    await layDemoData({
      db,
      lawBook: book,
      compose: (notice) => ({ notice }),
      now: Temporal.Instant.from(NOW),
    });
  }, 120_000);

  const overviewOn = async (db: Database) => {
    const { book } = await openLawShelf(database());
    const clock = { kind: 'virtual', now: async () => Temporal.Instant.from(NOW) } as const;
    return createOverview({ db, clock, lawBook: book });
  };

  /** How many cases the queue shows at an address that a figure leads to. */
  const behind = async (query: string): Promise<number> => {
    const filters = filtersOf(formFrom(Object.fromEntries(new URLSearchParams(query)), []));
    const filter = caseFilterOf(filters, signedIn('engineer'), 'Europe/Riga');
    return (await listCases(database(), filter, { limit: 200 })).items.length;
  };

  test('every kept and missed deadline leads to as many cases', async () => {
    const { kept } = await (await overviewOn(database())).dashboard(signedIn('engineer'), YEAR);
    expect(kept.reduce((sum, { met }) => sum + met, 0)).toBeGreaterThan(10);
    expect(kept.some(({ missed }) => missed > 0)).toBe(true);
    for (const { name, met, missed } of kept) {
      const period = `work=all&deadline=${name}&from=${YEAR.from}&to=${YEAR.to}`;
      expect(await behind(`${period}&state=met`), `${name} met`).toBe(met);
      expect(await behind(`${period}&state=missed`), `${name} missed`).toBe(missed);
    }
  });

  test('ages add up to the open cases, and each class leads to its own', async () => {
    const { ages } = await (await overviewOn(database())).dashboard(signedIn('engineer'), YEAR);
    const open = await countCases(database(), [{ status: OPEN_STATUSES }], 1000);
    expect(ages.reduce((sum, { cases }) => sum + cases, 0)).toBe(open[0]);
    for (const { cases, openedFrom, openedTo } of ages) {
      const days = `${openedFrom ? `&openedFrom=${openedFrom}` : ''}&openedTo=${openedTo}`;
      expect(await behind(`work=all&status=${OPEN_STATUSES.join(',')}${days}`)).toBe(cases);
    }
  });

  test('what is breached and what lies ahead lead to their cases', async () => {
    const { breaches, ahead } = await (await overviewOn(database())).dashboard(signedIn('engineer'), YEAR);
    expect(breaches.length).toBeGreaterThan(0);
    for (const { name, cases } of breaches)
      expect(await behind(`work=all&overdue=1&deadline=${name}&state=breached`)).toBe(cases);
    expect(ahead.some(({ cases }) => cases > 0)).toBe(true);
    for (const { from, to, cases } of ahead)
      expect(await behind(`work=all&from=${from}&to=${to}`)).toBe(cases);
  });

  test('the dashboard reads what was counted: two queries, whoever asks and for whatever period', async () => {
    await (await overviewOn(database())).dashboard(signedIn('engineer'), YEAR);
    const { db, asked } = counting(database());
    const overview = await overviewOn(db);
    await overview.dashboard(signedIn('engineer'), YEAR);
    await overview.dashboard(signedIn('finance'), { from: '2025-02-01', to: '2025-02-28' });
    expect(asked()).toBe(4);
  });

  test('counts of the works are two queries and agree with the lists', async () => {
    const { db, asked } = counting(database());
    for (const who of ['engineer', 'service', 'finance'] as const) {
      const before = asked();
      const counts = await (await overviewOn(db)).counts(signedIn(who));
      expect(asked() - before).toBe(2);
      expect(counts[0]!.work).toBe('mine');
      for (const { work, cases, more } of counts) {
        const { items } = await listCases(database(), filterOf(work, signedIn(who)), { limit: 200 });
        expect(items.length, `${who}: ${work}`).toBe(cases);
        expect(more).toBe(false);
      }
    }
  });

  test('every work has a demo case, and a list of several works shows no case twice', async () => {
    const everybody = { ...signedIn('engineer'), roles: ['engineer', 'service', 'finance'] as const };
    for (const work of WORKS) {
      const { items } = await listCases(database(), filterOf(work, everybody), { limit: 200 });
      expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
      const places = items.map((row) => `${row.queueOn ?? '9999'} ${row.id}`);
      expect(places, work).toEqual(places.toSorted());
    }
  });

  test('my work walked page by page is my work', async () => {
    const filter = filterOf('mine', signedIn('engineer'));
    const whole = await listCases(database(), filter, { limit: 200 });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await listCases(database(), filter, { limit: 3, ...(cursor === null ? {} : { cursor }) });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    } while (cursor !== null);
    expect(seen).toEqual(whole.items.map(({ id }) => id));
  });

  test('an export tells names to those who work on cases alone, and notes what was read', async () => {
    const overview = await overviewOn(database());
    const read = async (roles: readonly ('engineer' | 'privacy')[]) => {
      const lines = [];
      for await (const bundle of overview.lines({ ...signedIn('engineer'), roles }, {}))
        lines.push(...bundle);
      return lines;
    };
    const noted = async () =>
      (
        await database().query<{ n: number }>(
          `select count(*)::int as n from read_audit where what = 'export' and account = 'engineer'`,
        )
      )[0]!.n;
    const blind = await read(['privacy']);
    expect(blind.every(({ customer, address }) => customer === null && address === null)).toBe(true);
    expect(await noted()).toBe(0);
    const seen = await read(['engineer']);
    expect(seen.some(({ customer }) => customer === 'Anna Ozoliņa')).toBe(true);
    expect(await noted()).toBe(seen.length);
    const customers = overview.lines(signedIn('customer'), {})[Symbol.asyncIterator]();
    await expect(customers.next()).rejects.toMatchObject({ kind: 'forbidden' });
  });

  test('holds stand with their reasons and their age, the oldest first', async () => {
    const { holds, next } = await (await overviewOn(database())).holds(signedIn('service'));
    expect(next).toBeNull();
    expect(holds.length).toBeGreaterThan(0);
    for (const { days, reasons } of holds) {
      expect(days).toBeGreaterThanOrEqual(0);
      expect(reasons).not.toBe('');
    }
    expect(holds.map(({ since }) => since)).toEqual(holds.map(({ since }) => since).toSorted());
  });

  test('II.4.4: a common project has its members with their shares, and is open when all have paid', async () => {
    const overview = await overviewOn(database());
    const [{ projectId }] = (await database().query<{ projectId: string }>(
      'select project_id as "projectId" from cases where project_id is not null limit 1',
    )) as [{ projectId: string }];
    const project = await overview.project(signedIn('engineer'), projectId);
    expect(project.members.length).toBeGreaterThan(0);
    expect(project.allPaid).toBe(project.members.every(({ outstanding }) => outstanding === '0.00'));
    await expect(overview.project(signedIn('engineer'), 'nav')).rejects.toMatchObject({ kind: 'not-found' });
  });

  test('saved views belong to their account, are kept once, renamed and deleted', async () => {
    const overview = await overviewOn(database());
    const id = crypto.randomUUID();
    const view = { id, name: 'Mani kavētie', query: 'overdue=1' };
    await overview.saveView(signedIn('engineer'), view);
    await overview.saveView(signedIn('engineer'), view);
    expect(await overview.savedViews(signedIn('engineer'))).toMatchObject([view]);
    expect(await overview.savedViews(signedIn('service'))).toEqual([]);
    await expect(overview.renameView(signedIn('service'), id, 'x')).rejects.toMatchObject({
      kind: 'not-found',
    });
    await expect(overview.renameView(signedIn('engineer'), id, '')).rejects.toMatchObject({
      kind: 'invalid',
    });
    await overview.renameView(signedIn('engineer'), id, 'Kavētie');
    await overview.removeView(signedIn('service'), id);
    expect(await overview.savedViews(signedIn('engineer'))).toMatchObject([{ name: 'Kavētie' }]);
    await overview.removeView(signedIn('engineer'), id);
    expect(await overview.savedViews(signedIn('engineer'))).toEqual([]);
  });

  test('figures are as of their count: shown for a minute, told with their time, and counted anew when they are too old', async () => {
    const db = database();
    const overview = await overviewOn(db);
    const openNow = async (by = overview) => {
      const { ages, countedAt } = await by.dashboard(signedIn('engineer'), YEAR);
      return { open: ages.reduce((sum, { cases }) => sum + cases, 0), countedAt: countedAt.toString() };
    };
    const before = await openNow();
    expect(before.countedAt).toBe(NOW);
    const step = created({ case: aCase({ status: 'received' }) });
    await commitSteps(db, [step]);
    expect(await openNow()).toEqual(before);
    await db.query(`update figures_counted set counted_at = counted_at - interval '16 minutes'`);
    const together = await Promise.all([openNow(), openNow(await overviewOn(db))]);
    expect(together.map(({ open }) => open)).toEqual([before.open + 1, before.open + 1]);
    await commitSteps(db, [after(step, { case: aCase({ status: 'withdrawn', number: step.case.number }) })]);
    await db.query(`update figures_counted set at = at - interval '1 day'`);
    expect(await openNow(), 'figures of yesterday are not shown').toEqual(before);
  });

  test('a worker counts where it is time to, and not more often', async () => {
    const db = database();
    const { book } = await openLawShelf(db);
    const clock = { kind: 'virtual', now: async () => Temporal.Instant.from(NOW) } as const;
    const figures = figureCounting({ db, clock, lawBook: book });
    const counted = async (): Promise<string> =>
      (await db.query<{ at: string }>('select counted_at as at from figures_counted'))[0]!.at;
    await figures.recount();
    const first = await counted();
    await figures.recount();
    expect(await counted()).toBe(first);
    await db.query(
      `update figures_counted set counted_at = counted_at - interval '61 seconds', took_ms = 5000`,
    );
    const older = await counted();
    await figures.recount();
    expect(await counted(), 'what took five seconds is not repeated after one minute').toBe(older);
    await db.query('update figures_counted set took_ms = 20');
    await figures.recount();
    expect(await counted()).not.toBe(older);
  });
});
