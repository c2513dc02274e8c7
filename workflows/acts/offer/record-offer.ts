import { type Day, day } from '../../../src/law/days.ts';
import { type Channel, deemedReceipt } from '../../../src/law/deemed-receipt.ts';
import { keptQuote } from '../../../src/law/fees/kept-quote.ts';
import { postDaysOf } from '../../derived.ts';
import type { Facts, Objection } from '../../facts.ts';
import type { Happening, Now } from '../../happening.ts';
import { withoutFlags, withoutPassed } from '../changes.ts';
import type { Writing } from '../way.ts';
import type { OfferData } from './offer-data.ts';

/** When a letter of today counts as received (II.16.4). */
export const receivedBy = (
  facts: Facts,
  channel: Channel,
  { law, today }: Pick<Now, 'law' | 'today'>,
): string => {
  const on: Day = day(today);
  return deemedReceipt(channel, on, postDaysOf(facts, law, on)).on.toString();
};

/** An objection that waits is decided; any other stays as it is. */
export const settled = (
  objection: Objection | null,
  outcome: Objection['outcome'],
  on: string,
): Objection | null =>
  objection?.outcome === 'pending' ? { ...objection, outcome, decidedOn: on } : objection;

/** Part I and its invoice, issued or issued anew: a new window, and nothing signed or warned of yet. */
export const recordOffer: Writing<Happening<string, OfferData>> = (facts, event) => {
  const { data, today, seq, law, computed, type } = event;
  const quote = keptQuote(computed.quote!);
  const upheld = settled(facts.objection, 'upheld', today);
  return {
    offer: {
      seq,
      issuedOn: today,
      firstIssuedOn: facts.offer?.firstIssuedOn ?? today,
      channel: data.channel,
      deemedReceivedOn: receivedBy(facts, data.channel, event),
      termOn: data.termOn,
      paymentDueOn: data.paymentDueOn,
      ownershipBoundary: data.ownershipBoundary,
      advanceGross: data.advanceGross ?? quote.customerGross,
      worksBeforeFullPayment: data.worksBeforeFullPayment,
      worksInWithdrawalPeriod: data.worksInWithdrawalPeriod,
      partOne: data.partOne ?? {},
      termsVersion: law.termsInForce(day(today)).version,
      quote,
      revised: type === 'offer.revised',
    },
    objection: null,
    objectionsBefore: upheld ? [...facts.objectionsBefore, upheld] : facts.objectionsBefore,
    signatures: {},
    warning: null,
    passed: withoutPassed(facts, 'objection-window', 'objection-answer', 'annulment-earliest'),
    flags: withoutFlags(facts, 'price-lapsed', 'objection-answer-breach'),
  };
};
