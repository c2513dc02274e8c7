import { Decimal } from 'decimal.js';
import { day, isAfter, isBefore, lastDayWithin, laterOf } from '../../src/law/days.ts';
import { amountOf } from '../../src/law/money.ts';
import type { CaseEvent } from '../case-event.ts';
import { noticeLastDay } from '../checks/works.ts';
import { countedReceipts, shareGross, termLastDay } from '../derived.ts';
import type { Facts, Suspension } from '../facts.ts';
import { record, type Writing, withFlag, withoutFlags, withoutPassed } from './record.ts';

/** The works, their suspension and completion, force majeure and the hold of an end (II.2, II.13, II.17, II.14.3.2). */

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
  if (data.reason !== 'adverse-conditions')
    return law.setting('suspension.start', day(today)) === 'dispatch' ? today : data.from;
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
    passed: withoutPassed(facts, 'remedy', 'conditions-notice'),
    flags: late ? withFlag(facts, 'conditions-notice-breach', today) : facts.flags,
  };
});

const recordCompletion = record<'works.completed'>((facts, { today, law }) => {
  const remainder = Decimal.max(shareGross(facts).minus(countedReceipts(facts)), 0);
  const dueOn = lastDayWithin(day(today), law.setting('finalInvoice.dueDays', day(today)));
  const term = termLastDay(facts, law);
  const little =
    term !== null && isBefore(term, day(today).add({ days: law.setting('readiness.minDays', day(today)) }));
  return {
    completedOn: today,
    finalInvoice: {
      issuedOn: today,
      dueOn: laterOf(dueOn, day(facts.paymentDueOn ?? today)).toString(),
      amountGross: amountOf(remainder),
    },
    flags: little
      ? withFlag(
          { ...facts, flags: withoutFlags(facts, 'term-missed-by-operator') },
          'offer-to-extend-term',
          today,
        )
      : withoutFlags(facts, 'term-missed-by-operator'),
  };
});

/** Of circumstances that are notified while others still run, the earlier start counts: the month is not begun anew. */
const recordForceMajeure = record<'force-majeure.notified'>((facts, { data, today }) => {
  const { forceMajeure } = facts;
  const running = forceMajeure && forceMajeure.endedOn === null && !forceMajeure.newTermAgreed;
  if (!running)
    return {
      forceMajeure: { ...data, noticedOn: today, endedOn: null, newTermAgreed: false },
      passed: withoutPassed(facts, 'force-majeure-end'),
    };
  const isEarlier = isBefore(day(data.startedOn), day(forceMajeure.startedOn));
  return {
    forceMajeure: {
      ...forceMajeure,
      ...(isEarlier ? { startedOn: data.startedOn, noticedOn: today } : {}),
      event: `${forceMajeure.event}; ${data.event}`,
      likelyEndOn: laterOf(day(forceMajeure.likelyEndOn), day(data.likelyEndOn)).toString(),
    },
  };
});

export const CONTRACT_RECORDS = {
  recordWorksStart: record<'works.started'>((_facts, { data }) => ({ worksStartedOn: data.on })),
  recordSuspension,
  recordResumption: record<'works.resumed'>((facts, { data }) => ({
    suspensions: facts.suspensions.map((one) =>
      one.reason === data.reason && one.to === null ? { ...one, to: data.on } : one,
    ),
    passed: withoutPassed(facts, 'remedy'),
    flags: withoutFlags(facts, 'remedy-missed'),
  })),
  recordCompletion,
  recordForceMajeure,
  recordForceMajeureEnd: record<'force-majeure.ended'>((facts, { data }) => ({
    forceMajeure: facts.forceMajeure && { ...facts.forceMajeure, endedOn: data.on },
  })),
  recordEndingHold: record<'ending.held'>((_facts, { data, today, actor }) => ({
    endingHold: { since: today, by: actor, reasons: data.reasons },
  })),
  releaseEndingHold: (facts, event) => ({
    endingHold: null,
    endingReleasedOn: event.today,
    passed: withoutPassed(facts, 'non-payment-end'),
  }),
} as const satisfies Record<string, Writing>;
