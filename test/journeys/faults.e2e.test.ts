import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { moveClock } from '../../db/clock.ts';
import { deadlinesOf } from '../../db/deadlines.ts';
import { caseSchema } from '../../src/api/schemas.ts';
import { application, BY_CUSTOMER, BY_OPERATOR, offer, payment, SIMPLE_ROUTE } from './builders.ts';
import { type Answer, type Client, type Data, problemOf } from './client.ts';
import {
  ASKED_ONLY,
  ENGINES,
  type Engine,
  type Home,
  newHome,
  type Product,
  startProduct,
} from './product.ts';
import { holdsTogether, instantOf } from './story.ts';

/** What is lost when processes die, connections break and nobody is there for weeks: nothing that was answered. */

const START = { CLOCK_START: instantOf('2025-03-10').toString() };
const times = <T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => make(index)));

let home: Home;
let products: Product[] = [];
async function started(environment: Record<string, string> = {}): Promise<Product> {
  const product = await startProduct(home, { ...START, ...environment });
  products.push(product);
  return product;
}
async function cleanUp(): Promise<void> {
  await Promise.all(products.map((product) => product.kill()));
  products = [];
  await home.remove();
}

async function offered(client: Client, more: Data = {}): Promise<string> {
  const { body } = await client.call('customer', 'POST', '/cases', { body: application() });
  const { id } = caseSchema.parse(body);
  await client.event('engineer', id, 'application.routed', SIMPLE_ROUTE);
  const issued = await client.event('engineer', id, 'offer.issued', offer(more));
  expect(issued.status, JSON.stringify(issued.body)).toBe(200);
  return id;
}

async function signed(client: Client, more: Data = {}): Promise<string> {
  const id = await offered(client, more);
  await client.event('customer', id, 'contract.signed', BY_CUSTOMER);
  expect((await client.event('engineer', id, 'contract.signed', BY_OPERATOR)).status).toBe(200);
  return id;
}

const typesOf = async (client: Client, id: string): Promise<string[]> =>
  (await client.history('service', id)).map(({ type }) => type);
const countOf = (types: readonly string[], type: string): number =>
  types.filter((one) => one === type).length;

/** Payments of one euro cent upwards, each under a key of its own, so that each can be told from all others. */
interface Paid {
  readonly id: string;
  readonly key: string;
  readonly amount: string;
}
const pay = (client: Client, { id, key, amount }: Paid): Promise<Answer> =>
  client.event('finance', id, 'payment.received', payment('2025-03-10', amount, { reference: key }), {
    'Idempotency-Key': key,
  });

let nextCents = 0;
function newPayment(id: string): Paid {
  nextCents += 1;
  return { id, key: `paid ${nextCents}`, amount: (nextCents / 100).toFixed(2) };
}

async function bookedIn(client: Client, id: string): Promise<string[]> {
  const booked = (await client.history('finance', id)).filter(({ type }) => type === 'payment.received');
  return booked.map(({ data }) => (data as { reference: string }).reference);
}

