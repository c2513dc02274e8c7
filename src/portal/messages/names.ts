import type { Language } from '../../law/words.ts';
import { namesInEnglish } from './names/en.ts';
import { namesInLatvian } from './names/lv.ts';
import type { Names } from './names/names.ts';

export const NAMES: Readonly<Record<Language, Names>> = { lv: namesInLatvian, en: namesInEnglish };

/** The name of a key that comes as bare text (a view, a row); a key that no list has is shown as it is. */
export function nameOf<List extends keyof Names>(names: Names, list: List, key: string): string {
  const found: Readonly<Record<string, string>> = names[list];
  return Object.hasOwn(found, key) ? (found[key] ?? key) : key;
}
