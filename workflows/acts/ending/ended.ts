import { Decimal } from 'decimal.js';
import { day, laterOf } from '../../../src/law/days.ts';
import { amountOf } from '../../../src/law/money.ts';
import { choose, type Standing } from '../../conditions/verdict.ts';
import { countedReceipts, demanded, shareGross } from '../../derived.ts';
import type { Ending, Facts, Refund } from '../../facts.ts';
import type { Now } from '../../happening.ts';
import type { Change } from '../way.ts';

/** What every end of a contract settles: when it is, and what becomes of the money. */

export const owed = (facts: Facts, reasons: string): Refund => ({
  due: amountOf(countedReceipts(facts)),
  retained: '0.00',
  paid: facts.refund?.paid ?? '0.00',
  reasons,
});

/** T-43: no refund by itself except on withdrawal and annulment; finance decides every other one, where money was paid. */
export const undecided = (facts: Facts): Refund | null =>
  countedReceipts(facts).isZero()
    ? null
    : { due: null, retained: '0.00', paid: facts.refund?.paid ?? '0.00', reasons: '' };

/** II.13.2: the paid share is not refunded; what was paid above it is. */
export function shareIsKept(facts: Facts): Refund {
  const kept = Decimal.min(countedReceipts(facts), shareGross(facts));
  return {
    due: amountOf(countedReceipts(facts).minus(kept)),
    retained: amountOf(kept),
    paid: facts.refund?.paid ?? '0.00',
    reasons: 'II.13.2',
  };
}

export const ended = (ending: Ending, refund: Refund | null): Change => ({
  ending,
  refund,
  consents: {},
  endingHold: null,
});

/** II.14.3.2: the clause dates the end, also where the clock comes late; a released hold does not date it back. */
export function nonPaymentEndsOn(facts: Facts, { law }: Pick<Now, 'law'>): string {
  const demand = demanded(facts)!;
  const byClause = law.workingDays(demand.dueOn).nextAfter(demand.dueOn);
  return (facts.endingReleasedOn ? laterOf(byClause, day(facts.endingReleasedOn)) : byClause).toString();
}

/** Works that were finished are owed for whatever ends the contract: their invoice stands (II.10.4). */
export const finishedWorksAreOwed: Standing = choose((facts) => facts.completedOn !== null);
