import { expect } from 'vitest';
import { apply, offer, offered, payment, quote, SHARE, SIMPLE_ROUTE } from '../../builders.ts';
import { story } from '../../story.ts';

/** What an offer says, what signs it, and how long its price holds (II.11.1, II.7.6, II.1.1). */

export const TERMS_STORIES = [
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
