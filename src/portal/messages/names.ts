import type { EventType } from '../../../workflows/events.ts';
import type { Language } from '../../law/words.ts';
import type { ActWords } from './act-words.ts';
import { acts as english } from './en/acts.ts';
import { acts as latvian } from './lv/acts.ts';
import { namesInEnglish } from './names/en.ts';
import { namesInLatvian } from './names/lv.ts';
import type { ActNames, Names } from './names/names.ts';

export const NAMES: Readonly<Record<Language, Names>> = {
  lv: { ...namesInLatvian, ...namesOf(latvian.of) },
  en: { ...namesInEnglish, ...namesOf(english.of) },
};

/** The names of acts stand with their other words. */
function namesOf(acts: Readonly<Record<EventType, ActWords>>): ActNames {
  const each = (name: 'act' | 'event') =>
    Object.fromEntries(Object.entries(acts).map(([type, words]) => [type, words[name]])) as Record<
      EventType,
      string
    >;
  return { act: each('act'), event: each('event') };
}

/** The name of a key that comes as bare text (a view, a row); a key that no list has is shown as it is. */
export function nameOf<List extends keyof Names>(names: Names, list: List, key: string): string {
  const found: Readonly<Record<string, string>> = names[list];
  return Object.hasOwn(found, key) ? (found[key] ?? key) : key;
}
