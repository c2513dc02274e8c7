/** A sentence in both languages of the house. Latvian is the language of the contract (II.7.1, II.16.7). */
export interface Words {
  readonly lv: string;
  readonly en: string;
}

export type Language = keyof Words;

export const say = (lv: string, en: string): Words => ({ lv, en });

/** Which form of a word goes with a number: „1 diena”, „21 diena”, but „11 dienas”. */
export const PLURALS: Readonly<Record<Language, Intl.PluralRules>> = {
  lv: new Intl.PluralRules('lv'),
  en: new Intl.PluralRules('en'),
};
