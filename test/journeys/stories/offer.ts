import { expect } from 'vitest';
import {
  apply,
  BY_CUSTOMER,
  BY_OPERATOR,
  offer,
  offered,
  payment,
  quote,
  SHARE,
  SIMPLE_ROUTE,
} from '../builders.ts';
import { story } from '../story.ts';

/** From the offer to its conclusion or annulment (II.11.2 to II.11.5, II.7.6). */

const OBJECTION = { reasons: 'Attālums līdz līnijai ir 18 m, nevis 20 m.' };
const REJECTION = { reasons: 'Attālums plānā ir 20,4 m.' };
const HOLD = { reasons: 'Klients lūdz pagaidīt bankas lēmumu.' };

export const OFFER_STORIES = [
  story('II.11.1: term, due date, boundary, channel and advance of an offer are checked', async (at) => {
    const one = await apply(at, { on: '2025-03-10', customer: { email: undefined } });
    await one.by('engineer', 'application.routed', SIMPLE_ROUTE);
    const wrong = async (more: object, field: string) => {
      await one.refused('engineer', 'offer.issued', offer({ ...more }), { status: 422, field });
    };
    await wrong({ termOn: '2025-03-10' }, 'termOn');
    await wrong({ paymentDueOn: '2025-03-09' }, 'paymentDueOn');
    await wrong({ ownershipBoundary: '' }, 'ownershipBoundary');
    await wrong({ channel: 'email' }, 'channel');
    await wrong({ channel: 'fax' }, 'channel');
    await wrong({ advanceGross: '6050.01' }, 'advanceGross');
    await wrong({ termOn: '2025-02-30' }, 'termOn');
    await wrong({ quote: {} }, 'quote.connection');
    const deferral = {
      months: 12,
      annualRate: '0.05',
      guaranteesProvided: true,
      termsInContract: true,
      monthsFromSystemServiceContract: 12,
    };
    await wrong({ quote: { ...offer().quote, deferral } }, 'quote.deferral');
    await one.by('engineer', 'offer.issued', offer());
    await one.refused('engineer', 'offer.issued', offer(), {});
    await one.refused('engineer', 'offer.revised', offer(), { clause: 'II.11.2' });
  }),

  story('II.11.3: a stale application is warned and annulled by the clock (L11, L12)', async (at) => {
    const one = await offered(at);
    expect(one.view).toMatchObject({
      status: 'offered',
      awaits: 'customer',
      money: { customerShareGross: SHARE, outstanding: SHARE },
    });
    expect(one.deadline('objection-window')).toMatchObject({
      lastDay: '2025-04-09',
      clause: 'II.11.2',
      state: 'running',
    });
    await one.refused('service', 'application.annulled', {}, { clause: 'II.11.3' });
    await one.refused('service', 'annulment.warned', {}, { allowedFrom: '2025-04-10' });
    await at('2025-04-09T23:59');
    expect(await one.status()).toBe('offered');
    await at('2025-04-10T00:00');
    expect(await one.status()).toBe('annulment-warned');
    expect(one.deadline('annulment-earliest')).toMatchObject({
      earliestDay: '2025-04-21',
      lastDay: null,
      state: 'running',
    });
    expect(await one.letter('N-ANNWARN')).toMatchObject({
      channel: 'portal',
      deemedReceivedOn: '2025-04-10',
    });
    await at('2025-04-20T23:59');
    await one.refused(
      'service',
      'application.annulled',
      {},
      { clause: 'II.11.3', allowedFrom: '2025-04-21' },
    );
    await at('2025-04-21T00:00');
    expect(await one.now()).toMatchObject({
      status: 'annulled',
      awaits: 'nobody',
      regions: null,
      ending: { reason: 'annulled', clause: 'II.11.3', by: 'operator' },
      dates: { endedOn: '2025-04-21', inForceOn: null },
      money: { outstanding: '0.00', refundDue: '0.00' },
    });
    expect(await one.told()).toEqual([
      '2025-03-01 application.submitted',
      '2025-03-01 customer.identified',
      '2025-03-01 application.routed',
      '2025-03-10 offer.issued',
      '2025-04-10 deadline.passed',
      '2025-04-10 annulment.warned',
      '2025-04-21 application.annulled',
    ]);
    expect(await one.noticeIds()).toEqual(['N-RECEIPT', 'N-OFFER', 'N-ADVINV', 'N-ANNWARN', 'N-ANN']);
  }),

  story('II.11.5: a warned application is saved by payment on the last evening (T-07)', async (at) => {
    const one = await offered(at);
    await at('2025-04-20T23:50');
    await one.by('finance', 'payment.received', payment('2025-04-20'));
    expect(one.view).toMatchObject({
      status: 'in-force',
      dates: { inForceOn: '2025-04-20' },
      regions: { payment: 'paid' },
    });
    expect(one.deadline('annulment-earliest')?.state).toBe('void');
  }),

  story('II.11.3: the customer’s signature on the last evening stops the annulment (T-20)', async (at) => {
    const one = await offered(at);
    await at('2025-04-20T23:50');
    await one.by('customer', 'contract.signed', BY_CUSTOMER);
    expect((await one.history()).at(-1)).toMatchObject({ actor: 'customer', data: BY_CUSTOMER });
    expect(one.view.awaits).toBe('operator');
    await at('2025-06-01');
    expect(await one.status()).toBe('annulment-warned');
    await one.by('engineer', 'contract.signed', BY_OPERATOR);
    expect(one.view).toMatchObject({ status: 'in-force', dates: { inForceOn: '2025-06-01' } });
    expect(one.deadline('payment-due')?.lastDay, 'ten days after a late conclusion (T-20a)').toBe(
      '2025-06-11',
    );
    expect((await one.noticeIds()).filter((id) => id === 'N-ADVINV')).toHaveLength(2);
  }),

  story('II.11.3: a hold before the warning keeps the clock from warning', async (at) => {
    const one = await offered(at);
    await at('2025-04-09');
    await one.refused('customer', 'annulment.held', HOLD, { status: 403 });
    await one.by('service', 'annulment.held', HOLD);
    await at('2025-04-25');
    expect(await one.status()).toBe('offer-lapsed');
    expect(one.view.awaits).toBe('operator');
    await one.refused('service', 'annulment.warned', {}, { clause: 'II.11.3' });
    await one.by('finance', 'hold.released', { reasons: 'Banka atteica.' });
    expect(one.view.status).toBe('annulment-warned');
    expect(one.deadline('annulment-earliest')?.earliestDay).toBe('2025-05-06');
    await at('2025-05-06T00:00');
    expect(await one.status()).toBe('annulled');
  }),

  story('II.11.3: a hold after the warning freezes the annulment until it is released', async (at) => {
    const one = await offered(at);
    await at('2025-04-15');
    await one.refused('service', 'hold.released', HOLD, {});
    await one.by('finance', 'annulment.held', HOLD);
    expect(one.deadline('annulment-earliest')?.state).toBe('frozen');
    await at('2025-05-02');
    expect(await one.status()).toBe('annulment-warned');
    await one.refused('service', 'application.annulled', {}, { code: 'annulment.held' });
    await one.by('service', 'hold.released', { reasons: 'Klients neatbild.' });
    expect(one.view).toMatchObject({ status: 'annulled', dates: { endedOn: '2025-05-02' } });
  }),

  story('ledger 5.2: annulment by hand needs a second person, and never comes early', async (at) => {
    const one = await offered(at);
    await at('2025-04-15');
    await one.by('service', 'annulment.held', HOLD);
    await one.refused('service', 'application.annulled', {}, { code: 'annulment.held' });
    expect(await at.client.approvals('service2')).not.toContainEqual(
      expect.objectContaining({ caseId: one.id }),
    );
  }),

  story(
    'II.11.2: an objection late on day 30 is in time; a revised offer opens a new window (L06, L09)',
    async (at) => {
      const one = await offered(at);
      await at('2025-04-09T23:30');
      await one.refused('engineer', 'offer.objected', OBJECTION, { status: 403 });
      await one.by('customer', 'offer.objected', OBJECTION);
      expect(one.view).toMatchObject({ status: 'objected', awaits: 'operator' });
      expect(one.deadline('objection-answer')).toMatchObject({
        lastDay: '2025-04-23',
        clause: 'II.11.2',
        state: 'running',
      });
      expect(one.deadline('objection-window')?.state).toBe('met');
      await at('2025-04-20');
      expect(await one.status(), 'no annulment while an objection waits').toBe('objected');
      await one.by(
        'engineer',
        'offer.revised',
        offer({ paymentDueOn: '2025-05-20', quote: { ...offer().quote, costs: { loadUnit: '8000.00' } } }),
      );
      expect(one.view).toMatchObject({ status: 'offered', money: { customerShareGross: '4840.00' } });
      expect(one.deadline('objection-window')).toMatchObject({ lastDay: '2025-05-20', state: 'running' });
      expect(one.deadline('objection-answer')?.state).toBe('met');
      expect(await one.noticeIds()).toEqual(['N-RECEIPT', 'N-OFFER', 'N-ADVINV', 'N-REVOFFER', 'N-ADVINV']);
      await at('2025-05-20T23:00');
      await one.by('finance', 'payment.received', payment('2025-05-20', '4840.00'));
      expect(one.view).toMatchObject({ status: 'in-force', dates: { inForceOn: '2025-05-20' } });
    },
  ),

  story('II.11.2: an objection answered late is a breach of the operator', async (at) => {
    const one = await offered(at);
    await at('2025-03-12');
    await one.by('customer', 'offer.objected', OBJECTION);
    await at('2025-03-27T00:00');
    await one.now();
    expect(one.deadline('objection-answer')).toMatchObject({ lastDay: '2025-03-26', state: 'missed' });
    await at('2025-05-01');
    expect(await one.status(), 'still no annulment').toBe('objected');
    await one.by('engineer', 'objection.rejected', REJECTION);
    expect(one.deadline('objection-answer')?.state).toBe('missed');
  }),

  story('II.11.2: rejected before the window’s end, the window goes on to day 30 (T-03)', async (at) => {
    const one = await offered(at);
    await at('2025-03-13');
    await one.by('customer', 'offer.objected', OBJECTION);
    await one.refused('engineer', 'objection.rejected', { reasons: '' }, { status: 422, field: 'reasons' });
    await at('2025-03-15');
    await one.by('engineer', 'objection.rejected', REJECTION);
    expect(one.view).toMatchObject({ status: 'offered', awaits: 'customer' });
    expect(one.deadline('objection-window')).toMatchObject({ lastDay: '2025-04-09', state: 'running' });
    expect(await one.noticeIds()).toContain('N-OBJREJ');
    await at('2025-03-20');
    await one.by('customer', 'offer.objected', { reasons: 'Arī robeža nav pareiza.' });
    expect(one.deadline('objection-answer')?.lastDay).toBe('2025-04-03');
    await at('2025-03-21');
    await one.by('engineer', 'objection.rejected', REJECTION);
    await at('2025-04-10T00:00');
    expect(await one.status()).toBe('annulment-warned');
  }),

  story(
    'II.11.3: rejected after the window’s end, it is not revived; warning and ten days follow (L62)',
    async (at) => {
      const one = await offered(at);
      await at('2025-04-09T20:00');
      await one.by('customer', 'offer.objected', OBJECTION);
      await at('2025-04-15');
      expect(await one.status()).toBe('objected');
      await one.by('engineer', 'objection.rejected', REJECTION);
      expect(one.view.status).toBe('annulment-warned');
      expect(one.deadline('annulment-earliest')?.earliestDay).toBe('2025-04-26');
      await at('2025-04-25T23:59');
      expect(await one.status()).toBe('annulment-warned');
      await at('2025-04-26T00:00');
      expect(await one.status()).toBe('annulled');
    },
  ),

  story('II.16.5: an objection after the window is answered as a complaint and stops nothing', async (at) => {
    const one = await offered(at);
    await at('2025-04-10T00:30');
    await one.by('customer', 'offer.objected', OBJECTION);
    expect(one.view.status).toBe('annulment-warned');
    expect(one.deadline('complaint-answer')).toMatchObject({
      lastDay: '2025-04-25',
      clause: 'II.16.5',
      state: 'running',
    });
    await at('2025-04-21T00:00');
    expect(await one.status()).toBe('annulled');
    await one.by('service', 'complaint.answered', { text: 'Iebildums saņemts pēc termiņa.' });
    expect(one.deadline('complaint-answer')?.state).toBe('met');
  }),

  story('II.11.5: payment during a pending objection affirms the terms (T-12, L61)', async (at) => {
    const one = await offered(at);
    await at('2025-03-20');
    await one.by('customer', 'offer.objected', OBJECTION);
    await at('2025-03-30');
    await one.by('finance', 'payment.received', payment('2025-03-30'));
    expect(one.view).toMatchObject({ status: 'in-force', dates: { inForceOn: '2025-03-30' } });
    expect(one.deadline('objection-answer')?.state).toBe('void');
  }),

  story(
    'II.11.2: a signature before the objection does not bind; the operator decides first (T-12a)',
    async (at) => {
      const one = await offered(at);
      await at('2025-03-15');
      await one.by('customer', 'contract.signed', BY_CUSTOMER);
      await one.refused('customer', 'contract.signed', BY_CUSTOMER, { code: 'contract.already-signed' });
      await at('2025-03-20');
      await one.by('customer', 'offer.objected', OBJECTION);
      expect(one.view.status).toBe('objected');
      await one.refused('engineer', 'contract.signed', BY_OPERATOR, {
        clause: 'II.11.2',
        code: 'objection.pending',
      });
      await one.by('engineer', 'objection.rejected', REJECTION);
      await one.by('engineer', 'contract.signed', BY_OPERATOR);
      expect(one.view.status).toBe('in-force');
    },
  ),

  story('II.7.6: a valid form signs, on the day of its time in Riga (L22, L66)', async (at) => {
    const one = await offered(at, {
      offerOn: '2025-05-02',
      offer: { paymentDueOn: '2025-06-30' },
      on: '2025-05-01',
    });
    await at('2025-05-08');
    const esign = { party: 'customer', form: 'esign-timestamped', signedAt: '2025-05-05T10:00:00Z' };
    await one.refused(
      'customer',
      'contract.signed',
      { ...esign, timestamped: false },
      { clause: 'II.7.6.3' },
    );
    await one.refused('customer', 'contract.signed', esign, { clause: 'II.7.6.3' });
    await one.refused(
      'customer',
      'contract.signed',
      { ...esign, timestamped: true, signedAt: '2025-05-08T10:00:01+03:00' },
      { status: 422, field: 'signedAt' },
    );
    await one.refused(
      'customer',
      'contract.signed',
      { ...esign, timestamped: true, signedAt: '2025-05-01T10:00:00Z' },
      { clause: 'II.11.5' },
    );
    await one.refused('customer', 'contract.signed', { party: 'operator', form: 'portal' }, { status: 403 });
    await one.refused('service', 'contract.signed', { party: 'operator', form: 'portal' }, { status: 403 });
    await one.by('customer', 'contract.signed', { ...esign, timestamped: true });
    await one.by('engineer', 'contract.signed', {
      ...esign,
      party: 'operator',
      timestamped: true,
      signedAt: '2025-05-06T21:30:00Z',
    });
    expect(one.view, '21:30 UTC is already the 7th in Riga').toMatchObject({
      status: 'in-force',
      dates: { inForceOn: '2025-05-07' },
    });
    expect(one.deadline('withdrawal')?.lastDay).toBe('2025-05-21');
  }),

  story(
    'II.16.4.1: a posted offer opens the window on the seventh day; a posted warning counts so too (T-15, L13)',
    async (at) => {
      const one = await offered(at, { offer: { channel: 'post' } });
      expect(one.deadline('objection-window')).toMatchObject({ lastDay: '2025-04-16', state: 'running' });
      expect(one.deadline('offer')?.state).toBe('met');
      expect(await one.letter('N-OFFER')).toMatchObject({
        channel: 'post',
        to: 'Brīvības iela 1–5, Rīga, LV-1010',
        deemedReceivedOn: '2025-03-17',
      });
      await at('2025-04-17T00:00');
      expect(await one.status()).toBe('annulment-warned');
      expect(await one.letter('N-ANNWARN')).toMatchObject({
        channel: 'post',
        deemedReceivedOn: '2025-04-24',
      });
      expect(one.deadline('annulment-earliest')?.earliestDay).toBe('2025-05-05');
      await at('2025-05-04T23:59');
      expect(await one.status()).toBe('annulment-warned');
      await at('2025-05-05T00:00');
      expect(await one.status()).toBe('annulled');
    },
  ),

  story('II.16.4.3: an e-mailed offer that failed starts anew by post (T-31)', async (at) => {
    const one = await offered(at, { offer: { channel: 'email' } });
    const letter = await one.letter('N-OFFER');
    expect(letter).toMatchObject({
      channel: 'email',
      to: 'anna@piemers.example',
      deemedReceivedOn: '2025-03-10',
    });
    await at('2025-03-12');
    await one.refused(
      'customer',
      'notice.failed',
      { noticeId: letter.id, reason: 'mailbox full' },
      { status: 403 },
    );
    await one.refused(
      'service',
      'notice.failed',
      { noticeId: 'no such letter', reason: 'mailbox full' },
      { status: 422, field: 'noticeId' },
    );
    await one.by('service', 'notice.failed', { noticeId: letter.id, reason: 'mailbox full' });
    expect(one.view.status).toBe('offered');
    expect(one.deadline('objection-window')).toMatchObject({ lastDay: '2025-04-18', state: 'running' });
    const letters = (await one.letters()).filter(({ notice }) => notice === 'N-OFFER');
    expect(letters).toMatchObject([
      { channel: 'email', deliveredState: 'failed', deemedReceivedOn: null },
      { channel: 'post', deemedReceivedOn: '2025-03-19' },
    ]);
    await at('2025-04-10');
    expect(await one.status()).toBe('offered');
    await at('2025-04-19T00:00');
    expect(await one.status()).toBe('annulment-warned');
  }),

  story('II.16.4.3: an e-mailed warning that failed runs its ten days anew by post', async (at) => {
    const one = await offered(at, { offer: { channel: 'email' } });
    await at('2025-04-10T00:00');
    expect(await one.status()).toBe('annulment-warned');
    expect(one.deadline('annulment-earliest')?.earliestDay).toBe('2025-04-21');
    await at('2025-04-19');
    await one.by('service', 'notice.failed', {
      noticeId: (await one.letter('N-ANNWARN')).id,
      reason: 'no such user',
    });
    expect(one.deadline('annulment-earliest')?.earliestDay).toBe('2025-05-07');
    expect(await one.letter('N-ANNWARN')).toMatchObject({ channel: 'post', deemedReceivedOn: '2025-04-26' });
    await at('2025-05-06');
    expect(await one.status()).toBe('annulment-warned');
    await at('2025-05-07T00:00');
    expect(await one.status()).toBe('annulled');
  }),

  story('II.11.4: money after the annulment founds no contract and is owed back (L21, T-11)', async (at) => {
    const one = await offered(at);
    await at('2025-03-20');
    await one.by('finance', 'payment.received', payment('2025-03-20', '50.00'));
    await at('2025-04-21T00:00');
    expect(await one.now()).toMatchObject({
      status: 'annulled',
      awaits: 'operator',
      money: { received: '50.00', refundDue: '50.00' },
    });
    await at('2025-04-25');
    await one.by('finance', 'payment.received', payment('2025-04-24', '6000.00'));
    expect(one.view).toMatchObject({
      status: 'annulled',
      money: { received: '6050.00', refundDue: '6050.00', outstanding: '0.00' },
      dates: { inForceOn: null },
    });
    await one.by('finance', 'refund.paid', { on: '2025-04-25', amount: '6000.00' });
    await one.by('finance', 'refund.paid', { on: '2025-04-25', amount: '50.00' });
    expect(one.view).toMatchObject({ awaits: 'nobody', money: { refundDue: '0.00' } });
  }),

  story('II.11.4: both sides reinstate an annulled application, and a new offer follows', async (at) => {
    const one = await offered(at);
    await at('2025-04-25');
    expect(await one.status()).toBe('annulled');
    await one.by('customer', 'application.reinstated', { agreement: 'Turpinām pēc 11.4. punkta.' });
    expect(one.view.status, 'one consent alone changes nothing').toBe('annulled');
    await one.refused('engineer', 'application.reinstated', { agreement: 'Piekrītam.' }, { status: 403 });
    await one.by('service', 'application.reinstated', { agreement: 'Piekrītam.' });
    expect(one.view).toMatchObject({ status: 'evaluating', ending: null, awaits: 'operator' });
    await one.by('engineer', 'offer.issued', offer({ paymentDueOn: '2025-05-30' }));
    expect(one.deadline('objection-window')).toMatchObject({ lastDay: '2025-05-25', state: 'running' });
    await one.by('finance', 'payment.received', payment('2025-04-25'));
    expect(one.view.status).toBe('in-force');
  }),

  story('II.1.1: Part I stands above Part II, with its reason, and shows where it was used', async (at) => {
    const one = await apply(at, { on: '2025-03-01' });
    await one.by('engineer', 'application.routed', SIMPLE_ROUTE);
    await at('2025-03-10');
    const partOne = { objectionDays: { value: 45, reason: 'Klients ir ārvalstīs.' } };
    for (const [wrong, field] of [
      [{ objectionDays: { value: 45 } }, 'partOne.objectionDays.reason'],
      [{ objectionDays: { value: 45, reason: '' } }, 'partOne.objectionDays.reason'],
      [{ objectionDays: { value: -1, reason: 'x' } }, 'partOne.objectionDays.value'],
      [{ objectionDays: { value: 1.5, reason: 'x' } }, 'partOne.objectionDays.value'],
      [{ objectionDays: { value: 1e9, reason: 'x' } }, 'partOne.objectionDays.value'],
      [{ objectionDays: { value: 'many', reason: 'x' } }, 'partOne.objectionDays.value'],
      [{ smallCustomerShare: { value: 'half', reason: 'x' } }, 'partOne.smallCustomerShare.value'],
      [
        { technicalRulesIssuedUntil: { value: '2021-06-31', reason: 'x' } },
        'partOne.technicalRulesIssuedUntil.value',
      ],
    ] as const)
      await one.refused('engineer', 'offer.issued', offer({ partOne: wrong }), { status: 422, field });
    await one.refused(
      'engineer',
      'offer.issued',
      offer({ partOne: { lunchDays: { value: 1, reason: 'x' } } }),
      { status: 422 },
    );
    await one.by('engineer', 'offer.issued', offer({ partOne }));
    expect(one.deadline('objection-window')).toMatchObject({
      lastDay: '2025-04-24',
      used: expect.arrayContaining([
        expect.objectContaining({
          name: 'objectionDays',
          value: 45,
          source: expect.stringContaining('Klients ir ārvalstīs.'),
        }),
      ]),
    });
  }),

  story(
    'OQ-FEE-9: a price that lapsed before conclusion concludes nothing; the offer is issued again (F45)',
    async (at) => {
      const rules = {
        ...quote,
        technicalRules: { issuedOn: '2021-06-30', validUntil: '2025-04-01' },
        costs: { loadUnit: '10000.00', attributable: '1000.00', actual: '2000.00' },
      };
      const one = await offered(at, { offer: { quote: rules } });
      expect(one.view).toMatchObject({
        fee: { regimeApplied: '1/7' },
        money: { customerShareGross: '1815.00' },
      });
      await at('2025-04-02');
      await one.by('finance', 'payment.received', payment('2025-04-02', '1815.00'));
      expect(one.view).toMatchObject({ status: 'offered', dates: { inForceOn: null } });
      expect((await at.client.find('engineer', one.id)).flags).toContainEqual({
        name: 'price-lapsed',
        on: '2025-04-02',
      });
      await one.by('engineer', 'offer.revised', offer({ paymentDueOn: '2025-05-02' }));
      expect(one.view, 'earlier money does not consent to another price (T-14)').toMatchObject({
        status: 'offered',
        money: { customerShareGross: SHARE, received: '1815.00', outstanding: '4235.00' },
      });
      await at('2025-04-10');
      await one.by('finance', 'payment.received', payment('2025-04-10', '4235.00'));
      expect(one.view).toMatchObject({ status: 'in-force', dates: { inForceOn: '2025-04-10' } });
    },
  ),
];
