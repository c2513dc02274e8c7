import { Decimal } from 'decimal.js';
import { day, dayOf } from '../../src/law/days.ts';
import { type Channel, deemedReceipt } from '../../src/law/deemed-receipt.ts';
import { keptQuote } from '../../src/law/fees/kept-quote.ts';
import { amountOf } from '../../src/law/money.ts';
import type { CaseEvent } from '../case-event.ts';
import { conclusionByPaymentDay, conclusionBySignaturesDay } from '../checks/offer.ts';
import { countedReceipts, dueOnAfterConclusion, postDaysOf } from '../derived.ts';
import type { Facts, Objection } from '../facts.ts';
import { type Change, record, type Writing, withFlag, withoutFlags, withoutPassed } from './record.ts';

export const receivedBy = (facts: Facts, channel: Channel, event: CaseEvent): string =>
  deemedReceipt(channel, day(event.today), postDaysOf(facts, event.law, day(event.today))).on.toString();

const settled = (objection: Objection | null, outcome: Objection['outcome'], on: string): Objection | null =>
  objection?.outcome === 'pending' ? { ...objection, outcome, decidedOn: on } : objection;

const recordOffer = record<'offer.issued' | 'offer.revised'>((facts, event) => {
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
});

function concluded(facts: Facts, event: CaseEvent, on: string, by: Facts['inForceBy']): Change {
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

export const OFFER_RECORDS = {
  recordOffer,
  recordObjection: record<'offer.objected'>((facts, { data, today, seq }) => ({
    objection:
      facts.objection?.outcome === 'pending'
        ? { ...facts.objection, reasons: [...facts.objection.reasons, data.reasons] }
        : { on: today, seq, reasons: [data.reasons], outcome: 'pending', decidedOn: null },
    objectionsBefore:
      facts.objection && facts.objection.outcome !== 'pending'
        ? [...facts.objectionsBefore, facts.objection]
        : facts.objectionsBefore,
    // Further reasons of the same objection give no further time for the answer.
    passed: facts.objection?.outcome === 'pending' ? facts.passed : withoutPassed(facts, 'objection-answer'),
  })),
  recordRejection: record<'objection.rejected'>((facts, { today }) => ({
    objection: settled(facts.objection, 'rejected', today),
    flags: withoutFlags(facts, 'objection-answer-breach'),
  })),
  recordSignature: record<'contract.signed'>((facts, { data, at, seq, law, today }) => {
    const signedAt = data.signedAt ?? at;
    return {
      signatures: {
        ...facts.signatures,
        [data.party]: {
          form: data.form,
          on: dayOf(signedAt, law.operator.timeZone).toString(),
          at: signedAt,
          seq,
          declared: data.form === 'esign-timestamped',
        },
      },
      flags: data.form === 'esign-timestamped' ? withFlag(facts, 'declared-signature', today) : facts.flags,
    };
  }),
  recordPriceLapsed: (facts, { today }) => ({ flags: withFlag(facts, 'price-lapsed', today) }),
  concludeByPayment: (facts, event) => concluded(facts, event, conclusionByPaymentDay(facts)!, 'payment'),
  concludeBySignatures: (facts, event) =>
    concluded(facts, event, conclusionBySignaturesDay(facts, event.law)!, 'signatures'),
  recordWarning: record<'annulment.warned'>((facts, event) => {
    const channel = event.data.channel ?? facts.offer!.channel;
    return {
      warning: {
        seq: event.seq,
        sentOn: event.today,
        channel,
        deemedReceivedOn: receivedBy(facts, channel, event),
      },
      passed: withoutPassed(facts, 'annulment-earliest'),
    };
  }),
  /** A failed delivery takes the deemed receipt back; the letter goes by post to the known address (T-31). */
  recordWarningFailed: (facts, event) => ({
    warning: {
      ...facts.warning!,
      seq: event.seq,
      channel: 'post',
      sentOn: event.today,
      deemedReceivedOn: event.computed.postalAddressKnown ? receivedBy(facts, 'post', event) : null,
    },
    passed: withoutPassed(facts, 'annulment-earliest'),
    flags: withFlag(facts, 'letter-undelivered', event.today),
  }),
  recordOfferFailed: (facts, event) => ({
    offer: {
      ...facts.offer!,
      seq: event.seq,
      channel: 'post',
      deemedReceivedOn: receivedBy(facts, 'post', event),
    },
    warning: null,
    passed: withoutPassed(facts, 'objection-window', 'annulment-earliest'),
    flags: withFlag(facts, 'letter-undelivered', event.today),
  }),
  recordAnnulmentHold: record<'annulment.held'>((_facts, { data, today, actor }) => ({
    annulmentHold: { since: today, by: actor, reasons: data.reasons },
  })),
  releaseAnnulmentHold: () => ({ annulmentHold: null }),
  recordAnnulment: record<'application.annulled'>((facts, { data, today }) => ({
    ending: {
      reason: 'annulled',
      clause: 'II.11.3',
      by: 'operator',
      on: today,
      reasons: data.reasons ?? null,
    },
    refund: {
      due: amountOf(countedReceipts(facts)),
      retained: amountOf(new Decimal(0)),
      paid: amountOf(new Decimal(0)),
      reasons: 'II.11.3',
    },
  })),
  recordWithdrawnApplication: record<'application.withdrawn'>((facts, { data, today }) => ({
    ending: { reason: 'withdrawn', clause: null, by: 'customer', on: today, reasons: data.reasons ?? null },
    refund: {
      due: amountOf(countedReceipts(facts)),
      retained: '0.00',
      paid: '0.00',
      reasons: 'application withdrawn before conclusion',
    },
  })),
} as const satisfies Record<string, Writing>;
