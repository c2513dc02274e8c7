import { Decimal } from 'decimal.js';
import { day, dayAfterMonths, laterOf } from '../../src/law/days.ts';
import { amountOf } from '../../src/law/money.ts';
import type { CaseEvent } from '../case-event.ts';
import { TERMINATION_CLAUSES } from '../checks/ending.ts';
import { countedReceipts, demanded, shareGross, termsOf, worksHaveStarted } from '../derived.ts';
import type { Ending, Facts, Refund } from '../facts.ts';
import { type Change, record, type Writing } from './record.ts';

const owed = (facts: Facts, reasons: string): Refund => ({
  due: amountOf(countedReceipts(facts)),
  retained: '0.00',
  paid: facts.refund?.paid ?? '0.00',
  reasons,
});

/** T-43: no refund by itself except on withdrawal and annulment; finance decides every other one, where money was paid. */
const undecided = (facts: Facts): Refund | null =>
  countedReceipts(facts).isZero()
    ? null
    : { due: null, retained: '0.00', paid: facts.refund?.paid ?? '0.00', reasons: '' };

/** II.13.2: the paid share is not refunded; what was paid above it is. */
function shareIsKept(facts: Facts): Refund {
  const kept = Decimal.min(countedReceipts(facts), shareGross(facts));
  return {
    due: amountOf(countedReceipts(facts).minus(kept)),
    retained: amountOf(kept),
    paid: facts.refund?.paid ?? '0.00',
    reasons: 'II.13.2',
  };
}

const ended = (ending: Ending, refund: Refund | null): Change => ({
  ending,
  refund,
  consents: {},
  endingHold: null,
});

/** II.14.3.2: the clause dates the end, also where the clock comes late; a released hold does not date it back. */
function nonPaymentEndsOn(facts: Facts, event: CaseEvent): string {
  const demand = demanded(facts)!;
  const byClause = event.law.workingDays(demand.dueOn).nextAfter(demand.dueOn);
  return (facts.endingReleasedOn ? laterOf(byClause, day(facts.endingReleasedOn)) : byClause).toString();
}

export const ENDING_RECORDS = {
  /** II.15: within fourteen days; the paid share goes back in full (OQ-REF-1), unless works had been asked for and started. */
  recordWithdrawal: record<'contract.withdrawn'>((facts, { today, law }) => {
    const clause = facts.application.customer?.kind === 'natural' ? 'II.15.2' : 'II.15.1';
    const full = law.setting('refund.onWithdrawal', day(today)) === 'full' && !worksHaveStarted(facts);
    return ended(
      { reason: 'withdrawal', clause, by: 'customer', on: today, reasons: null },
      full ? owed(facts, clause) : undecided(facts),
    );
  }),
  recordExit: (facts, { today, law }) =>
    ended(
      { reason: 'customerExit', clause: 'II.14.5', by: 'customer', on: today, reasons: null },
      law.setting('refund.onExit', day(today)) === 'full' ? owed(facts, 'II.14.5') : undecided(facts),
    ),
  recordMutualEnd: (facts, { today }) =>
    ended({ reason: 'mutual', clause: 'II.14.1', by: 'both', on: today, reasons: null }, undecided(facts)),
  recordOwnerChange: record<'owner.changed'>((facts, { data, today, law }) =>
    ended(
      {
        reason: 'ownerChange',
        clause: 'II.4.3',
        by: 'clause',
        on:
          law.setting('ownerChange.endsOn', day(today)) === 'dayLearnt'
            ? today
            : laterOf(day(data.on), day(facts.inForceOn!)).toString(),
        reasons: null,
      },
      undecided(facts),
    ),
  ),
  recordNonPayment: (facts, event) =>
    ended(
      {
        reason: 'nonPayment',
        clause: 'II.14.3.2',
        by: 'clause',
        on: nonPaymentEndsOn(facts, event),
        reasons: null,
      },
      undecided(facts),
    ),
  recordForceMajeureTermination: (facts, event) => {
    const months = termsOf(facts, event.law, day(event.today)).forceMajeureMonths;
    const exceeded = dayAfterMonths(day(facts.forceMajeure!.startedOn), months);
    const on = laterOf(exceeded, day(facts.worksStartedOn!)).toString();
    return ended(
      { reason: 'forceMajeure', clause: 'II.14.2.3', by: 'clause', on, reasons: null },
      undecided(facts),
    );
  },
  recordUnreadyEnd: (facts, { today }) =>
    ended({ reason: 'notReady', clause: 'II.4.6', by: 'clause', on: today, reasons: null }, undecided(facts)),
  /** The notice founds the end, except that II.14.3.2 dates it by the clause (II.14.4, T-37). */
  recordTermination: record<'contract.terminated'>((facts, event) => {
    const { data, today } = event;
    return ended(
      {
        reason: data.reason,
        clause: TERMINATION_CLAUSES[data.reason],
        by: 'operator',
        on: data.reason === 'nonPayment' ? nonPaymentEndsOn(facts, event) : today,
        reasons: data.reasons,
      },
      data.reason === 'unremedied' ? shareIsKept(facts) : undecided(facts),
    );
  }),
  recordFulfilment: (facts, { today }) => ({
    ending: { reason: 'fulfilled', clause: 'II.14.2.1', by: 'clause', on: today, reasons: null },
    consents: {},
    refund: facts.refund,
  }),
} as const satisfies Record<string, Writing>;
