import { Decimal } from 'decimal.js';
import { day, dayOf, isAfter, isBefore, laterOf } from '../../src/law/days.ts';
import { priceStillHolds } from '../../src/law/fees/price-still-holds.ts';
import type { LawBook } from '../../src/law/law-book.ts';
import { say } from '../../src/law/words.ts';
import {
  advanceIsPaidInTime,
  annulmentEarliestDay,
  countedReceipts,
  customerDidNoneOfTheThree,
  dayReached,
  dueOnAfterConclusion,
  shareGross,
  shareIsPaid,
  termsOf,
  windowLastDay,
} from '../derived.ts';
import type { Facts } from '../facts.ts';
import {
  type Check,
  check,
  choose,
  fieldRefusal,
  notBefore,
  notInTheFuture,
  refuse,
  tooEarly,
} from './check.ts';

const offerFitsItsDates: Check = check<'offer.issued' | 'offer.revised'>((_facts, { data, today }) => {
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
});

const offerIsPriced: Check = check<'offer.issued' | 'offer.revised'>((_facts, { data, computed }) => {
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
});

const windowIsOpen = choose(
  (facts, { today, law }) =>
    facts.offer !== null && !isAfter(day(today), windowLastDay(facts, facts.offer, law)),
);

const priceHasLapsed = (facts: Facts, on: string, law: LawBook): boolean =>
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

const thirdPartyPaymentWaits = (facts: Facts, law: LawBook, on: string): boolean =>
  facts.flags.some((flag) => flag.name === 'third-party-payment') &&
  law.setting('thirdPartyPayment', day(on)) === 'holdUntilConfirmed';

const signatureIsValid: Check = check<'contract.signed'>((facts, { data, at, today, law }) => {
  const signedAt = data.signedAt ?? at;
  if (Temporal.Instant.compare(signedAt, at) > 0)
    return fieldRefusal(
      'signedAt',
      'II.11.5',
      say('Paraksta laiks ir nākotnē.', 'The time of the signature lies in the future.'),
    );
  const stamped = data.timestamped === true || law.setting('signature.untimestampedCounts', day(today));
  if (data.form === 'esign-timestamped' && !stamped)
    return refuse({
      code: 'signature.no-time-stamp',
      clause: 'II.7.6.3',
      detail: say(
        'E-paraksts bez laika zīmoga nav derīgs līguma parakstīšanai. Parakstiet vēlreiz ar laika zīmogu, portālā vai ar roku.',
        'An e-signature without a time stamp does not sign the contract. Sign again with a time stamp, in the portal or by hand.',
      ),
    });
  return notBefore(
    'signedAt',
    dayOf(signedAt, law.operator.timeZone).toString(),
    facts.offer?.issuedOn ?? null,
    'II.11.5',
    say('piedāvājuma izsniegšana', 'the issue of the offer'),
  );
});

const partyHasNotSigned: Check = check<'contract.signed'>((facts, { data }) =>
  facts.signatures[data.party]
    ? refuse({
        code: 'contract.already-signed',
        clause: 'II.11.5',
        detail: say('Šī puse jau ir parakstījusi.', 'This party has already signed.'),
      })
    : null,
);

/** T-12a: while an objection is pending the operator signs only if the customer signed after objecting. */
const objectionDoesNotWait: Check = check<'contract.signed'>((facts, { data }) => {
  const pending = facts.objection?.outcome === 'pending' ? facts.objection : null;
  const affirmed =
    pending !== null &&
    facts.signatures.customer !== undefined &&
    facts.signatures.customer.seq > pending.seq;
  return data.party === 'customer' || pending === null || affirmed
    ? null
    : refuse({
        code: 'objection.pending',
        clause: 'II.11.2',
        detail: say(
          'Vispirms jāizlemj par klienta iebildumu: noraidiet to ar pamatojumu vai izsniedziet pārskatītu piedāvājumu.',
          'Decide the customer’s objection first: reject it with reasons or issue a revised offer.',
        ),
      });
});

