import { z } from 'zod';
import { CHANNELS } from '../law/deemed-receipt.ts';
import { AMOUNT_PATTERN } from '../law/money.ts';

/** Kinds of fields of the letters' view models. A model holds facts — days, amounts, words of people — and the templates
 *  put them into the forms of their language. */

export const isoDay = z.iso.date();
export const amount = z.string().regex(AMOUNT_PATTERN);
export const ratio = z.string().regex(/^(0|[1-9]\d*)(\.\d+)?$/);
export const decimal = ratio;
export const count = z.int().nonnegative();
/** What somebody wrote: anything, but something. */
export const words = z.string().min(1);
export const clause = z.string().regex(/^(I|II)\.\S+$|^VAT Act \d+$/);
export const channel = z.enum(CHANNELS);
export const language = z.enum(['lv', 'en']);
