import { outstanding, shareGross } from '../../../workflows/derived.ts';
import type { EventInput, EventType } from '../../../workflows/events.ts';
import type { Facts } from '../../../workflows/facts.ts';
import {
  DATA_ANSWERS,
  DATA_RIGHTS,
  type DataRight,
  SUSPENSION_REASONS,
  TERMINATION_REASONS,
} from '../../../workflows/vocabulary.ts';
import { anApplication, costing, factsOf, type Story, todayOf } from '../../builders/index.ts';
import type { Dice } from './dice.ts';

/** Payloads as people send them: mostly such as can be, now and then with a day or an amount that cannot. */

const CHANNELS = ['portal', 'email', 'post', 'hand'] as const;

/** Something to send for every act: what is missing here the walk would never take. The clock alone passes a deadline. */
type Payloads = { readonly [Type in Exclude<EventType, 'deadline.passed'>]: () => EventInput<Type> } & {
  readonly 'deadline.passed'?: never;
};

/** The rights of which a request waits for its answer; any, where none does. */
function openRights({ dataRequests = {} }: Facts): readonly DataRight[] {
  const open = DATA_RIGHTS.filter((right) => dataRequests[right]?.answeredOn === null);
  return open.length > 0 ? open : DATA_RIGHTS;
}

export function payloads(story: Story, throws: Dice): Payloads {
  const today = Temporal.PlainDate.from(todayOf(story));
  const facts = factsOf(story);
  const around = (earlier: number, later: number) =>
    today.add({ days: throws.below(earlier + later + 1) - earlier }).toString();
  const now = () => (throws.chance(70) ? today.toString() : around(20, 3));
  const ahead = (most: number) => (throws.chance(92) ? around(0, most) : around(30, 0));
  const channel = () => throws.oneOf(CHANNELS);
  const words = () => throws.oneOf(['because', 'as recorded', 'the contractor is late']);
  const askedFor = () => throws.oneOf(throws.chance(85) ? openRights(facts) : DATA_RIGHTS);
  const cents = (most: number) => (throws.below(Math.max(1, most * 100)) / 100 + 0.01).toFixed(2);

  const application = () =>
    anApplication({
      customer: { kind: throws.oneOf(['natural', 'legal', 'operator']), household: throws.chance(50) },
      connection: { temporary: throws.chance(3), replacesOldInstallation: throws.chance(30) },
    });
  const amount = () => {
    const owed = outstanding(factsOf(story));
    if (owed.isZero() || throws.chance(30)) return cents(Number(shareGross(facts)) || 100);
    return owed.toFixed(2);
  };
  const offer = (): EventInput<'offer.issued'> => ({
    quote: throws.oneOf(PRICES),
    termOn: ahead(400),
    paymentDueOn: ahead(60),
    channel: channel(),
    ownershipBoundary: 'at the boundary',
    ...(throws.chance(30) ? { advanceGross: throws.oneOf(['0.00', '500.00', '3025.00', '99999.00']) } : {}),
    worksBeforeFullPayment: throws.chance(40),
    worksInWithdrawalPeriod: throws.chance(50),
    ...(throws.chance(15)
      ? { partOne: { objectionDays: { value: throws.oneOf([10, 30, 45]), reason: 'agreed' } } }
      : {}),
  });
  const suspension = (): EventInput<'works.suspended'> => {
    const reason = throws.oneOf(SUSPENSION_REASONS);
    if (reason === 'adverse-conditions')
      return { reason, from: around(9, 0), likelyEndOn: ahead(30), conditions: 'frost' };
    if (reason === 'digging-ban') return { reason, from: now(), municipality: 'Ādaži', regulation: 'Nr. 5' };
    const remedyBy = ahead(40);
    return reason === 'design-flaws'
      ? { reason, from: now(), remedyBy, flaws: 'a gas main' }
      : {
          reason,
          from: now(),
          remedyBy,
          works: 'a fence',
          ...(throws.chance(50) ? { source: throws.oneOf(['TR', 'TP']) } : {}),
        };
  };

  return {
    'application.drafted': application,
    'application.submitted': application,
    'application.returned': () => ({ missing: ['a power of attorney'] }),
    'application.completed': () => ({ documents: ['a power of attorney'] }),
    'application.routed': () => ({
      designNeeded: throws.chance(30),
      contractorNeeded: throws.chance(30),
      designBy: throws.oneOf(['customer', 'operator']),
      contractorChosenBy: throws.oneOf(['customer', 'operator']),
      ...(throws.chance(30) ? { requirementsNumber: 'TP-1', requirementsValidUntil: around(1, 300) } : {}),
      ...(throws.chance(30) ? { connectionPoint: 'pole 14', ownershipBoundary: 'the cabinet' } : {}),
    }),
    'design.received': () => ({ on: now() }),
    'contractor.determined': () => ({ on: now(), chosenBy: throws.oneOf(['customer', 'operator']) }),
    'customer.identified': () => ({
      method: throws.oneOf(['portal-eid', 'in-person', 'phone', 'portal-password']),
    }),
    'offer.issued': offer,
    'offer.revised': offer,
    'offer.objected': () => ({ reasons: words() }),
    'objection.rejected': () => ({ reasons: words() }),
    'contract.signed': () => ({
      party: throws.oneOf(['customer', 'operator']),
      form: throws.oneOf(['portal', 'handwritten-identifiable', 'esign-timestamped']),
      timestamped: throws.chance(80),
      ...(throws.chance(30) ? { signedAt: `${around(8, 1)}T21:30:00Z` } : {}),
    }),
    'payment.received': () => ({
      amount: amount(),
      receivedOn: now(),
      account: throws.chance(92) ? 'main' : 'old',
      ...(throws.chance(15) ? { payer: 'Somebody Else' } : {}),
    }),
    'annulment.warned': () => (throws.chance(50) ? { channel: channel() } : {}),
    'application.annulled': () => ({ reasons: words() }),
    'annulment.held': () => ({ reasons: words() }),
    'ending.held': () => ({ reasons: words() }),
    'hold.released': () => ({ reasons: words() }),
    'application.reinstated': () => ({ agreement: 'both agree' }),
    'application.withdrawn': () => ({}),
    'contract.withdrawn': () => ({
      form: throws.oneOf(['portal', 'paper']),
      ...(throws.chance(40) ? { dispatchedOn: around(20, 1) } : {}),
    }),
    'works.started': () => ({ on: now() }),
    'works.completed': () => ({ on: now(), channel: channel() }),
    'works.suspended': suspension,
    'works.resumed': () => ({ reason: throws.oneOf(SUSPENSION_REASONS), on: now() }),
    'force-majeure.notified': () => ({
      startedOn: around(8, 1),
      event: throws.chance(90) ? 'a storm' : 'the contractor is late',
      likelyEndOn: ahead(60),
    }),
    'force-majeure.ended': () => ({ on: now() }),
    'readiness.confirmed': () => ({
      installationsBuilt: throws.chance(95),
      preparedForVoltage: throws.chance(95),
      ...(throws.chance(40) ? { on: now() } : {}),
      tradingContract: throws.chance(50),
    }),
    'readiness.disproved': () => ({ findings: words() }),
    'term.extended': () => ({ termOn: ahead(200) }),
    'usage.agreed': () => ({
      agreement: 'until ready',
      ...(throws.chance(40) ? { termOn: ahead(300) } : {}),
    }),
    'contract.amended': () => ({
      agreement: 'as agreed',
      ...(throws.chance(40) ? { termOn: ahead(300) } : {}),
      ...(throws.chance(30) ? { quote: throws.oneOf(PRICES) } : {}),
      ...(throws.chance(40) ? { paymentDueOn: ahead(60) } : {}),
    }),
    'connection.made': () => ({
      on: now(),
      ...(throws.chance(50) ? { loadSwitched: throws.chance(60) } : {}),
    }),
    'owner.changed': () => ({
      on: now(),
      newOwner: throws.chance(50) ? 'Jānis Bērzs' : { name: 'SIA Bērzs', kind: 'legal' },
    }),
    'contract.terminated': () => ({
      reason: throws.oneOf(TERMINATION_REASONS),
      facts: words(),
      reasons: words(),
    }),
    'termination.agreed': () => ({ agreement: 'both agree' }),
    'debt.warned': () => ({ channel: channel() }),
    'debt.handed-over': () => ({}),
    'details.changed': () => ({ email: 'new@example.lv' }),
    'authority.filed': () => ({ agent: 'company', scope: 'all', from: today.toString() }),
    'authority.revoked': () => ({ receivedAt: today.toString() }),
    'project.joined': () => ({ projectId: 'P-1', shareNet: '5000.00' }),
    'refund.decided': () => {
      const received = facts.receipts
        .filter((one) => one.counts)
        .reduce((sum, one) => sum + Number(one.amount), 0);
      const refund = throws.chance(85) ? (received * throws.below(101)) / 100 : received + 10;
      return {
        refund: refund.toFixed(2),
        retained: Math.max(0, received - Number(refund.toFixed(2))).toFixed(2),
        reasons: words(),
      };
    },
    'refund.paid': () => ({ on: now(), amount: cents(7000) }),
    'notice.failed': () => ({ noticeId: 'x', reason: 'no such mailbox' }),
    'notice.dispatched': () => ({ noticeId: 'x', on: now() }),
    'old-supply.cut': () => ({ on: now() }),
    'complaint.filed': () => ({ text: words() }),
    'complaint.answered': () => ({ text: words(), ...(throws.chance(40) ? { extraChecks: true } : {}) }),
    'data-request.filed': () => ({ right: throws.oneOf(DATA_RIGHTS), text: words() }),
    'data-request.prolonged': () => ({ right: askedFor(), reasons: words() }),
    'data-request.answered': () => {
      const outcome = throws.oneOf(DATA_ANSWERS);
      const reasons = outcome !== 'granted' || throws.chance(50) ? { reasons: words() } : {};
      return { right: askedFor(), outcome, text: words(), ...reasons };
    },
    'disclosure.notified': () => ({
      discoveredOn: now(),
      happened: words(),
      data: ['name'],
      measures: words(),
    }),
  };
}

const PRICES = [
  costing('5000.00'),
  costing('4000.00'),
  costing('6000.00'),
  costing('5000.00', {
    connection: { ampere: '160', volt: '400', distanceM: '20' },
    deferral: {
      months: 12,
      annualRate: '0.05',
      guaranteesProvided: true,
      termsInContract: true,
      monthsFromSystemServiceContract: 12,
    },
  }),
  costing('5000.00', {
    connection: { ampere: '160', volt: '400', distanceM: '20' },
    deferral: {
      months: 72,
      annualRate: '0.05',
      guaranteesProvided: true,
      termsInContract: true,
      monthsFromSystemServiceContract: 12,
    },
  }),
] as const;
