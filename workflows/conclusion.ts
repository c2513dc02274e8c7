import { day, laterOf } from '../src/law/days.ts';
import { priceStillHolds } from '../src/law/fees/price-still-holds.ts';
import type { LawBook } from '../src/law/law-book.ts';
import { countedReceipts, dayReached, shareGross, shareIsPaid } from './derived.ts';
import type { Facts } from './facts.ts';

/** When an offer becomes a contract (II.11.5), and whether its price still holds (II.1.8). */

export const priceHasLapsed = (facts: Facts, on: string, law: LawBook): boolean =>
  facts.offer !== null &&
  law.setting('regime.recheckAtConclusion', day(on)) &&
  !priceStillHolds(facts.offer.quote, day(on), law).holds;

/** Day on which payment would conclude the contract: the full share is on the account (II.11.5), reached by money that
 *  came after the current offer; earlier money consents to it only where it equals the new total (T-14). */
export function conclusionByPaymentDay(facts: Facts): string | null {
  if (!facts.offer || !shareIsPaid(facts) || shareGross(facts).isZero()) return null;
  const reached = dayReached(facts, shareGross(facts));
  if (reached === null) return null;
  const onThisOffer = facts.receipts.some((receipt) => receipt.counts && receipt.on >= facts.offer!.issuedOn);
  const equalsTheNewTotal = countedReceipts(facts).equals(shareGross(facts));
  return onThisOffer || equalsTheNewTotal ? laterOf(reached, day(facts.offer.issuedOn)).toString() : null;
}

export function conclusionBySignaturesDay(facts: Facts, law: LawBook): string | null {
  const { customer, operator } = facts.signatures;
  if (customer && !operator && law.setting('signature.customerAloneBinds', day(customer.on)))
    return customer.on;
  if (!customer || !operator) return null;
  return laterOf(day(customer.on), day(operator.on)).toString();
}

export const thirdPartyPaymentWaits = (facts: Facts, law: LawBook, on: string): boolean =>
  facts.flags.some((flag) => flag.name === 'third-party-payment') &&
  law.setting('thirdPartyPayment', day(on)) === 'holdUntilConfirmed';
