import { BY_CUSTOMER, offered } from '../journeys/builders.ts';
import { later, routed } from './beginnings.ts';
import { type ActRow, TOO_LONG, type WhoMay } from './row.ts';

/** From the offer to its conclusion or annulment. */

const HOLD = { reasons: 'Banka apstiprina maksājumu.' };

const OBJECTION = { reasons: 'Attālums ir īsāks.' };

/** By hand where the operator has chosen so; the test enacts it from 2026 on. */
const BY_HAND = {
  on: '2026-01-02',
  offerOn: '2026-01-05',
  offer: { termOn: '2026-09-30', paymentDueOn: '2026-02-04' },
};

const OFFER_FIELDS = {
  'quote.connection.distanceM': '40',
  'quote.connection.planReference': 'tīkla shēma 1:500',
  'quote.loadUnitPrice': '92,40',
  termOn: '30.09.2025.',
  paymentDueOn: '09.04.2025.',
  ownershipBoundary: 'Uzskaites sadalne pie zemes gabala robežas',
};

const CAPACITY = {
  'quote.supplyInterruptedOrLoadReduced': 'on',
  'quote.costs.capacityMaintenance': '300',
  'quote.interruption.from': '01.05.2023.',
  'quote.interruption.to': '31.10.2024.',
  'quote.interruption.basis': 'Pēc tāmes.',
};

export const OFFER_WHO = {
  'offer.issued': 'engineer',
  'offer.revised': 'engineer',
  'offer.objected': 'customer service',
  'objection.rejected': 'engineer',
  'contract.signed': 'customer engineer service',
  'annulment.warned': 'clock service',
  'application.annulled': 'clock service',
  'annulment.held': 'finance service',
  'application.reinstated': 'customer service',
} as const satisfies WhoMay;

export const OFFER_ROWS: readonly ActRow[] = [
  {
    type: 'offer.issued',
    as: 'engineer',
    begin: routed({}),
    fields: { ...OFFER_FIELDS, 'quote.connection.entryDevices': '16\r\n9' },
    wrong: {
      fields: { ...OFFER_FIELDS, 'quote.connection.entryDevices': '16\r\n16' },
      at: 'quote.connection.entryDevices',
    },
    tells: '1397,55 EUR',
    records: { quote: { connection: { ampere: '25', entryDevices: ['16', '9'] }, loadUnitPrice: '92.40' } },
  },
  {
    type: 'offer.issued',
    as: 'engineer',
    begin: routed({}),
    fields: { ...OFFER_FIELDS, ...CAPACITY },
    wrong: {
      fields: { ...OFFER_FIELDS, ...CAPACITY, 'quote.interruption.to': '' },
      at: 'quote.interruption.to',
    },
    // 25 A at 92.40 is 2,310.00, half of it the customer's; with 300.00 of capacity 1,455.00, with VAT of 21 % 1,760.55.
    tells: '1760,55 EUR',
    records: {
      quote: {
        costs: { capacityMaintenance: '300.00' },
        supplyInterruptedOrLoadReduced: true,
        interruption: { from: '2023-05-01', to: '2024-10-31', basis: 'Pēc tāmes.' },
      },
    },
  },
  {
    type: 'offer.issued',
    as: 'engineer',
    begin: routed({}),
    fields: { ...OFFER_FIELDS, ...CAPACITY, 'quote.supplyInterruptedOrLoadReduced': '' },
    wrong: {
      fields: { ...OFFER_FIELDS, 'quote.deferral.monthsFromSystemServiceContract': 'daudz' },
      at: 'quote.deferral.monthsFromSystemServiceContract',
    },
    tells: 'Maksā neietver Piegāde nav bijusi pārtraukta',
  },
  {
    type: 'offer.issued',
    as: 'engineer',
    begin: routed({}),
    fields: {
      ...OFFER_FIELDS,
      'overrides.0.parameter': 'smallCustomerShare',
      'overrides.0.value': '0,4',
      'overrides.0.reason': 'Vienošanās ar klientu.',
    },
    wrong: {
      fields: {
        ...OFFER_FIELDS,
        'overrides.0.parameter': 'smallCustomerShare',
        'overrides.0.value': 'divas piektdaļas',
        'overrides.0.reason': 'Vienošanās ar klientu.',
      },
      at: 'overrides.0.value',
    },
    // II.1.1: 40 % of 2,310.00 is 924.00, with VAT of 21 % 1,118.04.
    tells: '1118,04 EUR',
    records: { partOne: { smallCustomerShare: { value: '0.4', reason: 'Vienošanās ar klientu.' } } },
  },
  {
    type: 'offer.revised',
    as: 'engineer',
    begin: later(offered, '2025-03-12', ['customer', 'offer.objected', OBJECTION]),
    fields: {
      ...OFFER_FIELDS,
      paymentDueOn: '20.04.2025.',
      'overrides.0.parameter': 'connectionDays',
      'overrides.0.value': '20',
      'overrides.0.reason': 'Vienošanās ar klientu.',
    },
    wrong: {
      fields: { ...OFFER_FIELDS, 'overrides.0.parameter': 'connectionDays', 'overrides.0.value': '20' },
      at: 'overrides.0.reason',
    },
    records: { partOne: { connectionDays: { value: 20, reason: 'Vienošanās ar klientu.' } } },
  },
  {
    type: 'offer.objected',
    as: 'customer',
    begin: offered,
    fields: OBJECTION,
    wrong: { fields: { reasons: '' }, at: 'reasons' },
  },
  {
    type: 'objection.rejected',
    as: 'engineer',
    begin: later(offered, '2025-03-12', ['customer', 'offer.objected', OBJECTION]),
    fields: { reasons: 'Cits ceļš nav iespējams.' },
    wrong: { fields: { reasons: '' }, at: 'reasons' },
  },
  {
    type: 'contract.signed',
    as: 'customer',
    begin: offered,
    fields: { form: 'portal' },
    wrong: { fields: { signedAt: 'vakar' }, at: 'signedAt' },
  },
  {
    type: 'contract.signed',
    as: 'engineer',
    begin: later(offered, '2025-03-12', ['customer', 'contract.signed', BY_CUSTOMER]),
    fields: {},
    wrong: { fields: { signedAt: '32.03.2025' }, at: 'signedAt' },
  },
  {
    type: 'annulment.warned',
    as: 'service',
    begin: later((at) => offered(at, BY_HAND), '2026-02-10'),
    fields: { channel: 'portal' },
    wrong: { fields: { channel: 'balodis' }, at: 'channel' },
  },
  {
    type: 'application.annulled',
    as: 'service',
    begin: async (at) => {
      const one = await later((teller) => offered(teller, BY_HAND), '2026-02-10', [
        'service',
        'annulment.warned',
        {},
      ])(at);
      await at('2026-02-25');
      await one.now();
      return one;
    },
    fields: { reasons: 'Klients nav rīkojies.' },
    wrong: { fields: { reasons: TOO_LONG }, at: 'reasons' },
    second: 'finance',
  },
  {
    type: 'annulment.held',
    as: 'finance',
    begin: later(offered, '2025-04-15'),
    fields: HOLD,
    wrong: { fields: { reasons: '' }, at: 'reasons' },
  },
  {
    type: 'application.reinstated',
    as: 'customer',
    begin: later(offered, '2025-04-25'),
    fields: { agreement: 'Turpinām pēc 11.4. punkta.' },
    wrong: { fields: { agreement: '' }, at: 'agreement' },
  },
];