/** One product after the other on the same data: killed under load, killed while its clock moves, and left alone for weeks. */
describe.each(ENGINES)('processes that die (%s)', (engine: Engine) => {
  const TIME = { timeout: 60_000 };
  let product: Product;
  beforeAll(async () => {
    home = await newHome(engine);
    product = await started(ASKED_ONLY(engine));
  }, 60_000);
  afterAll(cleanUp);

  test(
    'SIGKILL under load loses nothing that was answered with success, and the product goes on',
    TIME,
    async () => {
      const { client } = product;
      const ids = await times(4, () => offered(client));
      const answered: Paid[] = [];
      const unanswered: Paid[] = [];
      const opened: string[] = [];
      let killed = false;

      const payer = async (index: number): Promise<void> => {
        while (!killed) {
          const paid = newPayment(ids[index % ids.length]!);
          const answer = await pay(client, paid).catch(() => null);
          (answer?.status === 200 ? answered : unanswered).push(paid);
        }
      };
      const applicant = async (): Promise<void> => {
        while (!killed) {
          const answer = await client
            .call('customer', 'POST', '/cases', { body: application() })
            .catch(() => null);
          if (answer?.status === 201) opened.push(caseSchema.parse(answer.body).id);
        }
      };
      const load = Promise.all([...Array.from({ length: 8 }, (_, index) => payer(index)), applicant()]);
      while (answered.length < 40) await pause(3);
      await product.kill();
      killed = true;
      await load;
      product = await started(ASKED_ONLY(engine));

      expect(opened.length, 'there was other work besides').toBeGreaterThan(0);
      for (const id of opened) await holdsTogether(product.client, id);
      const keys = (some: readonly Paid[], id: string) =>
        some.filter((one) => one.id === id).map(({ key }) => key);
      for (const id of ids) {
        const booked = await bookedIn(product.client, id);
        expect(new Set(booked).size, 'nothing twice').toBe(booked.length);
        expect(booked).toEqual(expect.arrayContaining(keys(answered, id)));
        await holdsTogether(product.client, id);
      }
      // Whoever got no answer asks again with the same key: it happens once, whether or not it had happened.
      for (const paid of unanswered) expect((await pay(product.client, paid)).status).toBe(200);
      for (const id of ids) {
        const expected = keys([...answered, ...unanswered], id);
        expect((await bookedIn(product.client, id)).toSorted()).toEqual(expected.toSorted());
        await holdsTogether(product.client, id);
      }
    },
  );

  test('SIGKILL while the clock moves: every deadline is still kept once', TIME, async () => {
    const ids = await times(10, () => offered(product.client));
    const after = instantOf('2025-04-30');
    const moving = product.client.moveTo(after).catch(() => undefined);
    await pause(60);
    await product.kill();
    await moving;
    product = await started(ASKED_ONLY(engine));
    await product.client.moveTo(after);
    for (const id of ids) {
      const types = await typesOf(product.client, id);
      expect(types.slice(4)).toEqual(['deadline.passed', 'annulment.warned', 'application.annulled']);
      const letters = await product.client.letters('service', id);
      expect(letters.map(({ notice, sentAt }) => `${notice} ${sentAt}`).slice(3)).toEqual([
        'N-ANNWARN 2025-04-09T21:00:00Z',
        'N-ANN 2025-04-20T21:00:00Z',
      ]);
    }
  });

  test(
    'what fell due while nobody was there is done on return, in its order, once, and dated on that day',
    TIME,
    async () => {
      const due = { paymentDueOn: '2025-06-06', termOn: '2025-06-30' };
      const early = { worksBeforeFullPayment: true, worksInWithdrawalPeriod: true };
      const stale = await times(8, () => offered(product.client, { ...due }));
      const unpaid = await times(4, () => signed(product.client, due));
      const working = await times(2, () => signed(product.client, { ...due, ...early }));
      for (const id of working)
        expect(
          (await product.client.event('engineer', id, 'works.started', { on: '2025-04-30' })).status,
        ).toBe(200);
      expect(await product.stop()).toBe(0);

      const database = await home.open();
      await moveClock(database, instantOf('2025-07-10').toString());
      await database.close();

      product = await started();
      const { client } = product;
      const caughtUp = async () => {
        const views = await Promise.all(
          [...stale, ...unpaid, ...working].map((id) => client.find('service', id)),
        );
        return views.filter(
          ({ status, deadlines }) =>
            status === 'offered' ||
            deadlines.some(({ name, state }) => name === 'term' && state === 'running'),
        ).length;
      };
      await expect.poll(caughtUp, { timeout: 20_000, interval: 200 }).toBe(0);
      await pause(1100);

      for (const id of stale) {
        expect((await typesOf(client, id)).slice(4)).toEqual(['deadline.passed', 'annulment.warned']);
        expect(await client.letters('service', id)).toContainEqual(
          expect.objectContaining({
            notice: 'N-ANNWARN',
            sentAt: '2025-07-10T07:00:00Z',
            deemedReceivedOn: '2025-07-10',
          }),
        );
        expect((await client.find('service', id)).deadlines).toContainEqual(
          expect.objectContaining({
            name: 'annulment-earliest',
            earliestDay: '2025-07-21',
            state: 'running',
          }),
        );
      }
      for (const id of unpaid) {
        expect(
          await client.find('service', id),
          'the clause dates the end, whenever the clock comes',
        ).toMatchObject({
          dates: { endedOn: '2025-06-09' },
          ending: { reason: 'nonPayment', clause: 'II.14.3.2' },
        });
      }
      for (const id of [...unpaid, ...working]) {
        const passed = (await client.history('service', id)).filter(({ type }) => type === 'deadline.passed');
        const names = passed.map(({ data }) => (data as { name: string }).name);
        expect(names).toEqual([
          'withdrawal',
          'payment-due',
          unpaid.includes(id) ? 'non-payment-end' : 'term',
        ]);
        await holdsTogether(client, id);
      }
    },
  );
});

