import type { CaseRow } from '../../../db/rows.ts';
import { awaitsOf } from '../../../workflows/awaits.ts';
import { type Deadline, deadlinesOf, isOverdue } from '../../../workflows/deadlines/index.ts';
import {
  dayReached,
  moneyOf,
  shareGross,
  shareIsPaid,
  suspendedDays,
  termLastDay,
} from '../../../workflows/derived.ts';
import type { Facts } from '../../../workflows/facts.ts';
import { identificationOf, levelOfMethod } from '../../../workflows/identification.ts';
import type { Role } from '../../../workflows/roles.ts';
import { type CaseState, possibleActs, situationOf } from '../../../workflows/step.ts';
import { day, dayOf, laterOf } from '../../law/days.ts';
import { type QuoteAnswer, quoteAnswer } from '../../law/fees/answer.ts';
import { type Quote, recompute } from '../../law/fees/quote.ts';
import type { LawBook } from '../../law/law-book.ts';
import type { Language } from '../../law/words.ts';
import type { Moment } from '../happened.ts';
import type { CaseView, DeadlineView } from './shown.ts';

/** What is shown of a case, and to whom. */

/** Worked out when somebody looks, and then once: a list shows little of each case, and what costs most least of all. */
function once<Value>(of: () => Value): () => Value {
  let known: { readonly value: Value } | undefined;
  return () => {
    known ??= { value: of() };
    return known.value;
  };
}

const MOST_FEES = 2_000;
const fees = new Map<string, QuoteAnswer>();

/** The fee of an offer put into words. It follows from what was kept with the offer alone, and the same offers are looked
 *  at again and again. */
function feeOf({ request, pinned }: Pick<Quote, 'request' | 'pinned'>, language: Language): QuoteAnswer {
  const key = `${language} ${JSON.stringify([request, pinned])}`;
  let fee = fees.get(key);
  if (!fee) {
    fee = quoteAnswer(recompute({ request, pinned }), language);
    if (fees.size >= MOST_FEES) fees.clear();
    fees.set(key, fee);
  }
  return fee;
}

const deadlineView = (deadline: Deadline, facts: Facts, language: Language): DeadlineView => ({
  name: deadline.name,
  lastDay: deadline.lastDay?.toString() ?? null,
  earliestDay: deadline.earliestDay?.toString() ?? null,
  awaits: deadline.awaits,
  clause: deadline.clause,
  state: deadline.state,
  because: deadline.because()[language],
  ...(isOverdue(deadline, facts) ? { overdue: true } : {}),
  used: deadline.used(),
});

/** II.14.6.2: the share is paid and readiness is confirmed; the later of both days. */
function customerFulfilledOn(facts: Facts): string | null {
  if (!facts.readiness || !shareIsPaid(facts)) return null;
  const paidOn = dayReached(facts, shareGross(facts));
  const ready = day(facts.readiness.on);
  return (paidOn ? laterOf(paidOn, ready) : ready).toString();
}

const datesOf = (facts: Facts, law: LawBook) => ({
  receivedOn: facts.receivedOn,
  offerIssuedOn: facts.offer?.issuedOn ?? null,
  inForceOn: facts.inForceOn,
  termOn: termLastDay(facts, law)?.toString() ?? facts.offer?.termOn ?? null,
  worksStartedOn: facts.worksStartedOn,
  completedOn: facts.completedOn,
  readinessOn: facts.readiness?.on ?? null,
  connectedOn: facts.connected?.on ?? null,
  operatorFulfilledOn: facts.inForceOn ? facts.completedOn : null,
  customerFulfilledOn: facts.inForceOn ? customerFulfilledOn(facts) : null,
  endedOn: facts.ending?.on ?? null,
});

/** What each role needs to know of the person (readings.md#rights, II.8.1): service and the customer everything, the
 *  engineer the technical part, finance the payer; data protection and administrators nothing. */
