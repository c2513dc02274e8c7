import type { z } from 'zod';
import type { NoticeId } from '../../../workflows/notices.ts';
import type { Language } from '../../law/words.ts';
import type { Enclosure } from '../enclosures.ts';
import type { LETTERS } from '../models/index.ts';
import * as documents from './documents.ts';
import type { headFor } from './head.ts';

/** Samples of every letter, each of its forms at least once: for staff to look at, and for the tests to render. */

export type Fields<Notice extends NoticeId> = z.input<(typeof LETTERS)[Notice]['fields']>;

export interface Sample<Notice extends NoticeId = NoticeId> {
  readonly shows: string;
  readonly letter: Fields<Notice>;
  readonly head?: Partial<ReturnType<typeof headFor>>;
  readonly enclosures?: readonly Enclosure[];
}

export type SamplesOf<Notice extends NoticeId> = { readonly [One in Notice]: readonly Sample<One>[] };

/** Words of the samples in the language asked for. */
type Told = (lv: string, en: string) => string;

export interface Telling {
  readonly language: Language;
  readonly t: Told;
}

export const CREDIT_NOTE: Enclosure[] = [{ document: 'credit-note', fields: documents.creditNote }];

export const PAYMENT = {
  invoice: '20250000017',
  invoiceIssuedOn: '2025-02-03',
  reference: 'RF6920250000017',
  amount: '1815.00',
} as const;
