import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { historyOf } from '../../db/history.ts';
import { invoicesOf, receiptsOf } from '../../db/money.ts';
import { addPayment, findPayment, noteSettled } from '../../db/payments.ts';
import { signedIn } from '../../src/demo/people.ts';
import { type DemoBank, openDemoBank } from '../../src/payments/demo-bank.ts';
import { createInvoiceDesk } from '../../src/payments/invoice-desk.ts';
import { createPayments, type Payments } from '../../src/payments/payments.ts';
import { startPaymentWorker } from '../../src/payments/worker.ts';
import { behindTheGuard } from '../support/behind-the-guard.ts';
import { describeOnBothDatabases } from '../support/database.ts';
import { type Office, openOffice, TODAY } from './office.ts';

let office: Office;
let bank: DemoBank;
let payments: Payments;
let warned: string[];

const ANNA = signedIn('customer');
const PARAUGS = signedIn('company');

describeOnBothDatabases('paying by reference (PO-06)', (database) => {
  beforeAll(async () => {
    office = await openOffice(database());
  });

  beforeEach(() => {
    bank = openDemoBank();
    warned = [];
    payments = openPayments();
  });

  const openPayments = (casework = office.casework): Payments =>
    createPayments({
      ...office.parts,
      casework,
      provider: bank,
      warn: (message) => void warned.push(message),
    });

  const advanceOf = async (caseId: string) => (await invoicesOf(database(), caseId)).at(-1)!;

  async function owed(advanceGross?: string) {
    const { id } = await office.offered('customer', advanceGross);
    const invoice = await advanceOf(id);
    return { id, invoice, reference: invoice.reference };
  }

  const paysAt = async (id: string, amount: string, name = 'demo-bank') =>
    payments.told(name, bank.answer(id, { kind: 'paid', amount, at: await office.clock.now() }));

  const receivedIn = async (caseId: string) =>
    (await historyOf(database(), caseId)).filter(({ type }) => type === 'payment.received');

  describe('what a reference tells', () => {
    test('amount and reference, however it is typed, and nothing of the customer', async () => {
      const { invoice, reference } = await owed();
      const typed = ` ${reference.toLowerCase().replace(/(.{4})/g, '$1 ')}`;
      expect(await payments.asked(typed)).toEqual({ reference, amount: invoice.gross });
    });

    test('unknown, mistyped, paid and void references are answered with the same words', async () => {
      const { id, invoice, reference } = await owed();
      await office.post('finance', id, 'payment.received', { amount: invoice.gross, receivedOn: TODAY });
      const withdrawn = await owed();
      await office.post('customer', withdrawn.id, 'application.withdrawn', {});
      const told = await Promise.all(
        [reference, withdrawn.reference, 'RF18539007547034', `RF99${reference.slice(4)}`, 'nav'].map((one) =>
          payments.asked(one).catch((refusal: Error) => refusal.message),
        ),
      );
      expect(new Set(told).size).toBe(1);
      expect(told[0]).toContain('No invoice under this reference waits to be paid');
    });

    test('a part that was paid is asked for no more', async () => {
      const { id, invoice, reference } = await owed();
      await office.post('finance', id, 'payment.received', { amount: '100.00', receivedOn: TODAY });
      const { amount } = await payments.asked(reference);
      expect(Number(amount)).toBeCloseTo(Number(invoice.gross) - 100, 2);
    });
  });

  describe('a payment', () => {
    test('II.11.5: confirmed by the provider it is booked, names both, and concludes the contract', async () => {
      const { id, invoice, reference } = await owed();
      const begun = await payments.begin(ANNA, { reference });
      expect(begun).toMatchObject({ state: 'begun', amount: invoice.gross, goTo: `/demo-bank/${begun.id}` });
      await paysAt(begun.id, begun.amount);
      const [event, ...more] = await receivedIn(id);
      expect(more).toEqual([]);
      expect(event).toMatchObject({
        actor: 'payments/demo-bank',
        role: 'finance',
        data: {
          amount: invoice.gross,
          receivedOn: TODAY,
          account: 'main',
          reference: `${reference} demo-bank ${begun.id}`,
        },
      });
      expect(event!.data, 'the customer paid').not.toHaveProperty('payer');
      expect(await payments.find(ANNA, begun.id)).toMatchObject({ state: 'paid' });
      expect((await office.casework.find(ANNA, id, 'en')).status).toBe('in-force');
      const money = await createInvoiceDesk(office.parts).ofCase(ANNA, id);
      expect(money.invoices[0]).toMatchObject({ state: 'paid', outstanding: '0.00' });
    });

    test('T-09: paid by somebody else it is flagged, and the case does not tell by whom', async () => {
      const { id, reference } = await owed();
      const begun = await payments.begin(PARAUGS, { reference });
      await paysAt(begun.id, begun.amount);
      expect(JSON.stringify(await receivedIn(id))).not.toContain('company');
      expect((await receivedIn(id))[0]!.data).toMatchObject({ payer: 'cita persona' });
      const { flags } = (await office.casework.find(signedIn('service'), id, 'en')) as unknown as {
        flags: { name: string }[];
      };
      expect(flags.map(({ name }) => name)).toContain('third-party-payment');
    });

    test('paying another’s invoice shows nothing of its case', async () => {
      const { id, invoice, reference } = await owed();
      const begun = await payments.begin(PARAUGS, { reference });
      await paysAt(begun.id, begun.amount);
      const told = JSON.stringify([begun, await payments.find(PARAUGS, begun.id)]);
      for (const secret of [id, 'Anna', 'Liepu', invoice.dueOn]) expect(told).not.toContain(secret);
      await expect(office.casework.find(PARAUGS, id, 'en')).rejects.toMatchObject({ kind: 'not-found' });
    });

    test('begun while signed in it is the payer’s alone; begun by nobody it is whoever holds its address', async () => {
      const { reference } = await owed();
      const own = await payments.begin(ANNA, { reference });
      await expect(payments.find(PARAUGS, own.id)).rejects.toMatchObject({ code: 'payment.not-found' });
      await expect(payments.find(null, own.id)).rejects.toMatchObject({ code: 'payment.not-found' });
      const open = await payments.begin(null, { reference, besides: true });
      expect((await payments.find(PARAUGS, open.id)).id).toBe(open.id);
    });

    test('begun twice under one id it is one payment; under another reference the id is refused', async () => {
      const { reference } = await owed();
      const other = await owed();
      const id = randomUUID();
      const first = await payments.begin(ANNA, { reference, id });
      expect(await payments.begin(ANNA, { reference, id })).toEqual(first);
      await expect(payments.begin(PARAUGS, { reference, id })).rejects.toMatchObject({
        code: 'payment.began-otherwise',
      });
      await expect(payments.begin(ANNA, { reference: other.reference, id })).rejects.toMatchObject({
        code: 'payment.began-otherwise',
      });
    });

    test('without a provider nothing begins', async () => {
      const { reference } = await owed();
      const closed = createPayments({
        ...office.parts,
        casework: office.casework,
        provider: null,
        warn: () => undefined,
      });
      expect(closed.isOpen).toBe(false);
      await expect(closed.begin(ANNA, { reference })).rejects.toMatchObject({ code: 'payment.no-provider' });
    });
  });

  describe('messages of the provider', () => {
    test('one that comes twice, at once and again later, is booked once', async () => {
      const { id, reference } = await owed();
      const { id: payment, amount } = await payments.begin(ANNA, { reference });
      const message = bank.answer(payment, { kind: 'paid', amount, at: await office.clock.now() });
      await Promise.all([1, 2, 3].map(() => payments.told('demo-bank', message)));
      await payments.told('demo-bank', message);
      expect(await receivedIn(id)).toHaveLength(1);
      expect(await receiptsOf(database(), id)).toHaveLength(1);
    });

    test('one that is not signed by the provider changes nothing', async () => {
      const { id, reference } = await owed();
      const { id: payment, amount } = await payments.begin(ANNA, { reference });
      const genuine = bank.answer(payment, { kind: 'paid', amount, at: await office.clock.now() });
      const forged = openDemoBank().answer(payment, { kind: 'paid', amount, at: await office.clock.now() });
      for (const message of [
        forged,
        { ...genuine, body: genuine.body.replace(amount, '0.01') },
        { ...genuine, signature: '' },
      ])
        await expect(payments.told('demo-bank', message)).rejects.toMatchObject({
          code: 'payment.message-not-genuine',
        });
      await expect(payments.told('other-bank', genuine)).rejects.toMatchObject({
        code: 'payment.message-not-genuine',
      });
      expect(await receivedIn(id)).toEqual([]);
    });

    test('another amount than was asked for is not booked, and a person is told', async () => {
      const { id, reference } = await owed();
      const { id: payment } = await payments.begin(ANNA, { reference });
      await paysAt(payment, '1.00');
      expect(await receivedIn(id)).toEqual([]);
      expect(await payments.find(ANNA, payment)).toMatchObject({ state: 'failed' });
      expect(warned).toEqual(['a payment was confirmed with another amount and is not booked']);
    });

    test('cancelled, nothing is booked; money that comes after it is', async () => {
      const { id, reference } = await owed();
      const { id: payment, amount } = await payments.begin(ANNA, { reference });
      await payments.told('demo-bank', bank.answer(payment, { kind: 'cancelled' }));
      expect(await payments.find(ANNA, payment)).toMatchObject({ state: 'failed' });
      expect(await receivedIn(id)).toEqual([]);
      await paysAt(payment, amount);
      await payments.told('demo-bank', bank.answer(payment, { kind: 'cancelled' }));
      expect(await payments.find(ANNA, payment)).toMatchObject({ state: 'paid' });
      expect(await receivedIn(id)).toHaveLength(1);
    });

    test('two payments of one invoice are both booked: the money is there, and what is too much goes back', async () => {
      const { id, reference } = await owed();
      const first = await payments.begin(ANNA, { reference });
      await expect(payments.begin(null, { reference })).rejects.toMatchObject({
        code: 'payment.already-begun',
      });
      const second = await payments.begin(null, { reference, besides: true });
      await paysAt(first.id, first.amount);
      await paysAt(second.id, second.amount);
      expect(await receivedIn(id)).toHaveLength(2);
      const money = await createInvoiceDesk(office.parts).ofCase(ANNA, id);
      expect(money).toMatchObject({ outstanding: '0.00', refundDue: first.amount });
    });
  });

  describe('a process that ended between confirmation and booking', () => {
    /** Confirmed at the provider, and the process ended while it booked. */
    async function leftUnbooked() {
      const { id, reference } = await owed();
      const begun = await payments.begin(ANNA, { reference });
      const fails = openPayments({
        ...office.casework,
        post: () => Promise.reject(new Error('the process ended')),
      });
      const message = bank.answer(begun.id, {
        kind: 'paid',
        amount: begun.amount,
        at: await office.clock.now(),
      });
      await expect(fails.told('demo-bank', message)).rejects.toThrow('the process ended');
      expect(await receivedIn(id)).toEqual([]);
      return { id, begun };
    }

    test('the worker books what it left, once', async () => {
      const { id, begun } = await leftUnbooked();
      const failures: unknown[] = [];
      const worker = startPaymentWorker(database(), payments, (...failure) => void failures.push(failure));
      await Promise.all([worker.round(), worker.round()]);
      await worker.stop();
      expect(failures).toEqual([]);
      expect(await receivedIn(id)).toHaveLength(1);
      expect(await findPayment(database(), begun.id)).toMatchObject({ state: 'paid' });
    });

    test('the payer’s next look books it too', async () => {
      const { id, begun } = await leftUnbooked();
      expect(await payments.find(ANNA, begun.id)).toMatchObject({ state: 'paid' });
      expect(await receivedIn(id)).toHaveLength(1);
    });

    test('ended after booking and before that was noted, it is not booked again', async () => {
      const { id, begun } = await leftUnbooked();
      await payments.find(ANNA, begun.id);
      const row = (await findPayment(database(), begun.id))!;
      await behindTheGuard(
        database(),
        ['payments'],
        [`update payments set state = 'begun' where id = $1`, [begun.id]],
      );
      await database().query(`delete from idempotency where key = $1`, [`payment ${begun.id}`]);
      await payments.settle({ ...row, state: 'begun' });
      expect(await receivedIn(id)).toHaveLength(1);
      expect(await findPayment(database(), begun.id)).toMatchObject({ state: 'paid' });
    });

    test('a message that never came is asked for', async () => {
      const { id, reference } = await owed();
      const begun = await payments.begin(ANNA, { reference });
      bank.answer(begun.id, { kind: 'paid', amount: begun.amount, at: await office.clock.now() });
      const worker = startPaymentWorker(database(), payments, () => undefined);
      await worker.round();
      await worker.stop();
      expect(await receivedIn(id)).toHaveLength(1);
    });

    test('of which nothing is heard for a day it is given up, and booked should the money come after all', async () => {
      const { id, invoice, reference } = await owed();
      const old = {
        caseId: id,
        id: randomUUID(),
        invoiceNumber: invoice.number,
        reference,
        amount: invoice.gross,
        payer: null,
        provider: 'demo-bank',
        providerReference: null,
        state: 'begun',
        besides: false,
        createdAt: '2025-03-08T08:00:00Z',
        endedAt: null,
      } as const;
      await addPayment(database(), old);
      await payments.settle(old);
      expect(await payments.find(null, old.id)).toMatchObject({ state: 'abandoned' });
      await paysAt(old.id, old.amount);
      expect(await payments.find(null, old.id)).toMatchObject({ state: 'paid' });
      expect(await receivedIn(id)).toHaveLength(1);
      expect(await noteSettled(database(), old, '2025-03-10T09:00:00Z'), 'booked stays booked').toBeNull();
    });
  });
});
