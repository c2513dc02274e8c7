import { Decimal } from 'decimal.js';
import { type Day, day, type IsoDay, isAfter, lastDayWithin, laterOf, unionOfDays } from '../src/law/days.ts';
import type { LawBook } from '../src/law/law-book.ts';
import { amountOf, atLeastZero, sumOf } from '../src/law/money.ts';
import type { EffectiveTerms } from '../src/law/terms/terms.ts';
import type { Facts, Offer } from './facts.ts';

/** What follows from the facts of a case by arithmetic alone. */

/** The terms that bind the case: the pinned version with Part I above it; before an offer, the version in force. */
export function termsOf(facts: Facts, law: LawBook, on: Day): EffectiveTerms {
  const pinned = facts.termsVersion ?? facts.offer?.termsVersion;
  return law.withPartOne(pinned ? law.termsOf(pinned) : law.termsInForce(on), facts.offer?.partOne);
}

/** Days of the post until receipt: the day of posting is day 0, or day 1 under the other reading (OQ-NOT-2). */
export const postDaysOf = (facts: Facts, law: LawBook, on: Day): number =>
  termsOf(facts, law, on).postDays - (law.setting('post.dispatchDay', on) === 'dayOne' ? 1 : 0);

export const countedReceipts = (facts: Facts): Decimal =>
  sumOf(facts.receipts.filter((receipt) => receipt.counts).map((receipt) => receipt.amount));

export const shareGross = (facts: Facts): Decimal => new Decimal(facts.offer?.quote.customerGross ?? '0.00');

export const outstanding = (facts: Facts): Decimal =>
  atLeastZero(shareGross(facts).minus(countedReceipts(facts)));

export const shareIsPaid = (facts: Facts): boolean =>
  facts.offer !== null && countedReceipts(facts).gte(shareGross(facts));

/** Day on which the counted receipts reached an amount, whatever the order of booking (II.10.2, II.11.5). */
export function dayReached(facts: Facts, amount: Decimal): Day | null {
  let total = new Decimal(0);
  const inOrder = facts.receipts
    .filter((receipt) => receipt.counts)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  for (const receipt of inOrder) {
    total = total.plus(receipt.amount);
    if (total.gte(amount)) return day(receipt.on);
  }
  return null;
}

/** First day of the objection window: deemed receipt, or dispatch under the strict reading (T-15). */
export const windowStart = (offer: Offer, law: LawBook): Day =>
  law.setting('offerWindow.start', day(offer.issuedOn)) === 'dispatch'
    ? day(offer.issuedOn)
    : day(offer.deemedReceivedOn);

export const windowLastDay = (facts: Facts, offer: Offer, law: LawBook): Day =>
  lastDayWithin(windowStart(offer, law), termsOf(facts, law, day(offer.issuedOn)).objectionDays);

/** The advance invoice was paid in its amount and in time: one of the three acts of II.11.3 (T-10). */
export function advanceIsPaidInTime(facts: Facts): boolean {
  if (!facts.offer || new Decimal(facts.offer.advanceGross).isZero()) return false;
  const reached = dayReached(facts, new Decimal(facts.offer.advanceGross));
  return reached !== null && !isAfter(reached, day(facts.offer.paymentDueOn));
}

/** T-20a: the due date lies at or after the window's end and ten days after conclusion; where it did not, the invoice is
 *  issued again with the later date. */
export function dueOnAfterConclusion(facts: Facts, inForceOn: Day, law: LawBook): IsoDay {
  const offer = facts.offer!;
  const least = inForceOn.add({ days: law.setting('dueDate.daysAfterConclusion', inForceOn) });
  return laterOf(day(offer.paymentDueOn), laterOf(windowLastDay(facts, offer, law), least)).toString();
}

