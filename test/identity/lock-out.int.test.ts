import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../db/connect.ts';
import { clearTries } from '../../db/tries.ts';
import { DEMO_PASSWORD, layDemoAccounts } from '../../src/identity/demo-accounts.ts';
import { createIdentity, type Identity } from '../../src/identity/identity.ts';
import { LOCK_OUT_POLICY } from '../../src/identity/lock-out.ts';
import { freshServerUrl, openFreshEmbedded } from '../support/database.ts';

/** Guessing is slowed over all processes together (ADR 0110), and strangers keep no owner out. */

const HOUSES = [
  {
    kind: 'embedded',
    /** The embedded database has one process. */
    open: async (): Promise<[Database, Database]> => {
      const db = await openFreshEmbedded();
      return [db, db];
    },
  },
  {
    kind: 'server',
    open: async (): Promise<[Database, Database]> => {
      const databaseUrl = await freshServerUrl();
      return Promise.all([openDatabase({ databaseUrl }), openDatabase({ databaseUrl })]);
    },
  },
] as const;

const FREE = LOCK_OUT_POLICY.fromOnePlace.freeTries;
const FREE_EVERYWHERE = LOCK_OUT_POLICY.fromEverywhere.freeTries;

describe.each(HOUSES)('two processes on one database ($kind)', ({ open }) => {
  let databases: [Database, Database];
  let processes: [Identity, Identity];
  let at = Temporal.Instant.from('2026-01-05T08:00:00Z');
  const now = () => at;

  beforeAll(async () => {
    databases = await open();
    await layDemoAccounts(databases[0], at);
  }, 60_000);
  afterAll(async () => {
    for (const db of new Set(databases)) await db.close();
  });
  beforeEach(async () => {
    await databases[0].query('delete from tries');
    await databases[0].query('delete from sign_in_places');
    const started = databases.map((db) => createIdentity({ db, demo: true, now }));
    processes = [started[0]!, started[1]!];
  });

  const network = (number: number) => ({ network: `192.0.2.${number}` });
  const signIn = (process: 0 | 1, username: string, password: string, from: object) =>
    processes[process].signIn({ username, password }, from as { network: string });
  const kindsOf = async (outcomes: readonly Promise<{ readonly kind: string }>[]) => {
    const counts: Record<string, number> = {};
    for (const { kind } of await Promise.all(outcomes)) counts[kind] = (counts[kind] ?? 0) + 1;
    return counts;
  };
  /** Wrong passwords from as many networks. */
  const strangersTry = async (username: string, times: number): Promise<void> => {
    for (let number = 0; number < times; number += 1)
      await signIn(number % 2 ? 1 : 0, username, 'wrong', { network: `198.51.100.${number}` });
  };

  test('sixty wrong passwords at once get no more tries than one after the other', async () => {
    const outcomes = Array.from({ length: 60 }, (_, i) =>
      signIn(i % 2 ? 1 : 0, 'engineer', `wrong ${i}`, network(1)),
    );
    expect(await kindsOf(outcomes)).toEqual({ refused: FREE, locked: 60 - FREE });
    expect(await signIn(1, 'engineer', DEMO_PASSWORD, network(1))).toEqual({
      kind: 'locked',
      retryAfterSeconds: 60,
    });
  });

  test('what one process has seen of names that do not exist counts for the other', async () => {
    for (let i = 0; i < FREE; i += 1) await signIn(0, 'nobody', 'wrong', network(1));
    expect(await signIn(1, ' NOBODY ', 'wrong', network(1))).toMatchObject({ kind: 'locked' });
  });

  test('whoever has the password may sign in many times at once', async () => {
    const outcomes = Array.from({ length: 40 }, () => signIn(0, 'customer', DEMO_PASSWORD, network(1)));
    expect(await kindsOf(outcomes)).toEqual({ 'signed-in': 40 });
  });

  test('one network does not keep another one out', async () => {
    for (let i = 0; i < FREE + 5; i += 1) await signIn(0, 'engineer', 'wrong', network(1));
    expect(await signIn(1, 'engineer', DEMO_PASSWORD, network(2))).toMatchObject({ kind: 'signed-in' });
  });

  test('guessing from many networks is slowed for strangers', async () => {
    await strangersTry('engineer', FREE_EVERYWHERE);
    expect(await signIn(1, 'engineer', DEMO_PASSWORD, network(1))).toEqual({
      kind: 'locked',
      retryAfterSeconds: 60,
    });
    // Who waited at the gate of all has used up no try of the own network.
    for (let i = 0; i < FREE + 5; i += 1) await signIn(0, 'engineer', DEMO_PASSWORD, network(1));
    at = at.add({ seconds: 60 });
    expect(await signIn(1, 'engineer', DEMO_PASSWORD, network(1))).toMatchObject({ kind: 'signed-in' });
  });

  test.each([
    [
      'the browser',
      { network: '203.0.113.7', device: 'of-the-owner' },
      { network: '192.0.2.9', device: 'of-the-owner' },
    ],
    ['the network', { network: '203.0.113.7' }, { network: '203.0.113.7', device: 'new' }],
  ])('%s from which the owner has signed in before is open meanwhile', async (_what, before, later) => {
    await signIn(0, 'engineer', DEMO_PASSWORD, before);
    await strangersTry('engineer', FREE_EVERYWHERE);
    expect(await signIn(1, 'engineer', DEMO_PASSWORD, network(1))).toMatchObject({ kind: 'locked' });
    expect(await signIn(1, 'engineer', DEMO_PASSWORD, later)).toMatchObject({ kind: 'signed-in' });
  });

  test('a browser that the owner used waits for its own failures alone, and is no free pass', async () => {
    const stranger = { network: '203.0.113.7' };
    const owner = { network: '203.0.113.7', device: 'of-the-owner' };
    await signIn(0, 'engineer', DEMO_PASSWORD, owner);
    for (let i = 0; i < FREE; i += 1) await signIn(i % 2 ? 1 : 0, 'engineer', 'wrong', stranger);
    expect(await signIn(0, 'engineer', DEMO_PASSWORD, stranger)).toMatchObject({ kind: 'locked' });
    expect(await signIn(0, 'engineer', DEMO_PASSWORD, owner)).toMatchObject({ kind: 'signed-in' });
    for (let i = 0; i < FREE; i += 1) await signIn(i % 2 ? 1 : 0, 'engineer', 'wrong', owner);
    expect(await signIn(1, 'engineer', DEMO_PASSWORD, owner)).toMatchObject({ kind: 'locked' });
  });

  test('a browser that is known to one account is a stranger to another', async () => {
    const device = { network: '203.0.113.7', device: 'of-the-customer' };
    await signIn(0, 'customer', DEMO_PASSWORD, device);
    await strangersTry('engineer', FREE_EVERYWHERE);
    expect(await signIn(0, 'engineer', DEMO_PASSWORD, device)).toMatchObject({ kind: 'locked' });
  });

  test('signing in from ever new places uses up no tries', async () => {
    for (let i = 0; i < FREE_EVERYWHERE + 5; i += 1)
      expect(await signIn(0, 'customer', DEMO_PASSWORD, network(i))).toMatchObject({ kind: 'signed-in' });
    const places = await databases[0].query('select 1 from sign_in_places');
    expect(places, 'those used last are kept').toHaveLength(20);
  });

  test('a stolen session guesses at the password with tries of its own', async () => {
    const signedIn = await signIn(0, 'customer', DEMO_PASSWORD, network(1));
    if (signedIn.kind !== 'signed-in') throw new Error(signedIn.kind);
    const outcomes = Array.from({ length: 30 }, (_, i) =>
      processes[i % 2 ? 1 : 0].confirms(signedIn.caller, 'wrong'),
    );
    expect(await kindsOf(outcomes)).toEqual({ wrong: FREE, locked: 30 - FREE });
    expect(await signIn(0, 'customer', DEMO_PASSWORD, network(1))).toMatchObject({ kind: 'signed-in' });
  });

  test('neither names nor addresses are kept', async () => {
    await signIn(0, 'my secret by mistake', 'wrong', network(1));
    const [row] = await databases[0].query<{ all: string }>(
      "select string_agg(t::text, ',') as all from tries t",
    );
    expect(row!.all).not.toMatch(/secret|192/);
  });

  test('what is forgotten is cleared away, and beyond a measure what would be forgotten first', async () => {
    for (let i = 0; i < 3; i += 1) {
      await signIn(0, `nobody-${i}`, 'wrong', network(1));
      at = at.add({ hours: 1 });
    }
    const left = async () => (await databases[0].query('select 1 from tries')).length;
    expect(await left()).toBe(6);
    await clearTries(databases[0], at.add({ minutes: 21 * 60 + 30 }).toString(), 100);
    expect(await left()).toBe(4);
    await clearTries(databases[0], at.toString(), 2);
    expect(await left()).toBe(2);
  });
});
