import { z } from 'zod';
import type { LetterAsked } from '../../casework/carry-out/letter.ts';
import { termOf } from '../asked.ts';
import { isoDay } from '../fields.ts';
import { parametersFields, parametersOf, partyFields, partyOf } from './shapes.ts';

/** The declaration that the customer's installations are built and ready for voltage (II.def.readiness, II.2.6). */
export const readinessFormFields = z.strictObject({
  customer: partyFields,
  parameters: parametersFields,
  termOn: isoDay,
});

export const readinessFormOf = (asked: LetterAsked): z.input<typeof readinessFormFields> => ({
  customer: partyOf(asked),
  parameters: parametersOf(asked),
  termOn: termOf(asked) ?? '',
});