/** II.11.3: annulment needs that the customer did none of sign, pay, object (T-01). */
export const customerDidNoneOfTheThree = (facts: Facts): boolean =>
  facts.signatures.customer === undefined &&
  !advanceIsPaidInTime(facts) &&
  facts.objection?.outcome !== 'pending';

/** First day on which annulment is lawful: the warning has run its complete days and the window is over (II.11.3). */
export function annulmentEarliestDay(facts: Facts, law: LawBook): Day | null {
  const received = facts.warning?.deemedReceivedOn;
  if (!received || !facts.offer) return null;
  const afterWarning = law.earliestAfter(
    day(received),
    termsOf(facts, law, day(received)).annulmentWarningDays,
  );
  return laterOf(afterWarning, windowLastDay(facts, facts.offer, law).add({ days: 1 }));
}

/** Last day on which the customer may withdraw (II.15; OQ-DAY-1). */
export function withdrawalLastDay(facts: Facts, law: LawBook): Day | null {
  if (!facts.inForceOn) return null;
  const anew = facts.amendedOn !== null && law.setting('amendment.newWithdrawalPeriod', day(facts.amendedOn));
  const inForceOn = day(anew ? facts.amendedOn! : facts.inForceOn);
  const last = lastDayWithin(inForceOn, termsOf(facts, law, inForceOn).withdrawalDays);
  const rolls =
    facts.application.customer?.household && law.setting('days.consumerWithdrawalRoll', inForceOn);
  const calendar = law.workingDays(last);
  return rolls && !calendar.isWorkingDay(last) ? calendar.nextAfter(last) : last;
}

export const openSuspensions = (facts: Facts) =>
  facts.suspensions.filter((suspension) => suspension.to === null);

/** Days that suspensions add to the term: the union of the intervals (OQ-SUS-1), conditions of II.13.1.3 only where
 *  they lasted longer than five days. An open interval adds nothing until the works resume. */
export function suspendedDays(facts: Facts, law: LawBook): number {
  if (!facts.term || !facts.inForceOn) return 0;
  const since = day(facts.term.countsFrom);
  const { adverseConditionsDays } = termsOf(facts, law, day(facts.inForceOn));
  const counted = facts.suspensions
    .filter((one) => one.to !== null)
    .filter(
      (one) =>
        one.reason !== 'adverse-conditions' ||
        isAfter(day(one.to!), day(one.from).add({ days: adverseConditionsDays })),
    )
    .map((one) => ({ from: laterOf(day(one.countsFrom), since), to: day(one.to!) }));
  const { forceMajeure } = facts;
  if (forceMajeure?.endedOn && law.setting('forceMajeure.extendsTerm', day(forceMajeure.startedOn)))
    counted.push({ from: laterOf(day(forceMajeure.startedOn), since), to: day(forceMajeure.endedOn) });
  const lengthen = law.setting('suspension.length', since);
  if (lengthen === 'sumOfDays') return counted.reduce((days, one) => days + unionOfDays([one], one.to), 0);
  return unionOfDays(counted, since);
}

/** The term with every suspension added (II.13.1); without an amendment (II.12.3). */
export const termLastDay = (facts: Facts, law: LawBook): Day | null =>
  facts.term && day(facts.term.on).add({ days: suspendedDays(facts, law) });

/** II.4.5 presupposes the completion notice of II.2.6 by the term: an operator that was late itself cannot hold the term
 *  against the customer until a new one is agreed (T-21). */
export function completedByTheTerm(facts: Facts, law: LawBook): boolean {
  const term = termLastDay(facts, law);
  return facts.completedOn !== null && (term === null || !isAfter(day(facts.completedOn), term));
}

/** The amount that an invoice demands now, and by when: the advance first, the remainder after completion. An advance
 *  that is owed keeps its own clock beside the final invoice (T-41). */
