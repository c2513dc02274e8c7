import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { historyOf } from '../../db/history.ts';
import { invoicesOf } from '../../db/money.ts';
import { caseMoneySchema, paymentBegunSchema, paymentSchema } from '../../src/api/money-schemas.ts';
import { rateLimits } from '../../src/http/rate-limits.ts';
import { type Office, openOffice } from '../payments/office.ts';
import { describeOnBothDatabases } from '../support/database.ts';
import { type RunningPortal, runPortal, TESTS_BEGIN, type Visitor } from './running-portal.ts';

const TODAY = TESTS_BEGIN.slice(0, 10);

const hidden = (html: string, name: string): string =>
  html.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1] ?? '';

describeOnBothDatabases('invoices and payments in the portal', (database) => {
  let portal: RunningPortal;
  let office: Office;
  let customer: Visitor;
  let company: Visitor;
  let caseId: string;
  let reference: string;
  let number: string;

  beforeAll(async () => {
    portal = await runPortal(database());
    office = await openOffice(database(), TODAY);
    [customer, company] = (await Promise.all(['customer', 'company'].map(portal.signedIn))) as [
      Visitor,
      Visitor,
    ];
  });
  afterAll(() => portal.stop());

  beforeEach(async () => {
    caseId = (await office.offered()).id;
    const [invoice] = await invoicesOf(database(), caseId);
    ({ reference, number } = invoice!);
  });

  const booked = async () =>
    (await historyOf(database(), caseId)).filter(({ type }) => type === 'payment.received').length;

  /** From the reference to the page of the bank. */
  async function atTheBank(visitor: Visitor): Promise<string> {
    await visitor.get('/pay');
    const found = await visitor.post('/pay', { reference: reference.toLowerCase() });
    expect(found.location, found.text).toBe(`/pay/${reference}`);
    const asked = await visitor.get(found.location!);
    const begun = await visitor.post(found.location!, { key: hidden(asked.html, 'key') });
    expect(begun.location, begun.text).toMatch(/^\/demo-bank\//);
    return begun.location!;
  }

  async function call(method: string, path: string, as: Visitor | null, body?: unknown, headers = {}) {
    const response = await fetch(`${portal.address}/api/v1${path}`, {
      method,
      headers: {
        ...(as ? { Authorization: `Bearer ${as.cookies.get('sesija')}` } : {}),
        'Content-Type': 'application/json',
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
  }

  describe('anybody pays by the reference (PO-06)', () => {
    test('without an account: amount and reference alone, then the bank, then a receipt; the contract is in force', async () => {
      const stranger = portal.visitor();
      const bank = await atTheBank(stranger);
      const asked = await stranger.get(`/pay/${reference}`);
      for (const secret of ['Anna', 'Ozoliņa', 'Liepu iela', caseId, 'P-2026'])
        expect(asked.html).not.toContain(secret);
      await stranger.get(bank);
      const paid = await stranger.post(bank, { answer: 'pay' });
      const receipt = await stranger.get(paid.location!);
      expect(receipt.text).toContain('Maksājuma kvīts');
      for (const secret of ['Anna', 'Ozoliņa', 'Liepu iela', caseId])
        expect(receipt.html).not.toContain(secret);
      expect(await booked()).toBe(1);
      expect((await customer.get(`/cases/${caseId}`)).text).toContain('Līgums spēkā');
    });

    test('a second click, and the bank’s page opened once more, book nothing twice', async () => {
      const bank = await atTheBank(customer);
      await customer.get(bank);
      const answers = await Promise.all([1, 2].map(() => customer.post(bank, { answer: 'pay' })));
      expect(answers.map(({ status }) => status)).toEqual([303, 303]);
      expect((await customer.get(bank)).location).toBe(bank.replace('demo-bank', 'payments'));
      await customer.get('/pay');
      await customer.post(bank, { answer: 'pay' });
      expect(await booked()).toBe(1);
    });

    test('II.10.2: of four payments begun at once by one customer one is there to be paid', async () => {
      const answers = await Promise.all(
        [1, 2, 3, 4].map((k) =>
          call('POST', '/payments', customer, { reference }, { 'Idempotency-Key': `at once ${k}` }),
        ),
      );
      expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
      const banks = answers.map(({ body }) => paymentBegunSchema.parse(body).goTo);
      expect(new Set(banks).size).toBe(1);
      for (const bank of banks) {
        await customer.get(bank);
        await customer.post(bank, { answer: 'pay' });
      }
      expect(await booked()).toBe(1);
    });

    test('II.10.2: who pays beside somebody else is told first that it is too much', async () => {
      await atTheBank(customer);
      const told = await call('POST', '/payments', company, { reference });
      expect(told).toMatchObject({ status: 409, body: { clause: 'II.10.2' } });
      const stranger = portal.visitor();
      const asked = await stranger.get(`/pay/${reference}`);
      const page = await stranger.post(`/pay/${reference}`, { key: hidden(asked.html, 'key') });
      expect([page.status, page.location]).toEqual([409, null]);
      expect(page.text).toContain('pārmaksa');
      const knowingly = { key: hidden(page.html, 'key'), besides: hidden(page.html, 'besides') };
      expect((await stranger.post(`/pay/${reference}`, knowingly)).location).toMatch(/^\/demo-bank\//);
    });

    test('cancelled: nothing is paid, and one can try again', async () => {
      const bank = await atTheBank(customer);
      await customer.get(bank);
      const { location } = await customer.post(bank, { answer: 'cancel' });
      const page = await customer.get(location!);
      expect(page.text).toContain('Nekas nav samaksāts');
      expect(page.html).toContain(`href="/pay/${reference}"`);
      expect(await booked()).toBe(0);
    });

    test('a payment that somebody signed in has begun is nobody else’s to see', async () => {
      const bank = await atTheBank(customer);
      for (const path of [bank, bank.replace('demo-bank', 'payments')]) {
        expect((await company.get(path)).status).toBe(404);
        expect((await portal.visitor().get(path)).status).toBe(404);
      }
    });

    test('unknown and paid references get one answer, of one status', async () => {
      const bank = await atTheBank(customer);
      await customer.get(bank);
      await customer.post(bank, { answer: 'pay' });
      const stranger = portal.visitor();
      const told = [];
      for (const typed of [reference, 'RF18539007547034', 'abc']) {
        await stranger.get('/pay');
        const { status, text } = await stranger.post('/pay', { reference: typed });
        told.push(`${status} ${text.replaceAll(typed, '')}`);
      }
      expect(new Set(told).size).toBe(1);
      expect(told[0]).toMatch(/^422 /);
      expect((await stranger.get(`/pay/${reference}`)).status).toBe(422);
    });

    test('guessing references is slowed', async () => {
      const limited = await runPortal(database(), {
        limits: {
          ...rateLimits(false, { requestsPerMinute: null, signInsPerMinute: 3 }),
          loopback: { requestsPerMinute: 600, signInsPerMinute: 3 },
        },
      });
      await database().query('delete from tries');
      const guesser = limited.visitor();
      const statuses = [];
      for (let i = 0; i < 5; i++) statuses.push((await guesser.get(`/pay/RF18539007547034`)).status);
      expect(statuses).toEqual([422, 422, 422, 429, 429]);
      await limited.stop();
    });

    test('a form of the bank that carries no token of ours does nothing', async () => {
      const bank = await atTheBank(customer);
      const sent = await customer.postBare(bank, new URLSearchParams({ answer: 'pay' }));
      expect(sent.status).toBe(403);
      expect(await booked()).toBe(0);
    });
  });

  describe('the pages of invoices (PO-07)', () => {
    test('a customer sees number, days, net, VAT, gross, reference and the code for the bank’s app', async () => {
      for (const path of ['/invoices', `/cases/${caseId}/invoices`]) {
        const page = await customer.get(path);
        expect(page.status).toBe(200);
        expect(page.text).toContain(`Avansa rēķins ${number}`);
        expect(page.text).toContain('14.04.2026.');
        expect(page.text).toMatch(/PVN/);
        expect(page.text).toContain(reference.match(/.{1,4}/g)!.join(' '));
        expect(page.html).toMatch(/<svg role="img" aria-label="Maksājuma kods[^"]+"/);
        expect(page.html).toContain(`href="/pay/${reference}"`);
        expect(page.html).not.toMatch(/undefined|\[object|NaN/);
        expect(Buffer.byteLength(page.html)).toBeLessThan(90_000);
      }
    });

    test('others see none of it: 404 in the case, nothing in the list, 403 for data protection', async () => {
      expect((await company.get(`/cases/${caseId}/invoices`)).status).toBe(404);
      expect((await company.get('/invoices')).html).not.toContain(number);
      expect((await (await portal.signedIn('privacy')).get(`/cases/${caseId}/invoices`)).status).toBe(403);
      expect((await (await portal.signedIn('finance')).get(`/cases/${caseId}/invoices`)).status).toBe(200);
      expect((await portal.visitor().get('/invoices')).location).toMatch(/^\/sign-in/);
    });

    test('a void invoice and its credit note name each other, and nothing is to be paid', async () => {
      await office.post('customer', caseId, 'application.withdrawn', {});
      const { text, html } = await customer.get(`/cases/${caseId}/invoices`);
      expect(text).toMatch(/atcelts ar kredītrēķinu \d+/);
      expect(text).toContain(`atceļ rēķinu ${number}`);
      expect(text).toContain('Šobrīd nekas nav jāmaksā.');
      expect(html).not.toContain('/pay/RF');
    });

    test('payments of long ago stay there, and what was paid above the share is told', async () => {
      await office.post('finance', caseId, 'payment.received', {
        amount: '5000.00',
        receivedOn: TODAY,
        reference: 'vecs',
      });
      const { text } = await customer.get(`/cases/${caseId}/invoices`);
      expect(text).toContain('10.03.2026.');
      expect(text).toContain('Samaksāts vairāk, nekā jāmaksā');
      expect(text).toMatch(/Jums atmaksājams [\d ]+,\d\d/);
    });
  });

  describe('the API', () => {
    test('tells the money of a case, begins a payment once for a key, and tells what became of it', async () => {
      const money = await call('GET', `/cases/${caseId}/invoices`, customer);
      expect(caseMoneySchema.parse(money.body).invoices).toHaveLength(1);
      expect((await call('GET', `/cases/${caseId}/invoices`, company)).status).toBe(404);
      expect((await call('POST', '/payments', null, { reference })).status).toBe(401);
      const once = { 'Idempotency-Key': `pay ${caseId}` };
      const first = await call('POST', '/payments', company, { reference }, once);
      const second = await call('POST', '/payments', company, { reference }, once);
      expect(first.status).toBe(201);
      expect(second).toEqual(first);
      const { id } = paymentBegunSchema.parse(first.body);
      expect(paymentSchema.parse((await call('GET', `/payments/${id}`, company)).body).state).toBe('begun');
      expect((await call('GET', `/payments/${id}`, customer)).status).toBe(404);
      expect((await call('POST', '/payments', company, { reference: 'RF18539007547034' })).status).toBe(422);
    });

    test('a message that no provider signed is refused, whatever it holds', async () => {
      const { body } = await call('POST', '/payments', customer, { reference });
      const { id, amount } = paymentBegunSchema.parse(body);
      for (const message of [
        {},
        { paymentId: id, outcome: { kind: 'paid', amount, at: '2025-03-10T08:00:00Z' } },
      ])
        for (const provider of ['demo-bank', 'other'])
          expect(
            (
              await call('POST', `/payments/callbacks/${provider}`, null, message, {
                'Provider-Signature': 'c2lnbmVk',
              })
            ).status,
          ).toBe(422);
      expect(await booked()).toBe(0);
    });
  });
});
