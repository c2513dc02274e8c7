import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../db/connect.ts';
import type { ComposeLetter } from '../../src/casework/carry-out/letter.ts';
import type { Casework } from '../../src/casework/casework.ts';
import { createCasework } from '../../src/casework/create.ts';
import { openLawShelf } from '../../src/casework/law-shelf.ts';
import { verifyHistory } from '../../src/casework/verify/verify-history.ts';
import { demoDataStand, layDemoData } from '../../src/demo/lay-demo-data.ts';
import { signedIn } from '../../src/demo/people.ts';
import { STORIES } from '../../src/demo/stories/index.ts';
import { DEMO_ACCOUNTS } from '../../src/identity/demo-accounts.ts';
import { STATUSES } from '../../workflows/status.ts';
import { describeOnBothDatabases, freshServerUrl, openFreshEmbedded } from '../support/database.ts';

const compose: ComposeLetter = (notice) => ({ notice });

async function laid(db: Database, now: string, letters: ComposeLetter = compose): Promise<void> {
  const { book } = await openLawShelf(db);
  await layDemoData({ db, lawBook: book, compose: letters, now: Temporal.Instant.from(now) });
}

const caseworkAt = async (db: Database, now: string): Promise<Casework> => {
  const { book } = await openLawShelf(db);
  const clock = { kind: 'virtual', now: async () => Temporal.Instant.from(now) } as const;
  return createCasework({ db, clock, lawBook: book, compose });
};

const numberOfCases = async (db: Database): Promise<number> =>
  (await db.query<{ n: number }>('select count(*)::int as n from cases'))[0]!.n;

/** Every history, without what is drawn by lot: the ids of cases. */
const histories = (db: Database) =>
  db.query(`select c.number, h.seq, h.type, h.at, h.actor, h.role, h.clause, h.status
    from history h join cases c on c.id = h.case_id order by c.number, h.seq`);

const NOW = '2025-03-01T08:00:00Z';

/** A year passes in two seconds, and in twenty where many run at once. */
const SLOW_MACHINE_MS = 120_000;

