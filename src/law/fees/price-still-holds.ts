import type { Clause } from '../clauses.ts';
import { type Day, day, type IsoDay, isAfter } from '../days.ts';
import type { LawBook } from '../law-book.ts';
import { figureInForce } from '../parameters/figure-in-force.ts';
import { say, type Words } from '../words.ts';
import { CLAUSE } from './component.ts';
import { exact } from './exact.ts';
import type { KeptQuote } from './kept-quote.ts';
import { en, lv } from './spoken.ts';

export type StillHolds =
  | { readonly holds: true }
  | {
      readonly holds: false;
      readonly code: 'technical-rules-lapsed' | 'return-rate-changed';
      readonly clause: Clause;
      readonly detail: Words;
    };

/** Whether a price offered earlier can be concluded on this day (OQ-FEE-9): the technical rules that let 1/7 apply are
 *  still valid, and the return rate is still the one of the offer (II.def.fee-1/8.6: the rate at conclusion).
 *  Rules valid to 2022-02-28: the price holds on that day and no more on 2022-03-01. */
export function priceStillHolds(quote: KeptQuote, concludedOn: Day, book: LawBook): StillHolds {
  if (!book.setting('regime.recheckAtConclusion', concludedOn)) return { holds: true };
  return (
    technicalRulesLapsed(quote, concludedOn) ?? returnRateChanged(quote, concludedOn, book) ?? { holds: true }
  );
}

function technicalRulesLapsed(
  { regimeApplied, request }: KeptQuote,
  concludedOn: Day,
): StillHolds | undefined {
  const validUntil = request.technicalRules?.validUntil;
  if (regimeApplied !== '1/7' || validUntil === undefined || !isAfter(concludedOn, day(validUntil)))
    return undefined;
  return {
    holds: false,
    code: 'technical-rules-lapsed',
    clause: CLAUSE.comparison,
    detail: say(
      `Tehniskie noteikumi bija derīgi līdz ${lv.date(validUntil)}, tāpēc maksu pēc lēmuma 1/7 vairs nepiemēro. Jāizsniedz jauns piedāvājums pēc lēmuma 1/8.`,
      `The technical rules were valid to ${en.date(validUntil)}, so the fee under SPRK 1/7 no longer applies. A new offer under 1/8 is to be issued.`,
    ),
  };
}

/** A rate that stood in the request is judged by what has changed since: only a figure that came into force after the
 *  day of the price can put it aside. */
function returnRateChanged(quote: KeptQuote, concludedOn: Day, book: LawBook): StillHolds | undefined {
  const { annualRate } = quote.financing;
  if (annualRate === null) return undefined;
  const rateOn = (on: Day) => figureInForce('capital-return-rate', on, book);
  const now = rateOn(concludedOn);
  if (!now || exact(now.value).equals(annualRate)) return undefined;
  const wasGiven = quote.request.deferral?.annualRate !== undefined;
  if (wasGiven && rateOn(day(quote.concludedOn))?.value === now.value) return undefined;
  return changedRate(annualRate, now.value, now.since, concludedOn);
}

const changedRate = (offered: string, rate: string, since: IsoDay, concludedOn: Day): StillHolds => ({
  holds: false,
  code: 'return-rate-changed',
  clause: CLAUSE.financing18,
  detail: say(
    `Piedāvājumā kapitāla atdeves likme ir ${lv.percent(offered)}, bet ${lv.date(concludedOn.toString())} spēkā ir ${lv.percent(rate)} (kopš ${lv.date(since)}). Finansēšana jāpārrēķina un piedāvājums jāizsniedz no jauna.`,
    `The offer uses a capital return rate of ${en.percent(offered)}, but ${en.percent(rate)} is in force on ${en.date(concludedOn.toString())} (since ${en.date(since)}). The financing is to be computed again and the offer re-issued.`,
  ),
});
