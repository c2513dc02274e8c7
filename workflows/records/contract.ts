import { Decimal } from 'decimal.js';
import { day, isAfter, isBefore, lastDayWithin, laterOf } from '../../src/law/days.ts';
import { keptQuote } from '../../src/law/fees/kept-quote.ts';
import { amountOf } from '../../src/law/money.ts';
import type { CaseEvent } from '../case-event.ts';
import { noticeLastDay } from '../checks/works.ts';
import { agreedTerms, consentOf, isJointAct, matchingConsent } from '../consent.ts';
import { connectionClockStart, countedReceipts, replacesOldInstallation, shareGross, termLastDay, termsOf } from '../derived.ts';
import type { Facts, Suspension } from '../facts.ts';
import { receivedBy } from './offer.ts';
import { type Change, record, type Writing, withFlag, withoutFlags, withoutPassed } from './record.ts';

const findingsOf = (data: CaseEvent<'works.suspended'>['data']): string => {
  const lines = (found: string | string[]) => (typeof found === 'string' ? found : found.join('\n'));
  switch (data.reason) {
    case 'design-flaws':
      return lines(data.flaws);
    case 'preparatory-works':
      return lines(data.works);
    case 'adverse-conditions':
      return data.conditions;
    case 'digging-ban':
      return `${data.municipality}: ${data.regulation}`;
  }
};

/** An interval of II.13.1.3 notified in time counts from the start of the conditions, otherwise from the notice (T-34). */
function countedFrom(facts: Facts, { data, today, law }: CaseEvent<'works.suspended'>): string {
  if (data.reason !== 'adverse-conditions') return law.setting('suspension.start', day(today)) === 'dispatch' ? today : data.from;
  const including = law.setting('suspension.noticeCounting', day(today)) === 'includingFirstDay';
  return isAfter(day(today), noticeLastDay(facts, data.from, including, law)) ? today : data.from;
}

const recordSuspension = record<'works.suspended'>((facts, event) => {
  const { data, today } = event;
  const countsFrom = countedFrom(facts, event);
  const late = data.reason === 'adverse-conditions' && countsFrom !== data.from;
  const suspension: Suspension = {
    reason: data.reason,
    from: data.from,
    countsFrom,
    to: null,
    remedyBy: 'remedyBy' in data ? data.remedyBy : null,
    likelyEndOn: data.likelyEndOn ?? null,
    noticedOn: today,
    findings: findingsOf(data),
  };
  return {
    suspensions: [...facts.suspensions, suspension],
    passed: withoutPassed(facts, 'remedy', 'conditions-notice', 'term'),
    flags: late ? withFlag(facts, 'conditions-notice-breach', today) : facts.flags,
  };
});

const recordCompletion = record<'works.completed'>((facts, { today, law }) => {
  const remainder = Decimal.max(shareGross(facts).minus(countedReceipts(facts)), 0);
  const dueOn = lastDayWithin(day(today), law.setting('finalInvoice.dueDays', day(today)));
  const term = termLastDay(facts, law);
  const little = term !== null && isBefore(term, day(today).add({ days: law.setting('readiness.minDays', day(today)) }));
  return {
    completedOn: today,
    finalInvoice: { issuedOn: today, dueOn: laterOf(dueOn, day(facts.paymentDueOn ?? today)).toString(), amountGross: amountOf(remainder) },
    passed: withoutPassed(facts, 'payment-due', 'term'),
    flags: little ? withFlag({ ...facts, flags: withoutFlags(facts, 'term-missed-by-operator') }, 'offer-to-extend-term', today) : withoutFlags(facts, 'term-missed-by-operator'),
  };
});

function withoutConsent(facts: Facts, type: string): Facts['consents'] {
  const { [type]: _given, ...others } = facts.consents;
  return others;
}

/** A term agreed anew replaces the old one; suspensions before the agreement are in it. */
function newTerm(facts: Facts, termOn: string, today: string): Change {
  return {
    term: { on: termOn, countsFrom: today },
    forceMajeure: facts.forceMajeure && facts.forceMajeure.endedOn === null ? { ...facts.forceMajeure, newTermAgreed: true } : facts.forceMajeure,
    passed: withoutPassed(facts, 'term'),
    flags: withoutFlags(facts, 'not-ready-by-term', 'offer-to-extend-term', 'term-missed-by-operator'),
  };
}

const recordAmendment = record<'contract.amended'>((facts, event) => {
  const agreed = agreedTerms(facts, event) as { termOn?: string; paymentDueOn?: string };
  const quote = event.computed.quote ? keptQuote(event.computed.quote) : (matchingConsent(facts, event)?.quote ?? null);
  const paidBefore = facts.offer && new Decimal(facts.offer.advanceGross).equals(shareGross(facts));
  return {
    ...(agreed.termOn ? newTerm(facts, agreed.termOn, event.today) : {}),
    ...(agreed.paymentDueOn ? { paymentDueOn: agreed.paymentDueOn, passed: withoutPassed(facts, 'payment-due', 'non-payment-end') } : {}),
    ...(quote && facts.offer
      ? { offer: { ...facts.offer, quote, advanceGross: paidBefore && !facts.worksStartedOn ? quote.customerGross : facts.offer.advanceGross } }
      : {}),
    amendedOn: event.today,
    consents: withoutConsent(facts, event.type),
  };
});

