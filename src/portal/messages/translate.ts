import { type Language, PLURALS } from '../../law/words.ts';
import { en } from './en.ts';
import { lv } from './lv.ts';
import { flatten, type KeyOf, type Plural } from './message.ts';

export type MessageKey = KeyOf<typeof lv>;
type Params = Readonly<Record<string, string | number>>;
export type Translate = (key: MessageKey, params?: Params) => string;

export const MESSAGES: Readonly<Record<Language, ReadonlyMap<string, string | Plural>>> = {
  lv: flatten(lv),
  en: flatten(en),
};

/** @throws Error where the message or one of its parameters is missing: a mistake of ours, never shown half done */
function translateInto(language: Language, key: string, params: Params = {}): string {
  const message = MESSAGES[language].get(key);
  if (message === undefined) throw new Error(`No message "${key}" in ${language}`);
  return filled(typeof message === 'string' ? message : formOf(message, language, key, params), key, params);
}

function formOf(message: Plural, language: Language, key: string, { count }: Params): string {
  if (typeof count !== 'number')
    throw new Error(`Message "${key}" requires a number "count", found ${count}`);
  const category = PLURALS[language].select(count);
  return (category === 'zero' || category === 'one' ? message[category] : undefined) ?? message.other;
}

const filled = (wording: string, key: string, params: Params): string =>
  wording.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`Message "${key}" requires "${name}"`);
    return String(value);
  });

export const translators: Readonly<Record<Language, Translate>> = {
  lv: (key, params) => translateInto('lv', key, params),
  en: (key, params) => translateInto('en', key, params),
};
