import type { Request } from 'express';
import type { Language } from '../../law/words.ts';

export const LANGUAGES: readonly Language[] = ['lv', 'en'];

export const LANGUAGE_COOKIE = 'valoda';

const isLanguage = (value: unknown): value is Language => value === 'lv' || value === 'en';

/** The language that was asked for in the address, chosen before, or set in the browser; else Latvian, the language of the
 *  contract (II.16.7). */
export function languageOf(req: Request, chosenBefore: string | undefined): Language {
  const asked = req.query.lang;
  if (isLanguage(asked)) return asked;
  if (isLanguage(chosenBefore)) return chosenBefore;
  const accepted = req.get('Accept-Language') ? req.acceptsLanguages('lv', 'en') : false;
  return isLanguage(accepted) ? accepted : 'lv';
}

/** The same page in another language. */
export function addressIn(language: Language, address: string): string {
  const url = new URL(address, 'http://localhost');
  url.searchParams.set('lang', language);
  return url.pathname + url.search;
}
