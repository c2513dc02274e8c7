import { z } from 'zod';
import { advanceIsPaidInTime, windowLastDay } from '../../../workflows/derived.ts';
import type { LetterAsked } from '../../casework/carry-out/letter.ts';
import { day, isAfter } from '../../law/days.ts';
import { factsOf, offerOf, termsFor, todayOf } from '../asked.ts';
import { letter } from '../definition.ts';
import { feeExplanationOf } from '../documents/fee-explanation.ts';
import { partOneOf } from '../documents/part-one.ts';
import { refusalFormOf } from '../documents/refusal-form.ts';
import { feeFields, feeOf } from '../documents/shapes.ts';
import type { Enclosure } from '../enclosures.ts';
import { amount, count, isoDay, words } from '../fields.ts';

/** Part I and the advance invoice are issued (II.11.1): what is offered, and what the customer may do until when. */
const offerFields = z.strictObject({
  issuedOn: isoDay,
  windowDays: count,
  windowLastDay: isoDay,
  answerDays: count,
  warningDays: count,
  withdrawalDays: count,
  fee: feeFields,
  lines: z
    .array(z.strictObject({ label: words, amount, customerShare: amount, operatorShare: amount }))
    .min(1),
  advanceGross: amount,
  paidInAdvance: z.boolean(),
  instalments: count,
  paymentDueOn: isoDay,
  termOn: isoDay,
  worksBeforeFullPayment: z.boolean(),
  termsVersion: words,
});

const windowOf = (asked: LetterAsked): string =>
  windowLastDay(factsOf(asked), offerOf(asked), asked.moment.law).toString();

function offered(asked: LetterAsked): z.input<typeof offerFields> {
  const offer = offerOf(asked);
  const terms = termsFor(asked);
  return {
    issuedOn: offer.issuedOn,
    windowDays: terms.objectionDays,
    windowLastDay: windowOf(asked),
    answerDays: terms.objectionAnswerDays,
    warningDays: terms.annulmentWarningDays,
    withdrawalDays: terms.withdrawalDays,
    fee: feeOf(asked),
    lines: feeExplanationOf(asked).lines.map(({ label, amount: whole, customerShare, operatorShare }) => ({
      label,
      amount: whole,
      customerShare,
      operatorShare,
    })),
    advanceGross: offer.advanceGross,
    paidInAdvance: offer.advanceGross === offer.quote.customerGross,
    instalments: offer.quote.financing.schedule.length,
    paymentDueOn: offer.paymentDueOn,
    termOn: offer.termOn,
    worksBeforeFullPayment: offer.worksBeforeFullPayment,
    termsVersion: offer.termsVersion,
  };
}

const enclosed = (asked: LetterAsked): Enclosure[] => [
  { document: 'part-one', fields: partOneOf(asked) },
  { document: 'fee-explanation', fields: feeExplanationOf(asked) },
  { document: 'refusal-form', fields: refusalFormOf(asked) },
];

/** Sent again by post the offer is received later, and its window ends later (T-31). */
const refill = (asked: LetterAsked) => ({ windowLastDay: windowOf(asked) });

/** The failure was of the offer that is open, which thereby starts anew; any other offer is a thing of the past. */
const stands = (asked: LetterAsked): boolean => factsOf(asked).offer?.seq === asked.happened.event.seq;

export const offer = letter({ fields: offerFields, fill: offered, refill, stands, enclose: enclosed });

const changed = z.discriminatedUnion('what', [
  z.strictObject({ what: z.enum(['share', 'advance']), before: amount, after: amount }),
  z.strictObject({ what: z.enum(['term', 'dueDate']), before: isoDay, after: isoDay }),
  z.strictObject({ what: z.literal('boundary'), before: words, after: words }),
]);

function changesOf(asked: LetterAsked): z.input<typeof changed>[] {
  const before = asked.before.offer;
  const after = offerOf(asked);
  if (!before) return [];
  const all: z.input<typeof changed>[] = [
    { what: 'share', before: before.quote.customerGross, after: after.quote.customerGross },
    { what: 'advance', before: before.advanceGross, after: after.advanceGross },
    { what: 'term', before: before.termOn, after: after.termOn },
    { what: 'dueDate', before: before.paymentDueOn, after: after.paymentDueOn },
    { what: 'boundary', before: before.ownershipBoundary, after: after.ownershipBoundary },
  ];
  const advanceIsShare =
    before.advanceGross === before.quote.customerGross && after.advanceGross === after.quote.customerGross;
  return all.filter((one) => one.before !== one.after && !(one.what === 'advance' && advanceIsShare));
}

/** The objection is founded, or the price no longer held: a revised offer opens a new window (II.11.2). */
export const revisedOffer = letter({
  fields: offerFields.extend({
    objection: z.strictObject({ on: isoDay, reasons: z.array(words).min(1) }).nullable(),
    changes: z.array(changed),
  }),
  fill(asked) {
    const { objection } = asked.before;
    const founded =
      objection?.outcome === 'pending' ? { on: objection.on, reasons: [...objection.reasons] } : null;
    return { ...offered(asked), objection: founded, changes: changesOf(asked) };
  },
  refill,
  stands,
  enclose: enclosed,
});

/** The objection is rejected with reasons; the window is not restarted (T-03, L62). */
export const objectionRejected = letter({
  fields: z.strictObject({
    objection: z.strictObject({ on: isoDay, reasons: z.array(words).min(1) }),
    reasons: words,
    windowLastDay: isoDay,
    windowIsOpen: z.boolean(),
    /** The customer has signed or paid meanwhile. */
    hasAccepted: z.boolean(),
    warningDays: count,
  }),
  fill(asked) {
    const { event, state } = asked.happened;
    if (event.type !== 'objection.rejected')
      throw new Error(`A rejection was expected, found ${event.type}.`);
    const { objection, objectionsBefore } = state.facts;
    const rejected = objection ?? objectionsBefore.at(-1);
    const last = windowOf(asked);
    return {
      objection: { on: rejected?.on ?? '', reasons: [...(rejected?.reasons ?? [])] },
      reasons: event.data.reasons,
      windowLastDay: last,
      windowIsOpen: !isAfter(todayOf(asked), day(last)),
      hasAccepted: state.facts.signatures.customer !== undefined || advanceIsPaidInTime(state.facts),
      warningDays: termsFor(asked).annulmentWarningDays,
    };
  },
});