export function demanded(facts: Facts): { readonly total: Decimal; readonly dueOn: Day } | null {
  if (!facts.offer || !facts.paymentDueOn || deferralIsAgreed(facts)) return null;
  const advance = new Decimal(facts.offer.advanceGross);
  if (facts.finalInvoice && countedReceipts(facts).gte(advance))
    return { total: shareGross(facts), dueOn: day(facts.finalInvoice.dueOn) };
  return { total: advance, dueOn: day(facts.paymentDueOn) };
}

export function demandIsMet(facts: Facts): boolean {
  const demand = demanded(facts);
  return demand === null || countedReceipts(facts).gte(demand.total);
}

/** OQ-PAY-3: money that came after the due date and before the deemed end cures; always where works had started. */
export function lateCureCounts(facts: Facts, law: LawBook, on: Day): boolean {
  if (worksHaveStarted(facts) || law.setting('payment.lateCure', on)) return true;
  const demand = demanded(facts);
  const reached = demand && dayReached(facts, demand.total);
  return !demand || (reached !== null && !isAfter(reached, demand.dueOn));
}

/** What was demanded is on the account, and in time where lateness is not forgiven. */
export const nonPaymentIsCured = (facts: Facts, law: LawBook, on: Day): boolean =>
  demandIsMet(facts) && lateCureCounts(facts, law, on);

export const worksHaveStarted = (facts: Facts): boolean => facts.worksStartedOn !== null;

/** Start of the connection clock: the later of readiness and completion (T-23), or readiness alone by setting. */
export function connectionClockStart(facts: Facts, law: LawBook): Day | null {
  if (!facts.readiness) return null;
  const ready = day(facts.readiness.on);
  if (law.setting('connectionClock.start', ready) === 'readinessOnly') return ready;
  return facts.completedOn ? laterOf(ready, day(facts.completedOn)) : null;
}

export const replacesOldInstallation = (facts: Facts): boolean =>
  facts.application.connection?.replacesOldInstallation === true;

/** Connected, and where an old installation is replaced the load is switched over (II.4.2). */
export const connectionIsMade = (facts: Facts): boolean =>
  facts.connected !== null && (!replacesOldInstallation(facts) || facts.connected.loadSwitched);

export const deferralIsAgreed = (facts: Facts): boolean => facts.offer?.quote.deferral?.eligible === true;

const isOverByEnding = (facts: Facts): boolean =>
  facts.ending !== null && facts.ending.reason !== 'fulfilled';

/** Money to be given back: by decision or clause; while the contract lives, what was paid above the share (OQ-FEE-15). */
export function refundDue(facts: Facts): Decimal {
  const overpaid =
    facts.offer && facts.inForceOn
      ? atLeastZero(countedReceipts(facts).minus(shareGross(facts)))
      : new Decimal(0);
  const due = facts.refund?.due ?? (isOverByEnding(facts) ? '0.00' : amountOf(overpaid));
  return atLeastZero(new Decimal(due).minus(facts.refund?.paid ?? '0.00'));
}

export const moneyOf = (facts: Facts) => ({
  customerShareGross: amountOf(shareGross(facts)),
  received: amountOf(countedReceipts(facts)),
  outstanding: amountOf(stillOwed(facts)),
  refundDue: amountOf(refundDue(facts)),
});

/** After an end the share is owed only where the works had started (II.10.4, II.14.3.2). */
function stillOwed(facts: Facts): Decimal {
  if (isOverByEnding(facts) && !debtSurvives(facts)) return new Decimal(0);
  return outstanding(facts);
}

/** Works that were finished are owed for whatever ends the contract (II.10.4); works that had started, where it ended
 *  for non-payment (II.14.3.2). A withdrawal within its period and a mutual end owe nothing by the text. */
export function debtSurvives(facts: Facts): boolean {
  const reason = facts.ending?.reason;
  if (facts.inForceOn === null || reason === undefined) return false;
  if (reason === 'nonPayment') return worksHaveStarted(facts);
  return facts.completedOn !== null && reason !== 'withdrawal' && reason !== 'mutual';
}
