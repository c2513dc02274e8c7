import type { ActType } from '../../../../src/portal/cases/acts/catalogue.ts';
import {
  apply,
  BY_CUSTOMER,
  building,
  COMPANY,
  completed,
  offered,
  payment,
  READY,
  SIMPLE_ROUTE,
  signed,
} from '../../../journeys/builders.ts';
import type { Case, Teller } from '../../../journeys/story.ts';

/** For every act of the catalogue: a case in which it is possible, who does it, what the form is filled with, what is wrong
 *  in it at first, and which second person decides where one must. Fields that are not named keep what the form shows. */
export interface ActRow {
  readonly type: ActType;
  readonly as: string;
  readonly begin: (at: Teller) => Promise<Case>;
  readonly fields: Readonly<Record<string, string>>;
  readonly wrong: { readonly fields: Readonly<Record<string, string>>; readonly at: string };
  readonly second?: string;
  /** What the page before the act tells. */
  readonly tells?: string;
  /** What the history keeps of it. */
  readonly records?: Readonly<Record<string, unknown>>;
  /** What the law refuses although every field is filled in, and under which clause. */
  readonly refused?: { readonly fields: Readonly<Record<string, string>>; readonly clause: string };
}

const TOO_LONG = 'x'.repeat(6000);
const HOLD = { reasons: 'Banka apstiprina maksājumu.' };
const OBJECTION = { reasons: 'Attālums ir īsāks.' };
const STORM = { startedOn: '2025-06-01', event: 'Vētra', likelyEndOn: '2025-06-20' };
const FLAWS = { reason: 'design-flaws', from: '2025-06-01', remedyBy: '2025-06-30', flaws: ['kabelis'] };
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

const routed =
  (needs: object) =>
  async (at: Teller): Promise<Case> => {
    const one = await apply(at);
    await one.by('engineer', 'application.routed', { ...SIMPLE_ROUTE, ...needs });
    return one;
  };

/** Goes on with a case on a later day. */
const then =
  (
    begin: (at: Teller) => Promise<Case>,
    on: string,
    ...acts: readonly (readonly [string, string, object])[]
  ) =>
  async (at: Teller): Promise<Case> => {
    const one = await begin(at);
    await at(on);
    await one.now();
    for (const [who, type, data] of acts) await one.by(who, type, data as Record<string, unknown>);
    return one;
  };

const overdueDebt = (at: Teller): Promise<Case> =>
  then(
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
  const one = await then(overdueDebt, '2025-01-20')(at);
  await one.approved('finance', 'finance2', 'debt.warned', { channel: 'portal' });
  await at('2025-04-15');
  await one.now();
  return one;
};

const ready = then(completed, '2025-08-20', ['customer', 'readiness.confirmed', READY]);

const exited = then((at) => building(at, { offer: { worksBeforeFullPayment: true } }), '2025-05-20', [
  'customer',
  'contract.withdrawn',
  { form: 'portal' },
]);

