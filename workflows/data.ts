import { z } from 'zod';
import { CHANNELS } from '../src/law/deemed-receipt.ts';
import { AMOUNT_PATTERN } from '../src/law/money.ts';
import { isOneLine, isPlainText, spelledOnce } from '../src/law/plain-text.ts';
import { askedAs } from './acts/question.ts';

/** The pieces that payloads are made of, and by what a form asks for each. */

/** Characters that show nothing, such as zero-width marks, are no text: a letter would have nothing to say. */
const canBeRead = (written: string): boolean => /[^\p{C}\p{Z}]/u.test(written);
const readable = (longest: number) =>
  z.string().trim().overwrite(spelledOnce).min(1).max(longest).refine(canBeRead, 'text that can be read');

export const text = askedAs(
  'area',
  readable(5000).refine(isPlainText, 'text without control characters or marks of direction'),
);
/** Names, addresses and what else stands in one line. */
export const line = askedAs(
  'line',
  readable(300).refine(isOneLine, 'text in one line, without characters that do not show'),
);

/** Dates outside the lives of grids and contracts are slips of the pen. */
export const isoDay = askedAs(
  'day',
  z.iso
    .date()
    .refine((iso) => iso >= '1900-01-01' && iso < '2200-01-01', 'a date between 1900 and 2199')
    .describe('A date in the operator’s time zone'),
);

export const instant = askedAs('moment', z.iso.datetime({ offset: true }));
export const channel = z.enum(CHANNELS);
export const amount = askedAs(
  'amount',
  z.string().regex(AMOUNT_PATTERN, 'an amount in EUR with two decimals, as a string'),
);
export const positiveAmount = amount.refine((value) => !/^0\.00$/.test(value), 'an amount above 0.00');
export const email = askedAs('email', z.email().max(254));

/** What is declared by a tick: without it nothing is said. */
export const declaration = askedAs('declaration', z.boolean());
