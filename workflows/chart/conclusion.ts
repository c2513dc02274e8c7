import { day } from '../../src/law/days.ts';
import { withFlag, withoutFlags } from '../acts/changes.ts';
import { settled } from '../acts/offer/record-offer.ts';
import { byItself, type Change } from '../acts/way.ts';
import {
  conclusionByPaymentDay,
  conclusionBySignaturesDay,
  priceHasLapsed,
  thirdPartyPaymentWaits,
} from '../conclusion.ts';
import { choose, type Standing } from '../conditions/verdict.ts';
import { advanceIsPaidInTime, dueOnAfterConclusion } from '../derived.ts';
import { invoice, notice, voidInvoice } from '../effects.ts';
import type { Facts } from '../facts.ts';
import type { Happening } from '../happening.ts';
import { partyIsIdentified } from '../identification.ts';

/** How an offer becomes a contract by itself (II.11.5). */

function concluded(facts: Facts, event: Happening, on: string, by: Facts['inForceBy']): Change {
  const offer = facts.offer!;
  const version =
    event.law.setting('offer.termsVersion', day(on)) === 'atConclusion'
      ? event.law.termsInForce(day(on)).version
      : offer.termsVersion;
  const moot = settled(facts.objection, 'moot', event.today);
  return {
    inForceOn: on,
    inForceBy: by,
    termsVersion: version,
    term: { on: offer.termOn, countsFrom: on },
    paymentDueOn: dueOnAfterConclusion(facts, day(on), event.law),
    objection: null,
    objectionsBefore: moot ? [...facts.objectionsBefore, moot] : facts.objectionsBefore,
    annulmentHold: null,
    flags: withoutFlags(facts, 'price-lapsed'),
  };
}

const shareIsPaidForIt: Standing = choose((facts, { today, law }) => {
  const on = conclusionByPaymentDay(facts);
  return (
    on !== null &&
    partyIsIdentified(facts) &&
    !priceHasLapsed(facts, on, law) &&
    !thirdPartyPaymentWaits(facts, law, today)
  );
});

const bothHaveSigned: Standing = choose((facts, { law }) => {
  const on = conclusionBySignaturesDay(facts, law);
  return on !== null && partyIsIdentified(facts) && !priceHasLapsed(facts, on, law);
});

const dueDateMoves: Standing = choose((facts, { law }) => {
  const on = conclusionBySignaturesDay(facts, law);
  return (
    on !== null &&
    !advanceIsPaidInTime(facts) &&
    dueOnAfterConclusion(facts, day(on), law) !== facts.offer?.paymentDueOn
  );
});

const conclusionWaitsForPrice: Standing = choose((facts, { law }) => {
  const on = conclusionByPaymentDay(facts) ?? conclusionBySignaturesDay(facts, law);
  return (
    on !== null && priceHasLapsed(facts, on, law) && !facts.flags.some((flag) => flag.name === 'price-lapsed')
  );
});

export const concludedByPayment = byItself('concluded by payment', {
  clause: 'II.11.5',
  says: 'The full customer share is on the account: the contract is concluded without signatures.',
  possible: { shareIsPaidForIt },
  write: (facts, event) => concluded(facts, event, conclusionByPaymentDay(facts)!, 'payment'),
  effects: [notice('N-INFORCE')],
});

export const concludedLate = byItself('concluded by signatures, due date moves', {
  clause: 'II.11.5',
  says: 'Both parties have signed late: the invoice is issued again with a later due date.',
  possible: { bothHaveSigned, dueDateMoves },
  write: (facts, event) =>
    concluded(facts, event, conclusionBySignaturesDay(facts, event.law)!, 'signatures'),
  effects: [voidInvoice, invoice('advance'), notice('N-ADVINV'), notice('N-INFORCE')],
});

export const concludedBySignatures = byItself('concluded by signatures', {
  clause: 'II.11.5',
  says: 'Both parties have signed.',
  possible: { bothHaveSigned },
  write: (facts, event) =>
    concluded(facts, event, conclusionBySignaturesDay(facts, event.law)!, 'signatures'),
  effects: [notice('N-INFORCE')],
});

export const priceLapsed = byItself('conclusion waits for a price', {
  clause: 'II.1.8',
  says: 'The price no longer holds: the offer is to be issued again.',
  possible: { conclusionWaitsForPrice },
  write: (facts, { today }) => ({ flags: withFlag(facts, 'price-lapsed', today) }),
});
