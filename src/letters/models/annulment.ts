import { z } from 'zod';
import { windowLastDay } from '../../../workflows/derived.ts';
import type { LetterAsked } from '../../casework/carry-out/letter.ts';
import { earliestDayAfter } from '../../law/days.ts';
import { factsOf, offerOf, owedAmount, payableInvoice, receivedAmount, termsFor, todayOf } from '../asked.ts';
import { letter } from '../definition.ts';
import { creditNotesFor } from '../documents/credit-note.ts';
import { amount, count, isoDay, words } from '../fields.ts';
import { paymentFields, paymentOf } from './payment.ts';

const windowOf = (asked: LetterAsked): string =>
  windowLastDay(factsOf(asked), offerOf(asked), asked.moment.law).toString();

/** The first day on which the application may be annulled: ten complete days after this letter is received. */
const earliestDay = (asked: LetterAsked): string =>
  earliestDayAfter(asked.receipt.on, termsFor(asked).annulmentWarningDays).toString();

/** The window has passed without any of the three acts: the warning that goes before an annulment (II.11.3). */
export const annulmentWarning = letter({
  fields: z.strictObject({
    issuedOn: isoDay,
    windowLastDay: isoDay,
    warningDays: count,
    earliestDay: isoDay,
    received: amount,
    outstanding: amount,
    payment: paymentFields.nullable(),
  }),
  fill(asked) {
    const outstanding = owedAmount(asked);
    return {
      issuedOn: offerOf(asked).issuedOn,
      windowLastDay: windowOf(asked),
      warningDays: termsFor(asked).annulmentWarningDays,
      earliestDay: earliestDay(asked),
      received: receivedAmount(asked),
      outstanding,
      payment: paymentOf(payableInvoice(asked), outstanding),
    };
  },
  refill: (asked) => ({ earliestDay: earliestDay(asked) }),
  stands: (asked) => factsOf(asked).warning?.seq === asked.happened.event.seq,
});

/** The application is annulled (II.11.3), or money has come after the annulment and founds no contract (II.11.4). */
export const annulment = letter({
  fields: z.discriminatedUnion('tells', [
    z.strictObject({
      tells: z.literal('annulled'),
      on: isoDay,
      byClock: z.boolean(),
      reasons: words.nullable(),
      warnedOn: isoDay,
      windowLastDay: isoDay,
      refund: amount,
      refundDays: count,
    }),
    z.strictObject({
      tells: z.literal('late-money'),
      annulledOn: isoDay,
      amount,
      receivedOn: isoDay,
      /** The money was on the account before the annulment: staff look at a reinstatement. */
      receivedBefore: z.boolean(),
      refund: amount,
      refundDays: count,
    }),
  ]),
  fill(asked) {
    const { event } = asked.happened;
    const { ending, refund, warning } = factsOf(asked);
    const refundDays = asked.moment.law.setting('refund.days', todayOf(asked));
    const owed = refund?.due ?? '0.00';
    const on = ending?.on ?? '';
    if (event.type === 'payment.received') {
      const { amount: paid, receivedOn } = event.data;
      return {
        tells: 'late-money' as const,
        annulledOn: on,
        amount: paid,
        receivedOn,
        receivedBefore: receivedOn < on,
        refund: owed,
        refundDays,
      };
    }
    return {
      tells: 'annulled' as const,
      on,
      byClock: event.role === 'clock',
      reasons: ending?.reasons ?? null,
      warnedOn: warning?.sentOn ?? '',
      windowLastDay: windowOf(asked),
      refund: owed,
      refundDays,
    };
  },
  enclose: (asked) => creditNotesFor(asked).map((fields) => ({ document: 'credit-note', fields })),
});