export const CONTRACT_RECORDS = {
  recordWorksStart: record<'works.started'>((_facts, { data }) => ({ worksStartedOn: data.on })),
  recordSuspension,
  recordResumption: record<'works.resumed'>((facts, { data }) => ({
    suspensions: facts.suspensions.map((one) => (one.reason === data.reason && one.to === null ? { ...one, to: data.on } : one)),
    passed: withoutPassed(facts, 'remedy'),
    flags: withoutFlags(facts, 'remedy-missed'),
  })),
  recordCompletion,
  recordReadiness: record<'readiness.confirmed'>((facts, { data, today }) => ({
    readiness: { on: data.on ?? today, tradingContract: data.tradingContract !== undefined && data.tradingContract !== null && data.tradingContract !== false },
    passed: withoutPassed(facts, 'connection'),
    flags: withoutFlags(facts, 'not-ready-by-term'),
  })),
  recordNotReady: (facts) => ({ readiness: null, passed: withoutPassed(facts, 'connection', 'term') }),
  recordConnection: record<'connection.made'>((facts, { data, today, law }) => {
    const start = connectionClockStart(facts, law);
    const terms = termsOf(facts, law, day(today));
    const last = start && lastDayWithin(start, replacesOldInstallation(facts) ? terms.connectionDaysReplacing : terms.connectionDays);
    return {
      connected: {
        on: data.on,
        supplyMode: facts.readiness?.tradingContract ? 'trading' : 'PGP',
        loadSwitched: replacesOldInstallation(facts) && data.loadSwitched !== false,
      },
      flags: last && isAfter(day(data.on), last) ? withFlag(facts, 'connection-breach', today) : facts.flags,
    };
  }),
  recordOldSupplyCut: record<'old-supply.cut'>((_facts, { data }) => ({ oldSupplyCutOn: data.on })),
  recordConsent: (facts, event) => (isJointAct(event) ? { consents: { ...facts.consents, [event.type]: consentOf(event) } } : {}),
  recordTermExtension: record<'term.extended'>((facts, event) => ({
    ...newTerm(facts, event.data.termOn, event.today),
    consents: withoutConsent(facts, event.type),
  })),
  recordUsage: record<'usage.agreed'>((facts, event) => {
    const { termOn } = agreedTerms(facts, event) as { termOn?: string };
    return {
      ...(termOn ? newTerm(facts, termOn, event.today) : {}),
      usageAgreedOn: event.today,
      consents: withoutConsent(facts, event.type),
    };
  }),
  recordAmendment,
  recordForceMajeure: record<'force-majeure.notified'>((facts, { data, today }) => ({
    forceMajeure: { ...data, noticedOn: today, endedOn: null, newTermAgreed: false },
    passed: withoutPassed(facts, 'force-majeure-end', 'force-majeure-notice'),
  })),
  recordForceMajeureEnd: record<'force-majeure.ended'>((facts, { data }) => ({
    forceMajeure: facts.forceMajeure && { ...facts.forceMajeure, endedOn: data.on },
  })),
  recordEndingHold: record<'ending.held'>((_facts, { data, today, actor }) => ({ endingHold: { since: today, by: actor, reasons: data.reasons } })),
  releaseEndingHold: (facts, event) => ({ endingHold: null, endingReleasedOn: event.today, passed: withoutPassed(facts, 'non-payment-end') }),
  recordDebtWarning: record<'debt.warned'>((facts, event) => ({
    debtWarning: {
      seq: event.seq,
      sentOn: event.today,
      channel: event.data.channel,
      deemedReceivedOn: receivedBy(facts, event.data.channel, event),
    },
    passed: withoutPassed(facts, 'debt-handover-earliest'),
    lastRegions: facts.lastRegions && { ...facts.lastRegions, payment: 'debt-warned' },
  })),
  recordDebtWarningFailed: (facts, event) => ({
    debtWarning: {
      ...facts.debtWarning!,
      seq: event.seq,
      sentOn: event.today,
      channel: 'post',
      deemedReceivedOn: event.computed.postalAddressKnown ? receivedBy(facts, 'post', event) : null,
    },
    passed: withoutPassed(facts, 'debt-handover-earliest'),
    flags: withFlag(facts, 'letter-undelivered', event.today),
  }),
  recordHandover: (facts, event) => ({
    debtHandedOverOn: event.today,
    lastRegions: facts.lastRegions && { ...facts.lastRegions, payment: 'handed-over' },
  }),
  recordRecall: (facts, event) => ({ flags: withFlag(facts, 'recall-debt-hand-over', event.today) }),
  recordRefundDecision: record<'refund.decided'>((facts, { data }) => ({
    refund: { due: data.refund, retained: data.retained, paid: facts.refund?.paid ?? '0.00', reasons: data.reasons },
  })),
  recordRefund: record<'refund.paid'>((facts, { data }) => {
    const before = facts.refund ?? { due: null, retained: '0.00', paid: '0.00', reasons: 'overpayment' };
    return { refund: { ...before, paid: amountOf(new Decimal(before.paid).plus(data.amount)) } };
  }),
} as const satisfies Record<string, Writing>;
