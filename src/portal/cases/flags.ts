import type { View } from '../frame/view.ts';
import type { MessageKey } from '../messages/translate.ts';
import { MESSAGES } from '../messages/translate.ts';

/** What staff must look at, in words; a flag that has none yet is shown by its name. */
export function flagText({ t }: View, name: string): string {
  const key = `cases.flags.${name}`;
  return MESSAGES.lv.has(key) ? t(key as MessageKey) : name;
}
