import { Decimal } from 'decimal.js';
import { day, laterOf } from '../../src/law/days.ts';
import { type KeptQuote, keptQuote } from '../../src/law/fees/kept-quote.ts';
import type { LawBook } from '../../src/law/law-book.ts';
import { amountOf } from '../../src/law/money.ts';
import { agreedTerms, consentOf, isJointAct, matchingConsent } from '../consent.ts';
import { countedReceipts, demandIsMet, shareGross } from '../derived.ts';
import type { Facts } from '../facts.ts';
import { type Change, record, type Writing, withoutFlags } from './record.ts';

/** What both sides agree on while the contract is in force (II.4.6, II.12). */

function withoutConsent(facts: Facts, type: string): Facts['consents'] {
  const { [type]: _given, ...others } = facts.consents;
  return others;
}

/** A term agreed anew replaces the old one; suspensions before the agreement are in it. */
function newTerm(facts: Facts, termOn: string, today: string): Change {
  return {
    term: { on: termOn, countsFrom: today },
    forceMajeure:
      facts.forceMajeure && facts.forceMajeure.endedOn === null
        ? { ...facts.forceMajeure, newTermAgreed: true }
        : facts.forceMajeure,
    flags: withoutFlags(facts, 'not-ready-by-term', 'offer-to-extend-term', 'term-missed-by-operator'),
  };
}

/** A price agreed anew: before the works begin the whole share is demanded if it was before, never more than the share. */
function repriced(offer: NonNullable<Facts['offer']>, facts: Facts, quote: KeptQuote): Change {
  const wholeShare = new Decimal(offer.advanceGross).equals(shareGross(facts)) && !facts.worksStartedOn;
  const advance = wholeShare
    ? new Decimal(quote.customerGross)
    : Decimal.min(offer.advanceGross, quote.customerGross);
  return { offer: { ...offer, quote, advanceGross: amountOf(advance) } };
}

interface NewDueDate {
  readonly agreedOn: string | undefined;
  /** More is demanded of a customer who owed nothing. */
  readonly raised: boolean;
  readonly today: string;
  readonly law: LawBook;
}

/** The agreed day; where the share was raised without one, at least the days that follow a conclusion (T-20a), so that an
 *  amendment makes nothing overdue. */
function dueAnew(facts: Facts, { agreedOn, raised, today, law }: NewDueDate): Change {
  const { paymentDueOn, finalInvoice } = facts;
  if (agreedOn === undefined && !raised) return {};
  const least = day(today).add({ days: law.setting('dueDate.daysAfterConclusion', day(today)) });
  const notBeforeLeast = (on: string) => agreedOn ?? laterOf(day(on), least).toString();
  return {
    paymentDueOn: notBeforeLeast(paymentDueOn ?? today),
    finalInvoice: finalInvoice && { ...finalInvoice, dueOn: notBeforeLeast(finalInvoice.dueOn) },
  };
}

export const AGREEMENT_RECORDS = {
  recordConsent: (facts, event) =>
    isJointAct(event) ? { consents: { ...facts.consents, [event.type]: consentOf(event) } } : {},
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
  recordAmendment: record<'contract.amended'>((facts, event) => {
    const { today, law } = event;
    const { termOn, paymentDueOn } = agreedTerms(facts, event) as { termOn?: string; paymentDueOn?: string };
    const quote = event.computed.quote
      ? keptQuote(event.computed.quote)
      : (matchingConsent(facts, event)?.quote ?? null);
    const raised = quote !== null && demandIsMet(facts) && countedReceipts(facts).lt(quote.customerGross);
    return {
      ...(termOn ? newTerm(facts, termOn, today) : {}),
      ...dueAnew(facts, { agreedOn: paymentDueOn, raised, today, law }),
      ...(quote && facts.offer ? repriced(facts.offer, facts, quote) : {}),
      amendedOn: today,
      consents: withoutConsent(facts, event.type),
    };
  }),
} as const satisfies Record<string, Writing>;
