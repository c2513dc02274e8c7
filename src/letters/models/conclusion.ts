import { z } from 'zod';
import { deferralIsAgreed } from '../../../workflows/derived.ts';
import { factsOf, lastDayOf, offerOf, owedAmount, termOf, termsFor } from '../asked.ts';
import { letter } from '../definition.ts';
import { refusalFormOf } from '../documents/refusal-form.ts';
import { amount, count, isoDay, words } from '../fields.ts';

/** The contract is in force (II.11.5): since when, by which act, and how long the customer may withdraw (II.15). */
export const inForce = letter({
  fields: z.strictObject({
    on: isoDay,
    by: z.enum(['signatures', 'payment']),
    /** Somebody else than the customer has paid (T-09). */
    byOtherPayer: z.boolean(),
    withdrawalDays: count,
    withdrawalLastDay: isoDay,
    shareGross: amount,
    outstanding: amount,
    deferred: z.boolean(),
    paymentDueOn: isoDay,
    dueDateMoved: z.boolean(),
    worksBeforeFullPayment: z.boolean(),
    worksInWithdrawalPeriod: z.boolean(),
    termOn: isoDay,
    termsVersion: words,
  }),
  fill(asked) {
    const facts = factsOf(asked);
    const offer = offerOf(asked);
    const paymentDueOn = facts.paymentDueOn ?? '';
    return {
      on: facts.inForceOn ?? '',
      by: facts.inForceBy ?? 'signatures',
      byOtherPayer: facts.flags.some((flag) => flag.name === 'third-party-payment'),
      withdrawalDays: termsFor(asked).withdrawalDays,
      withdrawalLastDay: lastDayOf(asked, 'withdrawal') ?? '',
      shareGross: offer.quote.customerGross,
      outstanding: owedAmount(asked),
      deferred: deferralIsAgreed(facts),
      paymentDueOn,
      dueDateMoved: paymentDueOn !== offer.paymentDueOn,
      worksBeforeFullPayment: offer.worksBeforeFullPayment,
      worksInWithdrawalPeriod: offer.worksInWithdrawalPeriod,
      termOn: termOf(asked) ?? '',
      termsVersion: facts.termsVersion ?? '',
    };
  },
  enclose: (asked) => [{ document: 'refusal-form', fields: refusalFormOf(asked) }],
});
