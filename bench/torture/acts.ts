import type { User } from './ask.ts';
import type { Random } from './random.ts';

/** What people do in their cases: one act by its event, with whom it takes and what they say. */

export interface CaseView {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly regions: { readonly works: string; readonly payment: string } | null;
  readonly actions: readonly { readonly type: string }[];
  readonly dates: Readonly<Record<string, string | null>>;
  readonly money: Readonly<Record<'customerShareGross' | 'received' | 'outstanding' | 'refundDue', string>>;
}

interface Given {
  readonly view: CaseView;
  readonly today: Temporal.PlainDate;
  readonly random: Random;
  /** Words that no other request has, by which this one is found again. */
  readonly mark: string;
}

export interface Act {
  readonly type: string;
  /** How likely it is taken where it is possible, beside the others. */
  readonly weight: number;
  readonly by: (given: Given) => User;
  readonly data: (given: Given) => object | null;
  /** Who consents, where it takes a second person. */
  readonly second?: User;
}

const QUOTE = {
  regime: 'auto',
  connection: { ampere: '25', volt: '400', distanceM: '20', customerChoseContractor: false },
  costs: { loadUnit: '10000.00' },
  operatorOrganisesDesign: false,
  supplyInterruptedOrLoadReduced: false,
};

const offer = ({ today, random, mark }: Given) => ({
  quote: { ...QUOTE, costs: { loadUnit: `${random.whole(4_000, 16_000)}.${random.whole(10, 99)}` } },
  termOn: today.add({ days: random.whole(60, 200) }).toString(),
  paymentDueOn: today.add({ days: random.whole(30, 45) }).toString(),
  channel: random.weighted(['email', 'portal', 'post'], (channel) => (channel === 'email' ? 6 : 2)),
  ownershipBoundary: `Uzskaites sadalne ${mark}`,
  ...(random.chance(0.4) ? { worksInWithdrawalPeriod: true } : {}),
});

const CENTS = 100;

/** All of it, or a part to the cent. */
function payment({ view, today, random, mark }: Given): object | null {
  const outstanding = Math.round(Number(view.money.outstanding) * CENTS);
  if (outstanding <= 0) return null;
  const cents = random.chance(0.5) ? outstanding : random.whole(1, outstanding);
  return {
    amount: (cents / CENTS).toFixed(2),
    receivedOn: today.toString(),
    reference: mark,
    account: 'main',
  };
}

const refundable = ({ view }: Given): string | null =>
  Number(view.money.received) > 0 ? view.money.received : null;

const act = (type: string, weight: number, by: User | Act['by'], data: Act['data'], second?: User): Act => ({
  type,
  weight,
  by: typeof by === 'string' ? () => by : by,
  data,
  ...(second ? { second } : {}),
});

const onToday = ({ today }: Given) => ({ on: today.toString() });
const withReasons = ({ mark }: Given) => ({ reasons: `Pamatojums ${mark}` });

export const ACTS: readonly Act[] = [
  act('application.routed', 60, 'engineer', () => ({ designNeeded: false, contractorNeeded: false })),
  act('offer.issued', 60, 'engineer', offer),
  act('offer.objected', 6, 'customer', withReasons),
  act('objection.rejected', 20, 'engineer', withReasons),
  act('offer.revised', 10, 'engineer', offer),
  act(
    'contract.signed',
    24,
    ({ random }) => random.pick(['customer', 'engineer'] as const),
    () => null,
  ),
  act('payment.received', 24, 'finance', payment),
  act('annulment.held', 2, 'service', withReasons),
  act('ending.held', 2, 'finance', withReasons),
  act('hold.released', 10, 'service', withReasons),
  act('application.withdrawn', 1, 'customer', withReasons),
  act('contract.withdrawn', 1, 'customer', () => ({ form: 'portal' })),
  act('works.started', 30, 'engineer', onToday),
  act('works.suspended', 4, 'engineer', ({ today, mark }) => ({
    reason: 'adverse-conditions',
    conditions: `Sals ${mark}`,
    from: today.toString(),
    likelyEndOn: today.add({ days: 10 }).toString(),
  })),
  act('works.resumed', 20, 'engineer', ({ today }) => ({
    reason: 'adverse-conditions',
    on: today.toString(),
  })),
  act('works.completed', 12, 'engineer', ({ today, random }) => ({
    on: today.toString(),
    channel: random.pick(['email', 'portal'] as const),
  })),
  act('force-majeure.notified', 1, 'engineer', ({ today, mark }) => ({
    startedOn: today.toString(),
    event: `Vētra ${mark}`,
    likelyEndOn: today.add({ days: 20 }).toString(),
  })),
  act('force-majeure.ended', 10, 'engineer', onToday),
  act('readiness.confirmed', 16, 'customer', () => ({ installationsBuilt: true, preparedForVoltage: true })),
  act('readiness.disproved', 2, 'engineer', ({ mark }) => ({ findings: `Akts ${mark}` })),
  act('connection.made', 20, 'engineer', onToday),
  act('complaint.filed', 3, 'customer', ({ mark }) => ({ text: `Sūdzība ${mark}` })),
  act('complaint.answered', 12, 'service', ({ mark }) => ({ text: `Atbilde ${mark}` })),
  act('details.changed', 3, 'customer', ({ mark }) => ({ email: `${mark}@piemers.example` })),
  act('refund.decided', 20, 'finance', (given) => {
    const refund = refundable(given);
    return refund === null ? null : { refund, retained: '0.00', reasons: `Lēmums ${given.mark}` };
  }),
  act(
    'refund.paid',
    20,
    'finance',
    ({ view, today }) =>
      Number(view.money.refundDue) > 0 ? { on: today.toString(), amount: view.money.refundDue } : null,
    'finance2',
  ),
  act(
    'debt.warned',
    16,
    'finance',
    ({ random }) => ({ channel: random.pick(['email', 'portal'] as const) }),
    'finance2',
  ),
  act(
    'contract.terminated',
    1,
    'service',
    ({ mark }) => ({ reason: 'misled', facts: `Akts ${mark}`, reasons: 'II.14.3.1' }),
    'service2',
  ),
];

/** Signing names the party that signs. */
export function dataOf(chosen: Act, by: User, given: Given): object | null {
  if (chosen.type !== 'contract.signed') return chosen.data(given);
  return { party: by === 'customer' ? 'customer' : 'operator', form: 'portal' };
}

export const application = (mark: string, random: Random): object => ({
  customer: {
    kind: 'natural',
    name: 'Anna Ozoliņa',
    email: `${mark}@piemers.example`,
    postalAddress: 'Brīvības iela 1–5, Rīga, LV-1010',
    household: true,
  },
  object: { address: `Liepu iela ${mark}, Sigulda` },
  connection: {
    phases: 3,
    ampere: random.pick(['16', '20', '25']),
    volt: '400',
    generationKw: '0',
    temporary: false,
    replacesOldInstallation: false,
  },
  purpose: 'new',
});
