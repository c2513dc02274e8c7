import { z } from 'zod';
import { demanded } from '../../../workflows/derived.ts';
import type { LetterAsked } from '../../casework/carry-out/letter.ts';
import { type Day, daysBetween, earliestDayAfter, laterOf } from '../../law/days.ts';
import { factsOf, isZero, owedAmount, payableInvoice, termsFor, todayOf } from '../asked.ts';
import { letter } from '../definition.ts';
import { amount, count, isoDay } from '../fields.ts';
import { paymentFields, paymentOf } from './payment.ts';

/** After 60 complete days of delay, and never before this warning is received. */
function handOverFrom(asked: LetterAsked, dueOn: Day): string {
  const afterDelay = earliestDayAfter(dueOn, termsFor(asked).debtDelayDays);
  return laterOf(afterDelay, asked.receipt.on.add({ days: 1 })).toString();
}

const dueDay = (asked: LetterAsked): Day | null => demanded(factsOf(asked))?.dueOn ?? null;

/** The share is overdue although the works have started: the warning that goes before a hand-over (II.10.5). */
export const debtWarning = letter({
  fields: z.strictObject({
    outstanding: amount,
    dueOn: isoDay,
    daysOverdue: count,
    debtDays: count,
    handOverFrom: isoDay,
    payment: paymentFields.nullable(),
  }),
  fill(asked) {
    const dueOn = dueDay(asked);
    if (!dueOn) throw new Error('The letter warns of a debt; nothing is demanded.');
    const outstanding = owedAmount(asked);
    return {
      outstanding,
      dueOn: dueOn.toString(),
      daysOverdue: daysBetween(dueOn, todayOf(asked)),
      debtDays: termsFor(asked).debtDelayDays,
      handOverFrom: handOverFrom(asked, dueOn),
      payment: paymentOf(payableInvoice(asked), outstanding),
    };
  },
  refill(asked) {
    const dueOn = dueDay(asked);
    return dueOn ? { handOverFrom: handOverFrom(asked, dueOn) } : {};
  },
  /** The warning is still the one that counts, and there is still a debt to warn of. */
  stands: (asked) =>
    factsOf(asked).debtWarning?.seq === asked.happened.event.seq &&
    dueDay(asked) !== null &&
    !isZero(owedAmount(asked)),
});
