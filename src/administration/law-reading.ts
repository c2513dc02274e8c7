import { createHash, randomUUID } from 'node:crypto';
import { bytesOf, findDocument, standingAmong, storeDocument } from '../../db/documents.ts';
import { readLaw } from '../../db/law.ts';
import type { Caller } from '../casework/caller.ts';
import type { LawBook } from '../law/law-book.ts';
import type { Operator } from '../law/operator.ts';
import { termsTextId } from '../law/terms/terms.ts';
import type { Language } from '../law/words.ts';
import type { LawDeskParts } from './law-desk-parts.ts';
import { hasTextAlready, noSuchTerms, noTextOf } from './refusals.ts';
import { todayOf } from './rules/rule.ts';
import { type CalendarDayView, calendarDays } from './views/calendar.ts';
import { type FigureView, figureViews } from './views/figures.ts';
import { type SettingView, settingViews } from './views/settings.ts';
import { type TermsView, termsViews } from './views/terms.ts';
import { assertMayKeep, assertMayRead } from './who-may.ts';

/** The law of this installation as staff read it: what is in force today, and every edition before and after. */
export interface LawReading {
  figures(caller: Caller, language: Language): Promise<Dated<FigureView>>;
  settings(caller: Caller, language: Language): Promise<Dated<SettingView>>;
  terms(caller: Caller, language: Language): Promise<Dated<TermsView>>;
  calendar(caller: Caller, year: number | null, language: Language): Promise<CalendarView>;
  operator(caller: Caller): Promise<Operator>;
  /** The operator's text of a version, for anybody: it is published (II.1.1, II.1.5). */
  termsText(version: string): Promise<{ name: string; contentType: string; bytes: Uint8Array }>;
  /** Whether there is one. */
  hasText(version: string): Promise<boolean>;
  /** The versions that have one. */
  versionsWithText(): Promise<ReadonlySet<string>>;
  /** Gives a version that has no text its own, once and for all; the same bytes a second time change nothing.
   *  @throws Refusal where the version has another text already */
  keepTermsText(
    caller: Caller,
    version: string,
    text: { readonly name: string; readonly bytes: Uint8Array },
  ): Promise<string>;
  /** Keeps a text of Part II, to be named by a proposal. */
  keepText(caller: Caller, text: { readonly name: string; readonly bytes: Uint8Array }): Promise<string>;
}

interface Dated<View> {
  readonly today: string;
  readonly items: readonly View[];
}

export interface CalendarView {
  readonly year: number;
  /** Whether moved working days count (`calendar.movedWorkingDays`, OQ-DAY-3). */
  readonly movedWorkingDaysCount: boolean;
  readonly days: readonly CalendarDayView[];
}

export function createLawReading({ db, clock, shelf }: Omit<LawDeskParts, 'told'>): LawReading {
  async function now(caller: Caller) {
    assertMayRead(caller);
    const book = await shelf.refresh();
    return { book, rows: await readLaw(db), today: todayOf({ at: await clock.now(), book }) };
  }

  /** A text once kept is never taken away. */
  const withText = new Set<string>();

  const termsIn = (book: LawBook, version: string) => book.terms.find((one) => one.version === version);

  /** A version, once entered, names its text for ever: the book is read anew only for one that it does not know. */
  async function textOf(version: string) {
    const terms = termsIn(shelf.book(), version) ?? termsIn(await shelf.refresh(), version);
    return terms ? findDocument(db, termsTextId(terms)) : null;
  }

  return {
    async figures(caller, language) {
      const { book, rows, today } = await now(caller);
      return { today: today.toString(), items: figureViews(rows.editions, book, today, language) };
    },
    async settings(caller, language) {
      const { book, rows, today } = await now(caller);
      return { today: today.toString(), items: settingViews(rows.editions, book, today, language) };
    },
    async terms(caller, language) {
      const { book, rows, today } = await now(caller);
      const texts = await standingAmong(db, book.terms.map(termsTextId));
      return { today: today.toString(), items: termsViews(rows.terms, book, today, language, texts) };
    },
    async calendar(caller, asked, language) {
      const { book, rows, today } = await now(caller);
      const year = asked ?? today.year;
      return {
        year,
        movedWorkingDaysCount: book.setting('calendar.movedWorkingDays', today),
        days: calendarDays(rows.calendar, year, language),
      };
    },
    async operator(caller) {
      return (await now(caller)).book.operator;
    },
    async termsText(version) {
      const document = await textOf(version);
      if (!document) throw noTextOf(version);
      return { name: document.name, contentType: document.contentType, bytes: await bytesOf(db, document) };
    },
    async hasText(version) {
      if (withText.has(version)) return true;
      const has = (await textOf(version)) !== null;
      if (has) withText.add(version);
      return has;
    },
    async versionsWithText() {
      const { terms } = await shelf.refresh();
      const texts = await standingAmong(db, terms.map(termsTextId));
      return new Set(terms.filter((one) => texts.has(termsTextId(one))).map(({ version }) => version));
    },
    async keepTermsText(caller, version, { name, bytes }) {
      assertMayKeep(caller);
      const terms = (await shelf.refresh()).terms.find((one) => one.version === version);
      if (!terms) throw noSuchTerms(version);
      const createdAt = (await clock.now()).toString();
      const id = termsTextId(terms);
      const kept = { id, caseId: null, name, contentType: 'application/pdf', createdAt, bytes };
      const document = await storeDocument(db, kept);
      if (document.sha256 !== createHash('sha256').update(bytes).digest('hex')) throw hasTextAlready(version);
      return id;
    },
    async keepText(caller, { name, bytes }) {
      assertMayKeep(caller);
      const id = randomUUID();
      const createdAt = (await clock.now()).toString();
      await storeDocument(db, { id, caseId: null, name, contentType: 'application/pdf', createdAt, bytes });
      return id;
    },
  };
}
