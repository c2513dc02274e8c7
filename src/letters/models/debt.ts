import { z } from 'zod';
import type { LetterAsked } from '../../casework/letters.ts';
import { demanded } from '../../../workflows/derived.ts';
import { daysBetween } from '../../law/days.ts';
import { earliestDayOf, factsOf, owedAmount, payableInvoice, termsFor, todayOf } from '../asked.ts';
import { letter } from '../definition.ts';
import { amount, count, isoDay } from '../fields.ts';
import { paymentFields, paymentOf } from './payment.ts';

const handOverFrom = (asked: LetterAsked): string => earliestDayOf(asked, 'debt-handover-earliest') ?? '';

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
    const { dueOn } = demanded(factsOf(asked)) ?? {};
    if (!dueOn) throw new Error('The letter warns of a debt; nothing is demanded.');
    const outstanding = owedAmount(asked);
    return {
      outstanding,
      dueOn: dueOn.toString(),
      daysOverdue: daysBetween(dueOn, todayOf(asked)),
      debtDays: termsFor(asked).debtDelayDays,
      handOverFrom: handOverFrom(asked),
      payment: paymentOf(payableInvoice(asked), outstanding),
    };
  },
  refill: (asked) => ({ handOverFrom: handOverFrom(asked) }),
});
