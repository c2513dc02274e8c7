import { building, COMPANY, offered, payment, signed } from '../journeys/builders.ts';
import type { Case, Teller } from '../journeys/story.ts';
import { later } from './beginnings.ts';
import { type ActRow, TOO_LONG, type WhoMay } from './row.ts';

/** What is paid, owed and paid back. */

const HOLD = { reasons: 'Banka apstiprina maksājumu.' };

const overdueDebt = (at: Teller): Promise<Case> =>
  later(
    (teller) =>
      signed(teller, {
        on: '2024-12-01',
        offerOn: '2024-12-02',
        signedOn: '2024-12-05',
        offer: { paymentDueOn: '2025-01-10', worksBeforeFullPayment: true },
      }),
    '2024-12-20',
    ['engineer', 'works.started', { on: '2024-12-20' }],
  )(at);

const warnedDebt = async (at: Teller): Promise<Case> => {
  const one = await later(overdueDebt, '2025-01-20')(at);
  await one.approved('finance', 'finance2', 'debt.warned', { channel: 'portal' });
  await at('2025-04-15');
  await one.now();
  return one;
};

const exited = later((at) => building(at, { offer: { worksBeforeFullPayment: true } }), '2025-05-20', [
  'customer',
  'contract.withdrawn',
  { form: 'portal' },
]);

export const MONEY_WHO = {
  'payment.received': 'finance',
  'ending.held': 'finance service',
  'hold.released': 'finance service',
  'debt.warned': 'finance',
  'debt.handed-over': 'finance',
  'project.joined': 'engineer',
  'refund.decided': 'finance',
  'refund.paid': 'finance',
} as const satisfies WhoMay;

export const MONEY_ROWS: readonly ActRow[] = [
  {
    type: 'payment.received',
    as: 'finance',
    begin: offered,
    fields: {},
    wrong: { fields: { amount: 'daudz' }, at: 'amount' },
  },
  {
    type: 'ending.held',
    as: 'service',
    begin: later((at) => signed(at), '2025-04-09'),
    fields: HOLD,
    wrong: { fields: { reasons: '' }, at: 'reasons' },
  },
  {
    type: 'hold.released',
    as: 'service',
    begin: later((at) => signed(at), '2025-04-09', ['finance', 'ending.held', HOLD]),
    fields: { reasons: 'Samaksāts.' },
    wrong: { fields: { reasons: '' }, at: 'reasons' },
  },
  {
    type: 'debt.warned',
    as: 'finance',
    begin: later(overdueDebt, '2025-01-20'),
    fields: { channel: 'portal' },
    wrong: { fields: { channel: '' }, at: 'channel' },
    second: 'finance2',
  },
  {
    type: 'debt.handed-over',
    as: 'finance',
    begin: warnedDebt,
    fields: { provider: 'SIA Piedziņa' },
    wrong: { fields: { provider: TOO_LONG }, at: 'provider' },
    second: 'finance2',
  },
  {
    type: 'project.joined',
    as: 'engineer',
    begin: (at) => signed(at, { offer: { paymentDueOn: '2025-06-02', worksBeforeFullPayment: true } }),
    fields: { projectId: 'KP-77', shareNet: '5 000,00' },
    wrong: { fields: { projectId: 'KP-77', shareNet: '' }, at: 'shareNet' },
  },
  {
    type: 'refund.decided',
    as: 'finance',
    begin: exited,
    fields: { refund: '5000,00', retained: '1050', reasons: 'Projektēšanas izdevumi.' },
    wrong: { fields: { reasons: '' }, at: 'reasons' },
  },
  {
    type: 'refund.paid',
    as: 'finance',
    begin: later(
      (at) =>
        offered(at, {
          on: '2025-05-01',
          offerOn: '2025-05-02',
          offer: { paymentDueOn: '2025-06-30' },
          as: 'company',
          customer: COMPANY,
        }),
      '2025-05-06',
      ['finance', 'payment.received', payment('2025-05-06')],
      ['company', 'contract.withdrawn', { form: 'portal' }],
    ),
    fields: {},
    second: 'finance2',
    wrong: { fields: { amount: '0' }, at: 'amount' },
  },
];