function applicationFor(facts: Facts, roles: readonly Role[]): unknown {
  const { customer, ...technical } = facts.application;
  if (roles.includes('customer') || roles.includes('service')) return facts.application;
  if (roles.includes('engineer'))
    return { ...technical, customer: customer && { kind: customer.kind, name: customer.name } };
  if (roles.includes('finance'))
    return { object: technical.object, customer: customer && { kind: customer.kind, name: customer.name } };
  return null;
}

/** How the party that the case states is identified (II.5.1, II.5.4); null: it is not, or somebody else was. */
const identifiedAs = (facts: Facts) => {
  const identification = identificationOf(facts);
  return (
    identification && {
      level: levelOfMethod(identification.method),
      method: identification.method,
      on: identification.on,
    }
  );
};

const offerOf = (facts: Facts) =>
  facts.offer && {
    issuedOn: facts.offer.issuedOn,
    channel: facts.offer.channel,
    deemedReceivedOn: facts.offer.deemedReceivedOn,
    termOn: facts.offer.termOn,
    paymentDueOn: facts.paymentDueOn ?? facts.offer.paymentDueOn,
    advanceGross: facts.offer.advanceGross,
    ownershipBoundary: facts.offer.ownershipBoundary,
    worksBeforeFullPayment: facts.offer.worksBeforeFullPayment,
    partOne: facts.offer.partOne,
    revised: facts.offer.revised,
  };

export interface Shown {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly state: CaseState;
  /** Where somebody has just worked them out. */
  readonly deadlines?: readonly Deadline[];
}

export const shownRow = (row: CaseRow): Shown => ({
  id: row.id,
  number: row.number,
  version: row.version,
  state: row.snapshot as CaseState,
});

export function caseView(
  { id, number, version, state, deadlines }: Shown,
  { at, law }: Moment,
  roles: readonly Role[],
  language: Language,
): CaseView {
  const situation = situationOf(state);
  const { facts } = state;
  const actions = once(() => {
    const now = { today: dayOf(at, law.operator.timeZone).toString(), at: at.toString(), law };
    return possibleActs(state, now).map((act) => ({ ...act, roles: [...act.roles] }));
  });
  const dates = once(() => datesOf(facts, law));
  const fee = once(() => (facts.offer ? feeOf(facts.offer.quote, language) : null));
  const money = once(() => moneyOf(facts));
  const suspension = once(() => ({
    days: suspendedDays(facts, law),
    intervals: facts.suspensions.map(({ reason, from, to, remedyBy, likelyEndOn }) => ({
      reason,
      from,
      to,
      remedyBy,
      likelyEndOn,
    })),
  }));
  return {
    id,
    number,
    version,
    status: situation.status,
    regions: situation.regions,
    awaits: awaitsOf(situation),
    deadlines: (deadlines ?? deadlinesOf(situation, law)).map((deadline) =>
      deadlineView(deadline, facts, language),
    ),
    get actions() {
      return actions();
    },
    get dates() {
      return dates();
    },
    ending: facts.ending && { reason: facts.ending.reason, clause: facts.ending.clause, by: facts.ending.by },
    get fee() {
      return fee();
    },
    get money() {
      return money();
    },
    supplyMode: facts.connected?.supplyMode ?? null,
    termsVersion: facts.termsVersion ?? facts.offer?.termsVersion ?? null,
    identifiedAs: identifiedAs(facts),
    application: applicationFor(facts, roles),
    missing: facts.missing,
    offer: offerOf(facts),
    get suspension() {
      return suspension();
    },
    signatures: Object.fromEntries(
      Object.entries(facts.signatures).map(([party, signature]) => [party, signature.on]),
    ),
    consents: Object.fromEntries(
      Object.entries(facts.consents).map(([type, consent]) => [type, { by: consent.by, on: consent.on }]),
    ),
    holds: { annulment: facts.annulmentHold, ending: facts.endingHold },
    refund: facts.refund && {
      ...facts.refund,
      dueOn:
        facts.ending &&
        day(facts.ending.on)
          .add({ days: law.setting('refund.days', day(facts.ending.on)) })
          .toString(),
    },
    projectId: facts.project?.projectId ?? null,
    flags: roles.includes('customer') && roles.length === 1 ? [] : facts.flags,
  };
}