export const ROWS: readonly ActRow[] = [
  {
    type: 'application.returned',
    as: 'engineer',
    begin: apply,
    fields: { missing: 'Zemes gabala plāns\r\nPilnvara' },
    wrong: { fields: { missing: ' ' }, at: 'missing' },
  },
  {
    type: 'application.completed',
    as: 'customer',
    begin: then(apply, '2025-03-02', ['engineer', 'application.returned', { missing: ['Plāns'] }]),
    fields: { documents: 'Plāns', 'customer.phone': '+371 20000001' },
    wrong: { fields: { 'customer.email': 'nav' }, at: 'customer.email' },
  },
  {
    type: 'application.routed',
    as: 'engineer',
    begin: apply,
    fields: { designNeeded: 'yes', designBy: 'customer' },
    wrong: { fields: { designNeeded: 'yes' }, at: 'designBy' },
  },
  {
    type: 'design.received',
    as: 'engineer',
    begin: routed({ designNeeded: true, designBy: 'customer' }),
    fields: { designId: 'BP-2025-7' },
    wrong: { fields: { on: '31.02.2025' }, at: 'on' },
  },
  {
    type: 'contractor.determined',
    as: 'engineer',
    begin: routed({ contractorNeeded: true, contractorChosenBy: 'operator' }),
    fields: { chosenBy: 'operator', name: 'SIA Būve' },
    wrong: { fields: { on: 'rīt' }, at: 'on' },
  },
  {
    type: 'customer.identified',
    as: 'service',
    begin: (at) => apply(at, { as: 'service' }),
    fields: { method: 'in-person', documentId: 'PA1234567' },
    wrong: { fields: { documentId: TOO_LONG }, at: 'method' },
  },
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
    type: 'offer.revised',
    as: 'engineer',
    begin: then(offered, '2025-03-12', ['customer', 'offer.objected', OBJECTION]),
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
    begin: then(offered, '2025-03-12', ['customer', 'offer.objected', OBJECTION]),
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
    begin: then(offered, '2025-03-12', ['customer', 'contract.signed', BY_CUSTOMER]),
    fields: {},
    wrong: { fields: { signedAt: '32.03.2025' }, at: 'signedAt' },
  },
  {
    type: 'payment.received',
    as: 'finance',
    begin: offered,
    fields: {},
    wrong: { fields: { amount: 'daudz' }, at: 'amount' },
  },
  {
    type: 'annulment.warned',
    as: 'service',
    begin: then((at) => offered(at, BY_HAND), '2026-02-10'),
    fields: { channel: 'portal' },
    wrong: { fields: { channel: 'balodis' }, at: 'channel' },
  },
  {
    type: 'application.annulled',
    as: 'service',
    begin: async (at) => {
      const one = await then((teller) => offered(teller, BY_HAND), '2026-02-10', [
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
    begin: then(offered, '2025-04-15'),
    fields: HOLD,
    wrong: { fields: { reasons: '' }, at: 'reasons' },
  },
  {
    type: 'ending.held',
    as: 'service',
    begin: then((at) => signed(at), '2025-04-09'),
    fields: HOLD,
    wrong: { fields: { reasons: '' }, at: 'reasons' },
  },
  {
    type: 'hold.released',
    as: 'service',
    begin: then((at) => signed(at), '2025-04-09', ['finance', 'ending.held', HOLD]),
    fields: { reasons: 'Samaksāts.' },
    wrong: { fields: { reasons: '' }, at: 'reasons' },
  },
  {
    type: 'application.reinstated',
    as: 'customer',
    begin: then(offered, '2025-04-25'),
    fields: { agreement: 'Turpinām pēc 11.4. punkta.' },
    wrong: { fields: { agreement: '' }, at: 'agreement' },
  },
  {
    type: 'application.withdrawn',
    as: 'customer',
    begin: offered,
    fields: { reasons: 'Nebūvēšu.' },
    wrong: { fields: { reasons: TOO_LONG }, at: 'reasons' },
  },
  {
    type: 'contract.withdrawn',
    as: 'customer',
    begin: signed,
    fields: { form: 'portal' },
    wrong: { fields: { dispatchedOn: 'nesen' }, at: 'dispatchedOn' },
  },
  {
    type: 'works.started',
    as: 'engineer',
    begin: then(signed, '2025-04-01', ['finance', 'payment.received', payment('2025-03-14')]),
    fields: {},
    wrong: { fields: { on: '' }, at: 'on' },
  },
  {
    type: 'works.completed',
    as: 'engineer',
    begin: then(building, '2025-08-10'),
    fields: {},
    wrong: { fields: { on: '10/13/2025' }, at: 'on' },
    refused: { fields: { on: '31.03.2025.' }, clause: 'Līguma II daļas' },
  },
  {
    type: 'works.suspended',
    as: 'engineer',
    begin: then(building, '2025-06-01'),
    fields: { reason: 'design-flaws', remedyBy: '30.06.2025.', flaws: 'kabelis šķērso gāzesvadu' },
    wrong: { fields: { reason: 'design-flaws', flaws: 'kabelis' }, at: 'remedyBy' },
  },
  {
    type: 'works.resumed',
    as: 'engineer',
    begin: then(building, '2025-06-01', ['engineer', 'works.suspended', FLAWS]),
    fields: {},
    wrong: { fields: { on: 'drīz' }, at: 'on' },
  },
  {
    type: 'force-majeure.notified',
    as: 'engineer',
    begin: then(building, '2025-06-05'),
    fields: { startedOn: '01.06.2025.', event: 'Vētra', likelyEndOn: '20.06.2025.' },
    wrong: { fields: { event: '' }, at: 'event' },
  },
  {
    type: 'force-majeure.ended',
    as: 'customer',
    begin: then(building, '2025-06-05', ['engineer', 'force-majeure.notified', STORM]),
    fields: {},
    wrong: { fields: { on: '' }, at: 'on' },
  },
  {
    type: 'readiness.confirmed',
    as: 'customer',
    begin: then(completed, '2025-08-20'),
    fields: { installationsBuilt: 'yes', preparedForVoltage: 'yes' },
    wrong: { fields: { installationsBuilt: 'yes' }, at: 'preparedForVoltage' },
  },
  {
    type: 'readiness.disproved',
    as: 'engineer',
    begin: ready,
    fields: { findings: 'Nav ievadaizsardzības aparāta.' },
    wrong: { fields: { findings: '' }, at: 'findings' },
  },
  {
    type: 'term.extended',
    as: 'customer',
    begin: then(building, '2025-06-01'),
    fields: { termOn: '30.11.2025.' },
    wrong: { fields: { termOn: '' }, at: 'termOn' },
  },
  {
    type: 'usage.agreed',
    as: 'service',
    begin: then(completed, '2025-10-05'),
    fields: { agreement: 'Lieto sistēmas pakalpojumu līdz gatavībai.' },
    wrong: { fields: { agreement: '' }, at: 'agreement' },
  },
  {
    type: 'contract.amended',
    as: 'customer',
    begin: then(building, '2025-06-01'),
    fields: { agreement: 'Jauns termiņš.', termOn: '15.12.2025.' },
    wrong: { fields: { agreement: '', termOn: '15.12.2025.' }, at: 'agreement' },
  },
  {
    type: 'contract.amended',
    as: 'engineer',
    begin: then(signed, '2025-03-20'),
    fields: {
      agreement: 'Lielāka jauda, jauna cena.',
      'quote.connection.ampere': '25',
      'quote.connection.volt': '400',
      'quote.connection.distanceM': '20',
      'quote.connection.planReference': 'tīkla shēma 1:500',
      'quote.loadUnitPrice': '100',
    },
    wrong: {
      fields: {
        agreement: 'Jauna cena.',
        'quote.connection.ampere': 'daudz',
        'quote.connection.volt': '400',
      },
      at: 'quote.connection.ampere',
    },
    tells: '1512,50 EUR',
    records: { quote: { loadUnitPrice: '100.00' } },
  },
  {
    type: 'connection.made',
    as: 'engineer',
    begin: ready,
    fields: { meter: '12345678' },
    wrong: { fields: { on: '' }, at: 'on' },
  },
  {
    type: 'owner.changed',
    as: 'customer',
    begin: then(building, '2025-06-01'),
    fields: { on: '30.05.2025.', newOwner: 'Jānis Bērziņš' },
    wrong: { fields: { on: '30.05.2025.', newOwner: '' }, at: 'newOwner' },
  },
  {
    type: 'contract.terminated',
    as: 'service',
    begin: then(building, '2025-06-01'),
    fields: { reason: 'misled', facts: 'Zemesgrāmatā cits īpašnieks.', reasons: '14.3.1. punkts' },
    wrong: { fields: { facts: 'x', reasons: 'x' }, at: 'reason' },
    second: 'service2',
  },
  {
    type: 'termination.agreed',
    as: 'customer',
    begin: then(building, '2025-06-01'),
    fields: { agreement: 'Izbeidzam, vienojoties.' },
    wrong: { fields: { agreement: '' }, at: 'agreement' },
  },
  {
    type: 'debt.warned',
    as: 'finance',
    begin: then(overdueDebt, '2025-01-20'),
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
    type: 'details.changed',
    as: 'customer',
    begin: building,
    fields: { phone: '+371 20000002' },
    wrong: { fields: { email: 'nav adrese' }, at: 'email' },
  },
  {
    type: 'authority.filed',
    as: 'customer',
    begin: building,
    fields: { agent: 'company', scope: 'readiness.confirmed' },
    wrong: { fields: { agent: 'company', scope: '' }, at: 'scope' },
  },
  {
    type: 'authority.revoked',
    as: 'customer',
    begin: then(building, '2025-04-10', [
      'customer',
      'authority.filed',
      { agent: 'company', scope: ['all'], from: '2025-04-10' },
    ]),
    fields: { agent: 'company' },
    wrong: { fields: { receivedAt: 'šodien' }, at: 'receivedAt' },
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
    begin: then(
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
    wrong: { fields: { amount: '0' }, at: 'amount' },
  },
  {
    type: 'old-supply.cut',
    as: 'engineer',
    begin: then(
      (at) => completed(at, { connection: { replacesOldInstallation: true } }),
      '2025-08-20',
      ['customer', 'readiness.confirmed', READY],
      ['engineer', 'connection.made', { on: '2025-08-20', loadSwitched: true }],
    ),
    fields: {},
    wrong: { fields: { on: '' }, at: 'on' },
    refused: { fields: { on: '19.08.2025.' }, clause: 'Līguma II daļas 4.2. punkts' },
  },
  {
    type: 'complaint.filed',
    as: 'customer',
    begin: offered,
    fields: { text: 'Kāpēc tik dārgi?' },
    wrong: { fields: { text: '' }, at: 'text' },
  },
  {
    type: 'complaint.answered',
    as: 'service',
    begin: then(offered, '2025-03-12', ['customer', 'complaint.filed', { text: 'Kāpēc tik dārgi?' }]),
    fields: { text: 'Maksa ir pēc lēmuma 1/8.' },
    wrong: { fields: { text: '' }, at: 'text' },
  },
];
