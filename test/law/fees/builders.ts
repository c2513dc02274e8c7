import { expect } from 'vitest';
import { day, type IsoDay } from '../../../src/law/days.ts';
import { type Quote, quote } from '../../../src/law/fees/quote.ts';
import type { CitedFieldError } from '../../../src/law/fees/read-request.ts';
import type { QuoteRequest } from '../../../src/law/fees/request.ts';
import { type Edition, type LawBook, lawBook } from '../../../src/law/law-book.ts';
import { Refusal } from '../../../src/law/refusal.ts';
import type { SettingName } from '../../../src/law/settings/settings.ts';

export const TODAY = day('2026-11-21');

type Connection = QuoteRequest['connection'];
export interface RequestParts extends Omit<QuoteRequest, 'connection'> {
  readonly connection?: Partial<Connection>;
}

/** A household of 25 A at 400 V, 20 m from the line; a test names only what it is about. */
export const aRequest = ({ connection, ...rest }: RequestParts = {}): QuoteRequest => ({
  connection: { ampere: '25', volt: '400', distanceM: '20', ...connection },
  ...rest,
});

/** 160 A at 400 V: no load unit, no split, a deferral is possible. */
export const aLargeRequest = ({ connection, ...rest }: RequestParts = {}): QuoteRequest =>
  aRequest({ connection: { ampere: '160', ...connection }, ...rest });

export const entered = (
  name: string,
  value: Edition['value'],
  since: IsoDay = '2018-01-01',
  status: Edition['status'] = 'verified',
): Edition => ({ name, value, since, source: `order of ${since}`, status });

export const bookWithSetting = (name: SettingName, value: Edition['value']): LawBook =>
  lawBook({ settings: [entered(name, value)] });

export const bookWithFigures = (...figures: readonly Edition[]): LawBook => lawBook({ figures });

export const priced = (request: QuoteRequest, book: LawBook = lawBook()): Quote =>
  quote(request, book, TODAY);

/** The refusal that pricing meets; a quote instead of it fails the test. */
export function refusalOf(act: () => unknown): Refusal {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  return expect.unreachable('a refusal was expected');
}

export const refusedFields = (refusal: Refusal): Record<string, string> =>
  Object.fromEntries(
    (refusal.errors as readonly CitedFieldError[]).map(({ field, clause }) => [field, clause]),
  );
