import { Decimal } from 'decimal.js';
import { z } from 'zod';
import { day, isBefore, laterOf } from '../../../src/law/days.ts';
import { type KeptQuote, keptQuote } from '../../../src/law/fees/kept-quote.ts';
import { quoteRequest } from '../../../src/law/fees/request.ts';
import type { LawBook } from '../../../src/law/law-book.ts';
import { amountOf } from '../../../src/law/money.ts';
import { say } from '../../../src/law/words.ts';
import { otherSideHasConsented, termMovesLater } from '../../conditions/agreement.ts';
import { type Asking, fieldRefusal } from '../../conditions/verdict.ts';
import { agreedTerms, matchingConsent } from '../../consent.ts';
import { isoDay, text } from '../../data.ts';
import { countedReceipts, demandIsMet, shareGross } from '../../derived.ts';
import type { Facts } from '../../facts.ts';
import type { Happening } from '../../happening.ts';
import { act, EITHER_PARTY } from '../act.ts';
import { withoutConsent } from '../changes.ts';
import type { Change } from '../way.ts';
import { FIRST_CONSENT, newTerm } from './agreed.ts';

const data = z.strictObject({
  agreement: text,
  termOn: isoDay.optional(),
  paymentDueOn: isoDay.optional(),
  quote: quoteRequest.optional(),
});
type Amended = Happening<string, z.output<typeof data>>;

/** An amendment does not make anything overdue: a new due date lies not before the day of consent. */
const dueDateCanBe: Asking<Amended> = (facts, event) => {
  const { data: given, today } = event;
  const dueOn =
    given.paymentDueOn ?? (matchingConsent(facts, event)?.terms.paymentDueOn as string | undefined);
  if (dueOn === undefined || !isBefore(day(dueOn), day(today))) return null;
  return fieldRefusal(
    'paymentDueOn',
    'II.12.1',
    say(`Samaksas termiņš ${dueOn} jau ir pagājis.`, `The due date ${dueOn} has already passed.`),
  );
};

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

/** Both sides sign an amendment: priced and dated anew where it says so (II.12). */
export const contractAmended = act({
  type: 'contract.amended',
  clause: 'II.12.1',
  data,
  form: { quote: { ofStaff: true } },
  by: EITHER_PARTY,
  joint: true,
  looksUp: 'price-of-amendment',
  files: { staff: 'scan' },
  ways: {
    agreed: {
      clause: 'II.12.2',
      says: 'Both sides sign an amendment: priced and dated anew where it says so.',
      allowed: { termMovesLater, dueDateCanBe, otherSideHasConsented },
      write: (facts, event) => {
        const { today, law } = event;
        const { termOn, paymentDueOn } = agreedTerms(facts, event) as {
          termOn?: string;
          paymentDueOn?: string;
        };
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
      },
    },
    firstConsent: { ...FIRST_CONSENT, allowed: { termMovesLater, dueDateCanBe } },
  },
});
