import { Decimal } from 'decimal.js';
import { day, isAfter, isBefore } from '../../src/law/days.ts';
import { say } from '../../src/law/words.ts';
import type { OfferData } from '../acts/offer/offer-data.ts';
import { priceHasLapsed } from '../conclusion.ts';
import { annulmentEarliestDay, customerDidNoneOfTheThree, termsOf, windowLastDay } from '../derived.ts';
import type { Happening } from '../happening.ts';
import { type Asking, choose, fieldRefusal, refuse, type Standing, tooEarly } from './verdict.ts';

/** What an offer, its window and the warning of annulment ask for (II.11). */

export const offerFitsItsDates: Asking<Happening<string, OfferData>> = (_facts, { data, today }) => {
  if (!isAfter(day(data.termOn), day(today)))
    return fieldRefusal(
      'termOn',
      'II.2.6',
      say(
        `Termiņam jābūt pēc izsniegšanas dienas ${today}.`,
        `The term must lie after the day of issue, ${today}.`,
      ),
    );
  if (isBefore(day(data.paymentDueOn), day(today)))
    return fieldRefusal(
      'paymentDueOn',
      'II.10.2',
      say(
        `Samaksas termiņš nevar būt pirms izsniegšanas dienas ${today}.`,
        `The due date cannot lie before the day of issue, ${today}.`,
      ),
    );
  return null;
};

export const offerIsPriced: Asking<Happening<string, OfferData>> = (_facts, { data, computed }) => {
  const quote = computed.quote;
  if (!quote)
    return fieldRefusal(
      'quote',
      'II.11.1',
      say('Piedāvājumam vajag aprēķinātu maksu.', 'An offer needs a priced fee.'),
    );
  const [obstacle] = quote.obstacles;
  if (obstacle)
    return fieldRefusal(
      obstacle.code === 'deferral-not-eligible' ? 'quote.deferral' : 'quote',
      obstacle.clause,
      obstacle.detail,
    );
  if (data.advanceGross !== undefined && new Decimal(data.advanceGross).gt(quote.customerGross))
    return fieldRefusal(
      'advanceGross',
      'II.def.invoice',
      say(
        `Avanss pārsniedz klienta daļu ${quote.customerGross} EUR.`,
        `The advance exceeds the customer share of ${quote.customerGross} EUR.`,
      ),
    );
  return null;
};

export const windowIsOpen: Standing = choose(
  (facts, { today, law }) =>
    facts.offer !== null && !isAfter(day(today), windowLastDay(facts, facts.offer, law)),
);
export const windowHasClosed: Standing = choose((facts, now) => windowIsOpen(facts, now) !== null);

export const priceNoLongerHolds: Standing = (facts, { today, law }) =>
  priceHasLapsed(facts, today, law)
    ? null
    : refuse({
        code: 'offer.no-ground-to-revise',
        clause: 'II.11.2',
        detail: say(
          'Pārskatītu piedāvājumu izsniedz, ja klients ir pamatoti iebildis vai cena vairs nav spēkā.',
          'A revised offer is issued where the customer has objected or the price no longer holds.',
        ),
      });

export const warningHasRunItsCourse: Standing = (facts, { today, law }) => {
  const warned = facts.warning;
  if (!warned?.deemedReceivedOn)
    return refuse({
      code: 'annulment.no-warning',
      clause: 'II.11.3',
      detail: say(
        'Bez rakstiska brīdinājuma, kas nodots vismaz 10 dienas iepriekš, pieteikumu nevar anulēt.',
        'Without a written warning handed over at least 10 days before, the application cannot be annulled.',
      ),
    });
  const { annulmentWarningDays } = termsOf(facts, law, day(today));
  const earliest = annulmentEarliestDay(facts, law)!;
  return isBefore(day(today), earliest)
    ? tooEarly(
        'annulment.too-early',
        'II.11.3',
        earliest,
        say(
          `Pieteikumu var anulēt no ${earliest}: brīdinājums saņemts ${warned.deemedReceivedOn}, jāpaiet ${annulmentWarningDays} pilnām dienām.`,
          `The application can be annulled from ${earliest}: the warning was received on ${warned.deemedReceivedOn} and ${annulmentWarningDays} complete days must pass.`,
        ),
      )
    : null;
};

export const customerDidNothing: Standing = (facts) =>
  customerDidNoneOfTheThree(facts)
    ? null
    : refuse({
        code: 'annulment.customer-acted',
        clause: 'II.11.3',
        detail: say(
          'Klients ir parakstījis, samaksājis vai iebildis, tāpēc pieteikumu nevar anulēt.',
          'The customer has signed, paid or objected, so the application cannot be annulled.',
        ),
      });

export const annulmentIsNotHeld: Standing = (facts) =>
  facts.annulmentHold
    ? refuse({
        code: 'annulment.held',
        clause: 'II.11.3',
        detail: say(
          `Anulēšanu aptur darbinieka lēmums (${facts.annulmentHold.since}). Vispirms atceliet apturēšanu.`,
          `Annulment is held by a decision of ${facts.annulmentHold.since}. Release the hold first.`,
        ),
      })
    : null;

export const warningWasNotDelivered: Standing = (facts) =>
  facts.warning?.deemedReceivedOn
    ? refuse({
        code: 'warning.already-sent',
        clause: 'II.11.3',
        detail: say('Klients jau ir brīdināts.', 'The customer has already been warned.'),
      })
    : null;

export const warningMayComeEarly: Standing = (facts, { today, law }) =>
  law.setting('warning.earliest', day(today)) === 'anytime' && facts.offer
    ? null
    : tooEarly(
        'warning.window-runs',
        'II.11.3',
        (facts.offer ? windowLastDay(facts, facts.offer, law) : day(today)).add({ days: 1 }),
        say(
          'Brīdinājumu sūta pēc iebildumu termiņa beigām.',
          'The warning is sent after the objection window has ended.',
        ),
      );
