import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { caseSchema } from '../../src/api/schemas.ts';
import {
  application,
  BY_CUSTOMER,
  BY_OPERATOR,
  COMPANY,
  offer,
  payment,
  quote,
  SHARE,
  SIMPLE_ROUTE,
} from './builders.ts';
import { type Answer, type Data, problemOf, type User } from './client.ts';
import { ASKED_ONLY, ENGINES, type Home, newHome, type Product, startProduct } from './product.ts';
import { holdsTogether } from './story.ts';

/** One product and many who ask at once: repeated requests, stale versions, and pages of a list that others change. */

const times = <T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => make(index)));
const statuses = (answers: readonly Answer[]): number[] => answers.map(({ status }) => status).toSorted();

describe.each(ENGINES)('at once (%s)', (engine) => {
  let home: Home;
  let product: Product;
  const event = (user: User, id: string, type: string, data: Data = {}, headers?: Record<string, string>) =>
    product.client.event(user, id, type, data, headers);
  const apply = (user: User, more?: Parameters<typeof application>[0], headers = {}) =>
    product.client.call(user, 'POST', '/cases', { body: application(more), headers });
  const historyTypes = async (id: string) =>
    (await product.client.history('service', id)).map(({ type }) => type);

  async function opened(user: User = 'customer', more?: Parameters<typeof application>[0]) {
    const answer = await apply(user, more);
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    return caseSchema.parse(answer.body);
  }

  async function offered() {
    const { id } = await opened();
    expect((await event('engineer', id, 'application.routed', SIMPLE_ROUTE)).status).toBe(200);
    const answer = await event('engineer', id, 'offer.issued', offer());
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return caseSchema.parse(answer.body);
  }

  async function inForce() {
    const { id } = await offered();
    await event('customer', id, 'contract.signed', BY_CUSTOMER);
    return caseSchema.parse((await event('engineer', id, 'contract.signed', BY_OPERATOR)).body);
  }

  beforeAll(async () => {
    home = await newHome(engine);
    product = await startProduct(home, { ...ASKED_ONLY(engine), CLOCK_START: '2025-03-10T08:00:00Z' });
  }, 60_000);
  afterAll(async () => {
    const code = await product?.stop();
    await home?.remove();
    expect(code).toBe(0);
    expect(product.said()).not.toContain('"level":50');
  });

  describe('the same request twice', () => {
    const KEY = { 'Idempotency-Key': 'payment 4711' };

    test('the same key and body answer the same and happen once', async () => {
      const { id } = await offered();
      const first = await event('finance', id, 'payment.received', payment('2025-03-10', '100.00'), KEY);
      await event('finance', id, 'payment.received', payment('2025-03-10', '7.00'));
      const second = await event('finance', id, 'payment.received', payment('2025-03-10', '100.00'), KEY);
      expect(first.status).toBe(200);
      expect(second.status).toBe(200);
      expect(second.body, 'the first answer, though the case has moved on').toEqual(first.body);
      expect(second.headers.get('ETag')).toBe(first.headers.get('ETag'));
      expect((await product.client.find('finance', id)).money.received).toBe('107.00');
    });

    test('the order of fields makes no other body; another value, event or case does', async () => {
      const { id } = await offered();
      const other = await offered();
      const key = { 'Idempotency-Key': 'ordered' };
      const data = payment('2025-03-10', '100.00');
      expect((await event('finance', id, 'payment.received', data, key)).status).toBe(200);
      const turned = Object.fromEntries(Object.entries(data).reverse());
      expect((await event('finance', id, 'payment.received', turned, key)).status).toBe(200);
      for (const answer of [
        await event('finance', id, 'payment.received', { ...data, amount: '100.01' }, key),
        await event('finance', id, 'ending.held', { reasons: 'x' }, key),
        await event('finance', other.id, 'payment.received', data, key),
      ]) {
        expect(problemOf(answer)).toMatchObject({ status: 422, errors: [{ field: 'Idempotency-Key' }] });
      }
      expect((await product.client.find('finance', id)).money.received).toBe('100.00');
      expect((await product.client.find('finance', other.id)).money.received).toBe('0.00');
    });

    test('a key belongs to the account that used it, and a refusal uses none up', async () => {
      const { id } = await offered();
      const key = { 'Idempotency-Key': 'mine' };
      expect(
        (await event('finance', id, 'payment.received', payment('2025-03-10', '1.00'), key)).status,
      ).toBe(200);
      expect(
        (await event('finance2', id, 'payment.received', payment('2025-03-10', '2.00'), key)).status,
      ).toBe(200);
      const again = { 'Idempotency-Key': 'once refused' };
      expect((await event('engineer', id, 'works.started', { on: '2025-03-10' }, again)).status).toBe(409);
      expect((await event('engineer', id, 'contract.signed', BY_OPERATOR, again)).status).toBe(200);
    });

    test.each(['', 'x'.repeat(201), 'tab\there'])('422: the key %j', async (key) => {
      const { id } = await opened();
      const answer = await event(
        'customer',
        id,
        'complaint.filed',
        { text: 'x' },
        { 'Idempotency-Key': key },
      );
      expect(answer.status).toBe(422);
    });

    test('twelve times at once it still happens once', async () => {
      const { id } = await offered();
      const key = { 'Idempotency-Key': 'twelve' };
      const answers = await times(12, () =>
        event('finance', id, 'payment.received', payment('2025-03-10', '10.00'), key),
      );
      expect(statuses(answers)).toEqual(Array(12).fill(200));
      for (const { body } of answers) expect(body).toEqual(answers[0]?.body);
      expect((await product.client.find('finance', id)).money.received).toBe('10.00');
    });

    test('twelve applications at once under one key open one case', async () => {
      const body = application({ object: { address: `Vienreizes iela 1, Madona (${engine})` } });
      const headers = { 'Idempotency-Key': 'apply once' };
      const answers = await times(12, () =>
        product.client.call('customer', 'POST', '/cases', { body, headers }),
      );
      expect(statuses(answers)).toEqual(Array(12).fill(201));
      expect(new Set(answers.map((one) => caseSchema.parse(one.body).id)).size).toBe(1);
      expect((await product.client.list('customer', '?q=vienreizes')).items).toHaveLength(1);
      const another = await product.client.call('customer', 'POST', '/cases', {
        body: application(),
        headers,
      });
      expect(another.status).toBe(422);
    });

    test('an act that waits for a second person is asked for once', async () => {
      const { id } = await inForce();
      const misled = { reason: 'misled', facts: 'Dokumenti.', reasons: '14.3.1' };
      const key = { 'Idempotency-Key': 'end it' };
      const answers = await times(6, () => event('service', id, 'contract.terminated', misled, key));
      expect(statuses(answers)).toEqual(Array(6).fill(202));
      for (const { body } of answers) expect(body).toEqual(answers[0]?.body);
      expect((await product.client.approvals('service2')).filter(({ caseId }) => caseId === id)).toHaveLength(
        1,
      );
      const other = await event('service', id, 'contract.terminated', { ...misled, facts: 'Citi.' }, key);
      expect(other.status).toBe(422);
    });
  });

  describe('versions', () => {
    test('ETag is the version; an act meant for another one is 409 and changes nothing', async () => {
      const { id, version } = await opened();
      const found = await product.client.call('customer', 'GET', `/cases/${id}`);
      expect(found.headers.get('ETag')).toBe(`"${version}"`);
      const at = (match: string) =>
        event('customer', id, 'complaint.filed', { text: 'x' }, { 'If-Match': match });
      expect(problemOf(await at(`"${version - 1}"`))).toMatchObject({
        status: 409,
        type: expect.stringContaining('stale-version'),
      });
      expect(problemOf(await at(`"${version + 1}"`)).status).toBe(409);
      expect((await at('yesterday')).status).toBe(422);
      expect((await product.client.find('customer', id)).version).toBe(version);
      expect((await at(`"${version}"`)).status).toBe(200);
      expect((await at(`"${version}"`)).status).toBe(409);
      expect((await at('*')).status).toBe(200);
    });

    test('of eight who saw the same version one is served', async () => {
      const { id, version } = await opened();
      const answers = await times(8, (index) =>
        event('service', id, 'details.changed', { phone: `2900000${index}` }, { 'If-Match': `"${version}"` }),
      );
      expect(statuses(answers)).toEqual([200, ...Array(7).fill(409)]);
      expect((await product.client.find('service', id)).version).toBe(version + 1);
      await holdsTogether(product.client, id);
    });
  });

  describe('two people at once', () => {
    test('what can happen once happens once', async () => {
      const { id } = await offered();
      const signed = await times(8, () => event('customer', id, 'contract.signed', BY_CUSTOMER));
      expect(statuses(signed)).toEqual([200, ...Array(7).fill(409)]);
      const countersigned = await times(8, (index) =>
        event(index % 2 ? 'engineer' : 'engineer2', id, 'contract.signed', BY_OPERATOR),
      );
      expect(statuses(countersigned)).toEqual([200, ...Array(7).fill(409)]);
      expect((await historyTypes(id)).filter((type) => type === 'contract.signed')).toHaveLength(2);
      expect(
        (await product.client.letters('service', id)).filter(({ notice }) => notice === 'N-INFORCE'),
      ).toHaveLength(1);
      await holdsTogether(product.client, id);
    });

    test('what can happen often happens as often as it was answered with success', async () => {
      const { id } = await offered();
      const answers = await times(30, (index) =>
        event(
          index % 2 ? 'finance' : 'finance2',
          id,
          'payment.received',
          payment('2025-03-10', '10.00', { bankReference: `${id.slice(0, 8)}-${index}` }),
        ),
      );
      const done = answers.filter(({ status }) => status === 200).length;
      expect(statuses(answers), 'nobody is left without an answer').toEqual(Array(30).fill(200));
      expect((await product.client.find('finance', id)).money.received).toBe(`${done * 10}.00`);
      await holdsTogether(product.client, id);
    });

    test('customer pays while the operator signs and the customer withdraws: one story comes of it', async () => {
      for (let round = 0; round < 5; round += 1) {
        const { id } = await offered();
        const answers = await Promise.all([
          event('finance', id, 'payment.received', payment('2025-03-10')),
          event('customer', id, 'application.withdrawn'),
          event('customer', id, 'contract.signed', BY_CUSTOMER),
          event('engineer', id, 'contract.signed', BY_OPERATOR),
          event('customer', id, 'offer.objected', { reasons: 'Par dārgu.' }),
        ]);
        for (const answer of answers)
          expect([200, 409], JSON.stringify(answer.body)).toContain(answer.status);
        const view = await product.client.find('service', id);
        expect(['withdrawn', 'in-force']).toContain(view.status);
        expect((await historyTypes(id)).length, 'each success once').toBe(
          4 + answers.filter(({ status }) => status === 200).length,
        );
        if (view.status === 'withdrawn') expect(view.dates.inForceOn).toBeNull();
        await holdsTogether(product.client, id);
      }
    });

    test('of two who decide an approval at once one does', async () => {
      const { id } = await inForce();
      const misled = { reason: 'misled', facts: 'Dokumenti.', reasons: '14.3.1' };
      const { body } = await event('service', id, 'contract.terminated', misled);
      const { approvalId } = body as { approvalId: string };
      const answers = await times(6, (index) =>
        product.client.call(
          ['service2', 'finance', 'finance2'][index % 3]!,
          'POST',
          `/approvals/${approvalId}`,
          {
            body: { decision: index === 5 ? 'decline' : 'apply' },
          },
        ),
      );
      expect(statuses(answers)).toEqual([200, ...Array(5).fill(409)]);
      expect(
        (await historyTypes(id)).filter((type) => type === 'contract.terminated').length,
      ).toBeLessThanOrEqual(1);
    });

    test('invoice and case numbers are drawn once each', async () => {
      const cases = await times(10, () => offered());
      expect(new Set(cases.map(({ number }) => number)).size).toBe(10);
    });
  });

  describe('pages of a list', () => {
    const PLACES = ['Brīvības iela', 'Ķieģeļu iela', 'Ābeļu gatve', 'Žubītes'];
    const mine: string[] = [];
    const theirs: string[] = [];

    beforeAll(async () => {
      await times(48, async (index) => {
        const address = `${PLACES[index % 4]} ${index + 1}, Kuldīga`;
        mine.push((await opened('customer', { object: { address }, customer: { name: 'Ģirts Šķēle' } })).id);
      });
      await times(24, async (index) => {
        const address = `Noliktavu iela ${index + 1}, Kuldīga`;
        theirs.push((await opened('company', { customer: COMPANY, object: { address } })).id);
      });
      for (const id of mine.slice(0, 12)) await event('engineer', id, 'application.routed', SIMPLE_ROUTE);
      for (const id of mine.slice(12, 18))
        await event('service', id, 'application.returned', { missing: ['plāns'] });
      for (const id of mine.slice(18, 21)) await event('customer', id, 'application.withdrawn');
    }, 60_000);

    async function walk(user: User, query: string, limit: number): Promise<string[]> {
      const ids: string[] = [];
      for (let cursor = '', pages = 0; ; pages += 1) {
        const page = await product.client.list(user, `?limit=${limit}${query}${cursor}`);
        ids.push(...page.items.map(({ id }) => id));
        expect(page.items.length).toBeLessThanOrEqual(limit);
        if (page.next === null) return ids;
        expect(page.items.length, 'only the last page is not full').toBe(limit);
        expect(pages).toBeLessThan(100);
        cursor = `&cursor=${encodeURIComponent(page.next)}`;
      }
    }

    test.each([
      ['everything', 'service', '', 7],
      ['one at a time', 'customer', '&q=kuldiga', 1],
      ['some statuses', 'engineer', '&status=evaluating,incomplete', 4],
      ['what awaits the customer', 'service', '&awaits=customer', 5],
      ['what awaits nobody', 'service', '&awaits=nobody', 2],
      ['what is not overdue', 'finance', '&overdue=0', 13],
      ['a word and a status', 'service', '&q=kuldiga&status=received', 10],
    ] as const)('%s: every case once, in the order of the whole', async (_, user, query, limit) => {
      const paged = await walk(user, query, limit);
      expect(new Set(paged).size).toBe(paged.length);
      expect(paged).toEqual(await walk(user, query, 200));
      expect(paged.length).toBeGreaterThan(0);
    });

    test('a customer’s own cases, and no other’s', async () => {
      const customers = await walk('customer', '', 11);
      expect(customers).toEqual(expect.arrayContaining(mine));
      for (const id of theirs) expect(customers).not.toContain(id);
      expect((await walk('company', '&q=kuldiga', 9)).toSorted()).toEqual(theirs.toSorted());
    });

    test('filters hold of every item', async () => {
      const { items } = await product.client.list(
        'service',
        '?status=evaluating,withdrawn&q=kuldiga&limit=200',
      );
      expect(items).toHaveLength(15);
      for (const { status } of items) expect(['evaluating', 'withdrawn']).toContain(status);
      for (const { awaits } of (await product.client.list('service', '?awaits=customer&limit=200')).items)
        expect(awaits).toBe('customer');
    });

    test.each([
      ['brivibas', 12],
      ['BRĪVĪBAS', 12],
      ['ķieģeļu iela', 12],
      ['kiegelu  IELA', 12],
      ['zubites kuldiga', 12],
      ['Girts Skele', 48],
      ['šķēle abelu', 12],
      ['paraugs noliktavu', 24],
      ['ābeļu 3', 4],
      ['nekas', 0],
      ['%', 0],
      ["'; drop table cases; --", 0],
    ])('q folds case and diacritics, each word begins one of the case: %s', async (q, count) => {
      const { items } = await product.client.list(
        'service',
        `?limit=200&q=${encodeURIComponent(`${q} ${count > 0 && !/kuldiga/.test(q) ? 'kuldīga' : ''}`.trim())}`,
      );
      expect(items).toHaveLength(count);
    });

    test('a case is found by its number', async () => {
      const { number, id } = await opened();
      expect(
        (await product.client.list('service', `?q=${encodeURIComponent(number)}`)).items.map((one) => one.id),
      ).toEqual([id]);
    });

    test('a walk that others disturb sees every case that stood still', async () => {
      const still = mine.slice(21, 40);
      const walked: string[] = [];
      let next: string | null = '';
      while (next !== null) {
        const page = await product.client.list(
          'service',
          `?limit=6&status=received${next && `&cursor=${encodeURIComponent(next)}`}`,
        );
        walked.push(...page.items.map(({ id }) => id));
        await opened();
        await event('engineer', mine[40 + (walked.length % 8)]!, 'application.routed', SIMPLE_ROUTE);
        next = walked.length > 400 ? null : page.next;
      }
      expect(walked).toEqual(expect.arrayContaining(still));
    });

    test('what is overdue is found, and is no longer once it is done', async () => {
      await product.client.moveTo(Temporal.Instant.from('2025-04-01T08:00:00Z'));
      const overdue = await walk('engineer', '&overdue=1', 20);
      expect(overdue).toEqual(expect.arrayContaining(mine.slice(0, 12)));
      const [id] = mine;
      const issued = await event('engineer', id!, 'offer.issued', {
        ...offer({ paymentDueOn: '2025-06-30' }),
        quote,
      });
      expect(issued.body).toMatchObject({ status: 'offered', money: { customerShareGross: SHARE } });
      expect(await walk('engineer', '&overdue=1', 20)).not.toContain(id);
      expect(await walk('engineer', '&overdue=0', 50)).toContain(id);
    });
  });
});