describe('PostgreSQL', () => {
  beforeEach(async () => {
    home = await newHome('server');
  });
  afterEach(cleanUp);

  async function terminateBackends(url: string): Promise<number> {
    const admin = new pg.Client({ connectionString: url });
    await admin.connect();
    const { rows } = await admin.query<{ ended: boolean }>(
      `select pg_terminate_backend(pid) as ended from pg_stat_activity
       where datname = current_database() and application_name = 'pieslegums'`,
    );
    await admin.end();
    return rows.length;
  }

  test('broken connections are a clear 503 or success, never half an act', { timeout: 60_000 }, async () => {
    const { client } = await started();
    const ids = await times(6, () => offered(client));
    await client.find('finance', ids[0]!); // signed in while all is well
    const seen = new Map<number, number>();
    let ending = false;
    const all: Paid[] = [];

    async function payUntilDone(paid: Paid): Promise<void> {
      for (;;) {
        const answer = await pay(client, paid);
        seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1);
        if (answer.status === 200) return;
        expect(problemOf(answer), JSON.stringify(answer.body)).toMatchObject({ status: 503 });
        expect(answer.headers.get('Retry-After')).toMatch(/^\d+$/);
        await pause(20);
      }
    }
    const traffic = times(12, async (index) => {
      while (!ending) {
        const paid = newPayment(ids[index % ids.length]!);
        all.push(paid);
        await payUntilDone(paid);
      }
    });
    let ended = 0;
    for (let round = 0; round < 8; round += 1) {
      await pause(100);
      ended += await terminateBackends(home.databaseUrl!);
    }
    ending = true;
    await traffic;
    expect(ended).toBeGreaterThan(0);
    expect([...seen.keys()].filter((status) => status !== 200 && status !== 503)).toEqual([]);
    for (const id of ids) {
      const expected = all.filter((one) => one.id === id).map(({ key }) => key);
      expect((await bookedIn(client, id)).toSorted()).toEqual(expected.toSorted());
      await holdsTogether(client, id);
    }
    expect((await client.call(null, 'GET', 'readyz')).status).toBe(200);
  });

  test('a case that fails is tried again later and holds up nobody', { timeout: 60_000 }, async () => {
    const { client } = await started({ ROLE: 'web' });
    const [broken, ...others] = await times(6, () => offered(client));
    const database = await home.open();
    const pin = (version: string) =>
      database.query(
        `update cases set snapshot = jsonb_set(snapshot::jsonb, '{facts,offer,termsVersion}', to_jsonb($2::text)) where id = $1`,
        [broken, version],
      );
    await pin('a version that there never was');
    await client.moveTo(instantOf('2025-04-30'));
    for (const id of others) {
      const { status, dates } = await client.find('service', id);
      expect({ status, endedOn: dates.endedOn }).toEqual({ status: 'annulled', endedOn: '2025-04-21' });
    }
    const failing = (await deadlinesOf(database, broken!)).find(({ name }) => name === 'objection-window')!;
    expect(failing.lastError).toContain('version');
    expect(failing.attempts).toBeGreaterThan(5);

    await pin('2018-01-01');
    await database.close();
    await client.moveTo(instantOf('2025-05-02'));
    const caught = (await client.history('service', broken!)).slice(4);
    expect(caught.map(({ type }) => type)).toEqual(['deadline.passed', 'annulment.warned']);
    expect(caught[1]!.at >= '2025-04-30', 'warned on the day on which the letter was really sent').toBe(true);
    await holdsTogether(client, broken!);
  });

  test('two workers and two web processes: no warning twice, none lost', { timeout: 60_000 }, async () => {
    const [web, other] = await Promise.all([started({ ROLE: 'web' }), started({ ROLE: 'web' })]);
    const ids = await times(24, (index) => offered((index % 2 ? web : other).client));
    await Promise.all([started({ ROLE: 'worker' }), started({ ROLE: 'worker' })]);

    // Nobody asks for anything: the workers alone see that time has passed.
    const database = await home.open();
    await moveClock(database, instantOf('2025-04-12').toString());
    await database.close();
    const warned = async () =>
      (await web.client.list('service', '?limit=200&status=annulment-warned')).items.length;
    await expect.poll(warned, { timeout: 20_000, interval: 50 }).toBe(ids.length);
    for (const id of ids) {
      const types = await typesOf(other.client, id);
      expect(types.slice(4)).toEqual(['deadline.passed', 'annulment.warned']);
      expect(
        (await web.client.letters('service', id)).filter(({ notice }) => notice === 'N-ANNWARN'),
      ).toHaveLength(1);
    }

    // Now a web process moves the clock while the workers look at it, and customers still pay at the other one.
    const saved = ids.slice(0, 10);
    const [, ...paid] = await Promise.all([
      web.client.moveTo(instantOf('2025-04-30')),
      ...saved.map((id) => other.client.event('finance', id, 'payment.received', payment('2025-04-12'))),
    ]);
    for (const [index, id] of ids.entries()) {
      const types = await typesOf(other.client, id);
      const wasSaved = index < saved.length && paid[index]?.status === 200;
      expect(countOf(types, 'annulment.warned')).toBe(1);
      const { status } = await other.client.find('service', id);
      // Money that came a moment after the annulment is owed back.
      if (wasSaved) expect(['in-force', 'annulled']).toContain(status);
      else expect(status).toBe('annulled');
      expect(countOf(types, 'application.annulled')).toBe(status === 'annulled' ? 1 : 0);
      await holdsTogether(other.client, id);
    }
    for (const product of products) expect(await product.stop()).toBe(0);
  });
});
