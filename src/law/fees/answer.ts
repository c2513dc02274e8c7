import type { Language, Words } from '../words.ts';
import type { Quote } from './quote-shape.ts';

/** The same shape with every sentence in one language. */
type Spoken<Value> = Value extends Words
  ? string
  : Value extends readonly (infer Item)[]
    ? readonly Spoken<Item>[]
    : Value extends object
      ? { readonly [Key in keyof Value]: Spoken<Value[Key]> }
      : Value;

/** A quote as the API answers it: without what is kept for recomputing. */
export type QuoteAnswer = Spoken<Omit<Quote, 'request' | 'pinned'>>;

export function quoteAnswer({ request: _, pinned: __, ...quote }: Quote, language: Language): QuoteAnswer {
  return spoken(quote, language) as QuoteAnswer;
}

const isWords = (value: object): value is Words => 'lv' in value && 'en' in value;

function spoken(value: unknown, language: Language): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => spoken(item, language));
  if (isWords(value)) return value[language];
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, spoken(item, language)]));
}
