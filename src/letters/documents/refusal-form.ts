import { z } from 'zod';
import type { LetterAsked } from '../../casework/carry-out/letter.ts';
import { factsOf, lastDayOf, termsFor } from '../asked.ts';
import { count, isoDay } from '../fields.ts';
import { partyFields, partyOf } from './shapes.ts';

/** The form by which the customer withdraws or refuses (II.15.3). With the offer its last day is not known yet. */
export const refusalFormFields = z.strictObject({
  customer: partyFields,
  inForceOn: isoDay.nullable(),
  lastDay: isoDay.nullable(),
  withdrawalDays: count,
});

export const refusalFormOf = (asked: LetterAsked): z.input<typeof refusalFormFields> => ({
  customer: partyOf(asked),
  inForceOn: factsOf(asked).inForceOn,
  lastDay: lastDayOf(asked, 'withdrawal'),
  withdrawalDays: termsFor(asked).withdrawalDays,
});