const warningHasRunItsCourse: Check = (facts, { today, law }) => {
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

const customerDidNothing: Check = (facts) =>
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

const annulmentIsNotHeld: Check = (facts) =>
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

const warningWasNotDelivered: Check = (facts) =>
  facts.warning?.deemedReceivedOn
    ? refuse({
        code: 'warning.already-sent',
        clause: 'II.11.3',
        detail: say('Klients jau ir brīdināts.', 'The customer has already been warned.'),
      })
    : null;

const warningMayComeEarly: Check = (facts, { today, law }) =>
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

export const OFFER_CHECKS = {
  warningWasNotDelivered,
  warningMayComeEarly,
  isWarned: choose((facts) => facts.warning !== null),
  offerFitsItsDates,
  offerIsPriced,
  windowIsOpen,
  windowHasClosed: choose((facts, event) => windowIsOpen(facts, event) !== null),
  customerDidNoneOfTheThree: choose(customerDidNoneOfTheThree),
  customerHasActedOtherwise: choose(
    (facts) => facts.signatures.customer !== undefined || advanceIsPaidInTime(facts),
  ),
  customerDidNothing,
  annulmentIsNotHeld,
  annulmentIsHeld: (facts: Facts) =>
    facts.annulmentHold
      ? null
      : refuse({
          code: 'hold.none',
          clause: 'II.11.3',
          detail: say('Anulēšana nav apturēta.', 'There is no hold to release.'),
        }),
  warningHasRunItsCourse,
  signatureIsValid,
  partyHasNotSigned,
  objectionDoesNotWait,
  priceHasLapsed: ((facts, { today, law }) =>
    priceHasLapsed(facts, today, law)
      ? null
      : refuse({
          code: 'offer.no-ground-to-revise',
          clause: 'II.11.2',
          detail: say(
            'Pārskatītu piedāvājumu izsniedz, ja klients ir pamatoti iebildis vai cena vairs nav spēkā.',
            'A revised offer is issued where the customer has objected or the price no longer holds.',
          ),
        })) satisfies Check,
  concludedByPayment: choose((facts, { today, law }) => {
    const on = conclusionByPaymentDay(facts);
    return (
      on !== null &&
      facts.identification?.counts === true &&
      !priceHasLapsed(facts, on, law) &&
      !thirdPartyPaymentWaits(facts, law, today)
    );
  }),
  concludedBySignatures: choose((facts, { law }) => {
    const on = conclusionBySignaturesDay(facts, law);
    return on !== null && facts.identification?.counts === true && !priceHasLapsed(facts, on, law);
  }),
  dueDateMoves: choose((facts, { law }) => {
    const on = conclusionBySignaturesDay(facts, law);
    return (
      on !== null &&
      !advanceIsPaidInTime(facts) &&
      dueOnAfterConclusion(facts, day(on), law) !== facts.offer?.paymentDueOn
    );
  }),
  conclusionWaitsForPrice: choose((facts, { law }) => {
    const on = conclusionByPaymentDay(facts) ?? conclusionBySignaturesDay(facts, law);
    return (
      on !== null &&
      priceHasLapsed(facts, on, law) &&
      !facts.flags.some((flag) => flag.name === 'price-lapsed')
    );
  }),
  receiptDateCanBe: check<'payment.received'>(
    (facts, { data, today }) =>
      notInTheFuture('receivedOn', data.receivedOn, today, 'II.10.2') ??
      notBefore(
        'receivedOn',
        data.receivedOn,
        facts.receivedOn,
        'II.10.1',
        say('pieteikuma saņemšana', 'receipt of the application'),
      ),
  ),
  failedNoticeIs: check<'notice.failed'>((_facts, { computed }, params) =>
    params?.notice?.split(',').includes(computed.failedNotice?.notice ?? '') ? null : 'not-this-way',
  ),
  /** A failed e-mail takes a receipt back where e-mail counts as the notice; otherwise it was a copy of the portal's. A
   *  posted letter counts on the 7th day also where it comes back: 16.6 protects who used the known address (T-31). */
  failedNoticeIsCurrent: check<'notice.failed'>((facts, { computed: { failedNotice }, law, today }) => {
    const current =
      failedNotice &&
      [facts.warning?.seq, facts.offer?.seq, facts.debtWarning?.seq].includes(failedNotice.seq);
    const counted = failedNotice?.channel !== 'email' || law.setting('email.counts', day(today)) === 'always';
    return current && counted && failedNotice.channel !== 'post' ? null : 'not-this-way';
  }),
} as const satisfies Record<string, Check>;
