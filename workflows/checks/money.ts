import { Decimal } from 'decimal.js';
import { day, isBefore, laterOf } from '../../src/law/days.ts';
import { say } from '../../src/law/words.ts';
import {
  countedReceipts,
  debtSurvives,
  deferralIsAgreed,
  demanded,
  demandIsMet,
  lateCureCounts,
  outstanding,
  refundDue,
  shareIsPaid,
  termsOf,
  worksHaveStarted,
} from '../derived.ts';
import { type Check, check, choose, fieldRefusal, notInTheFuture, refuse, tooEarly } from './check.ts';

/** II.10.7: the debt route needs a contract that came into force, works started or finished, and an unpaid invoice. */
const debtRouteIsOpen: Check = (facts) => {
  if (facts.inForceOn !== null && worksHaveStarted(facts) && outstanding(facts).gt(0)) return null;
  return refuse({
    code: 'debt.route-closed',
    clause: 'II.10.7',
    detail: say(
      'Parādu var nodot tikai tad, ja līgums ir stājies spēkā, darbi ir sākti un rēķins nav samaksāts.',
      'The debt route is open only where the contract came into force, the works had started and the invoice is unpaid.',
    ),
  });
};

const invoiceIsOverdue: Check = (facts, { today }) => {
  const demand = demanded(facts);
  if (demand && isBefore(demand.dueOn, day(today)) && !demandIsMet(facts)) return null;
  return refuse({
    code: 'debt.not-overdue',
    clause: 'II.10.5',
    ...(demand ? { allowedFrom: demand.dueOn.add({ days: 1 }) } : {}),
    detail: say('Rēķina samaksas termiņš nav nokavēts.', 'The invoice is not overdue.'),
  });
};

/** II.10.5, T-41: 60 complete days of delay, where the first day of delay is the day after the due date, and a warning
 *  received before. Due 2025-01-10: lawful from 2025-03-12. */
const debtMayBeHandedOver: Check = (facts, { today, law }) => {
  const demand = demanded(facts);
  if (!facts.debtWarning?.deemedReceivedOn || !demand)
    return refuse({
      code: 'debt.no-warning',
      clause: 'II.10.5',
      detail: say(
        'Pirms nodošanas klients rakstiski jābrīdina.',
        'The customer must be warned in writing before the hand-over.',
      ),
    });
  const { debtDelayDays } = termsOf(facts, law, day(today));
  const afterDelay = law.earliestAfter(demand.dueOn, debtDelayDays);
  const earliest = laterOf(afterDelay, day(facts.debtWarning.deemedReceivedOn).add({ days: 1 }));
  return isBefore(day(today), earliest)
    ? tooEarly(
        'debt.too-early',
        'II.10.5',
        earliest,
        say(
          `Parādu var nodot no ${earliest}: jāpaiet ${debtDelayDays} kavējuma dienām un brīdinājumam jābūt saņemtam.`,
          `The debt can be handed over from ${earliest}: ${debtDelayDays} days of delay must pass and the warning must have been received.`,
        ),
      )
    : null;
};

/** T-43: finance decides what goes back and what is kept, with reasons; together they are the money received. */
const refundAddsUp: Check = check<'refund.decided'>((facts, { data }) => {
  if (facts.ending?.reason === 'unremedied')
    return refuse({
      code: 'refund.excluded',
      clause: 'II.13.2',
      detail: say(
        'Izbeidzot pēc 13.2. punkta, samaksātā daļa netiek atmaksāta.',
        'After an end under clause 13.2 the paid share is not refunded.',
      ),
    });
  const received = countedReceipts(facts);
  const total = new Decimal(data.refund).plus(data.retained);
  const paid = facts.refund?.paid ?? '0.00';
  if (new Decimal(data.refund).lt(paid))
    return fieldRefusal(
      'refund',
      'II.14.4',
      say(`Atmaksāti jau ir ${paid} EUR.`, `${paid} EUR has already been paid back.`),
    );
  if (total.equals(received)) return null;
  return fieldRefusal(
    'refund',
    'II.14.4',
    say(
      `Atmaksa un ieturējums kopā ir ${total.toFixed(2)} EUR, bet saņemts ${received.toFixed(2)} EUR.`,
      `Refund and retained amount add up to ${total.toFixed(2)} EUR, and ${received.toFixed(2)} EUR was received.`,
    ),
  );
});

const refundIsOwed: Check = check<'refund.paid'>((facts, { data, today }) => {
  const due = refundDue(facts);
  if (due.lt(data.amount))
    return refuse({
      code: 'refund.too-much',
      clause: 'II.14.4',
      detail: say(
        `Atmaksājami ir ${due.toFixed(2)} EUR, nevis ${data.amount} EUR.`,
        `${due.toFixed(2)} EUR is to be refunded, not ${data.amount} EUR.`,
      ),
    });
  return notInTheFuture('on', data.on, today, 'II.14.4');
});

export const MONEY_CHECKS = {
  shareIsPaidInFull: choose(shareIsPaid),
  shareIsNotPaidInFull: choose((facts) => !shareIsPaid(facts)),
  somethingIsPaid: choose((facts) => countedReceipts(facts).gt(0)),
  paymentIsDeferred: choose(deferralIsAgreed),
  demandIsNotMet: choose((facts) => !demandIsMet(facts)),
  lateCureCounts: choose((facts, { law, today }) => lateCureCounts(facts, law, day(today))),
  nothingIsOverdue: choose((facts, { today }) => {
    const demand = demanded(facts);
    return demand === null || demandIsMet(facts) || !isBefore(demand.dueOn, day(today));
  }),
  debtRouteIsOpen,
  invoiceIsOverdue,
  debtMayBeHandedOver,
  debtIsNotWarned: ((facts) =>
    facts.debtWarning?.deemedReceivedOn
      ? refuse({
          code: 'debt.already-warned',
          clause: 'II.10.5',
          detail: say('Klients jau ir brīdināts.', 'The customer has already been warned.'),
        })
      : null) satisfies Check,
  debtSurvivesTheEnd: ((facts) =>
    debtSurvives(facts)
      ? null
      : refuse({
          code: 'debt.none',
          clause: 'II.10.4',
          detail: say('Pēc šī līguma parāda nav.', 'No debt survives this contract.'),
        })) satisfies Check,
  debtIsNotHandedOver: ((facts) =>
    facts.debtHandedOverOn
      ? refuse({
          code: 'debt.already-handed-over',
          clause: 'II.10.5',
          detail: say('Parāds jau ir nodots.', 'The debt has already been handed over.'),
        })
      : null) satisfies Check,
  refundAddsUp,
  refundIsOwed,
} as const satisfies Record<string, Check>;
