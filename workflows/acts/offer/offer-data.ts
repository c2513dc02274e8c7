import { z } from 'zod';
import { quoteRequest } from '../../../src/law/fees/request.ts';
import { RATIO } from '../../../src/law/parameters/figure.ts';
import { TERMS_CLAUSES, type TermsParameter } from '../../../src/law/terms/terms.ts';
import { amount, channel, isoDay, text } from '../../data.ts';

/** What an offer says: Part I, its price and its days (II.11.1). */

const MOST_DAYS = 3650;
const MOST_VOLT = 110_000;
const wholeNumber = (most: number) =>
  z
    .int(`a whole number from 0 to ${most}`)
    .min(0, `a whole number from 0 to ${most}`)
    .max(most, `a whole number from 0 to ${most}`);

/** How a parameter of Part II is written, by its unit. */
function valueIn(unit: string): z.ZodType {
  switch (unit) {
    case 'date':
      return z.iso.date('a date like 2021-06-30');
    case 'ratio':
      return z.string('a ratio from 0 to 1, as a string').regex(RATIO, 'a ratio from 0 to 1, as a string');
    case 'days':
    case 'complete days':
    case 'months':
      return wholeNumber(MOST_DAYS);
    default:
      return wholeNumber(MOST_VOLT);
  }
}

const partOne = z
  .partialRecord(
    z.enum(Object.keys(TERMS_CLAUSES) as [TermsParameter, ...TermsParameter[]]),
    z.strictObject({ value: z.union([z.number(), z.string()]), reason: text }),
  )
  .superRefine((overrides, context) => {
    for (const [name, { value }] of Object.entries(overrides)) {
      const { error } = valueIn(TERMS_CLAUSES[name as TermsParameter].unit).safeParse(value);
      const message = error?.issues[0]?.message;
      if (message !== undefined) context.addIssue({ code: 'custom', path: [name, 'value'], message });
    }
  })
  .describe('Parameters of Part II overridden by Part I, each with its reason (II.1.1)');

export const offerData = z.strictObject({
  quote: quoteRequest,
  termOn: isoDay.describe('Term up to which connection and installations are to be ready'),
  paymentDueOn: isoDay,
  channel,
  ownershipBoundary: text.describe('II.def.boundary'),
  advanceGross: amount.optional().describe('The whole customer share unless less is agreed'),
  worksBeforeFullPayment: z.boolean().default(false).describe('II.2.2'),
  worksInWithdrawalPeriod: z
    .boolean()
    .default(false)
    .describe('The customer asked in writing for works at once'),
  partOne: partOne.optional(),
});

/** What stands in the form of an offer at first. */
export const OFFER_FORM = {
  channel: { first: 'channel-of-offer' },
  ownershipBoundary: { first: 'boundary-of-offer' },
} as const;

export type OfferData = z.output<typeof offerData>;