describeOnBothDatabases('demo data', (database) => {
  beforeAll(() => laid(database(), NOW), SLOW_MACHINE_MS);

  test('every story stands where it is told to stand, and every status has one', async () => {
    const casework = await caseworkAt(database(), NOW);
    const { items } = await casework.list(signedIn('service'), { limit: 200 }, 'lv');
    const standing = items.map(({ status }) => status).sort();
    expect(standing).toEqual(STORIES.map(({ status }) => status).sort());
    expect(new Set(standing)).toEqual(new Set(STATUSES));
    expect(items.length).toBeGreaterThanOrEqual(30);
  });

  test('contracts stand in every shape of payment, works, readiness and connection', async () => {
    const casework = await caseworkAt(database(), NOW);
    const { items } = await casework.list(signedIn('service'), { limit: 200 }, 'lv');
    const shapes = (region: string) =>
      new Set(items.flatMap(({ regions }) => (regions ? [regions[region as 'payment']] : [])));
    expect(shapes('payment')).toEqual(
      new Set(['due', 'partial', 'paid', 'overdue', 'debt-warned', 'handed-over', 'deferred']),
    );
    expect(shapes('works')).toEqual(
      new Set(['not-started', 'designing', 'building', 'suspended', 'completed']),
    );
    expect(shapes('readiness')).toEqual(new Set(['none', 'confirmed', 'disproved']));
    expect(shapes('link')).toEqual(new Set(['not-connected', 'connected', 'refused']));
    const endings = new Set(items.flatMap(({ ending }) => (ending ? [ending.reason] : [])));
    expect(endings.size).toBeGreaterThanOrEqual(10);
    expect(new Set(items.map(({ supplyMode }) => supplyMode))).toEqual(new Set([null, 'trading', 'PGP']));
  });

  test('at least twenty kinds of letter were sent', async () => {
    const [row] = await database().query<{ kinds: number }>(
      'select count(distinct notice)::int as kinds from notices',
    );
    expect(row!.kinds).toBeGreaterThanOrEqual(20);
  });

  test.each(['customer', 'company'] as const)('the account %s sees a good spread of its own', async (who) => {
    const casework = await caseworkAt(database(), NOW);
    const { items } = await casework.list(signedIn(who), { limit: 200 }, 'lv');
    expect(items.length).toBeGreaterThanOrEqual(12);
    expect(new Set(items.map(({ status }) => status)).size).toBeGreaterThanOrEqual(6);
  });

  test('some acts wait for a second person', async () => {
    const casework = await caseworkAt(database(), NOW);
    expect(await casework.approvals(signedIn('finance'))).toHaveLength(1);
  });

  test('every case comes out of its history as it is stored', async () => {
    const { checked, differences } = await verifyHistory(database(), await openLawShelf(database()));
    expect(differences).toEqual([]);
    expect(checked).toBe(STORIES.length);
  });

  test('nothing lies in the future, and nothing that fell due was left', async () => {
    const future =
      'select 1 from history where at > $1 union all select 1 from deadlines where wake_at <= $1';
    expect(await database().query(future, [NOW])).toEqual([]);
    expect(await database().query('select 1 from deadlines where attempts > 0')).toEqual([]);
    const backwards = `select 1 from history h join history b on b.case_id = h.case_id and b.seq = h.seq - 1 where b.at > h.at`;
    expect(await database().query(backwards)).toEqual([]);
  });

  test('demo accounts and the clock acted, and nobody else', async () => {
    const actors = await database().query<{ actor: string }>('select distinct actor from history');
    const known = [...DEMO_ACCOUNTS.map(({ username }) => username), 'clock'];
    expect(known).toEqual(expect.arrayContaining(actors.map(({ actor }) => actor)));
    expect(actors.map(({ actor }) => actor)).toContain('clock');
  });

  test('a second laying changes nothing', async () => {
    const before = await histories(database());
    await laid(database(), '2025-06-01T08:00:00Z');
    expect(await histories(database())).toEqual(before);
  });
});

describe('demo data on other days', () => {
  let db: Database;
  beforeAll(async () => {
    db = await openFreshEmbedded();
  });
  afterAll(() => db.close());

  test(
    'an interrupted laying leaves nothing; the next one lays everything, the same from the same day',
    async () => {
      let letters = 0;
      const interrupted: ComposeLetter = (notice) => {
        letters += 1;
        if (letters > 100) throw new Error('the power is gone');
        return { notice };
      };
      await expect(laid(db, NOW, interrupted)).rejects.toThrow();
      expect(await demoDataStand(db)).toBe(false);
      expect(await numberOfCases(db)).toBe(0);

      await laid(db, NOW);
      expect(await demoDataStand(db)).toBe(true);
      const other = await openFreshEmbedded();
      await laid(other, NOW);
      expect(await histories(other)).toEqual(await histories(db));
      await other.close();
    },
    SLOW_MACHINE_MS,
  );

  test(
    'of two processes that start at once one lays and the other waits for it',
    async () => {
      const databaseUrl = await freshServerUrl();
      const [one, two] = await Promise.all([openDatabase({ databaseUrl }), openDatabase({ databaseUrl })]);
      await Promise.all([laid(one, NOW), laid(two, NOW)]);
      expect(await numberOfCases(one)).toBe(STORIES.length);
      await Promise.all([one.close(), two.close()]);
    },
    SLOW_MACHINE_MS,
  );

  test(
    'in the first months of the law only the stories that it covers are told',
    async () => {
      const early = await openFreshEmbedded();
      await laid(early, '2018-03-15T10:00:00+02:00');
      const [first] = await early.query<{ at: string }>('select min(at) as at from history');
      expect(new Date(first!.at).getUTCFullYear()).toBe(2018);
      expect(await numberOfCases(early)).toBeGreaterThan(10);
      await early.close();
    },
    SLOW_MACHINE_MS,
  );
});
