import type { LawEditionRow } from '../../../db/law.ts';
import type { Day } from '../../law/days.ts';
import type { LawBook } from '../../law/law-book.ts';
import type { SettingDefinition } from '../../law/settings/setting.ts';
import { SETTINGS, SETTINGS_IN_FORCE_SINCE, type SettingName } from '../../law/settings/settings.ts';
import type { Language } from '../../law/words.ts';
import { type EditionView, enteredEdition, inOrder } from './editions.ts';

export interface SettingView {
  readonly name: string;
  readonly label: string;
  readonly clause: string;
  /** Number of the question in `docs/law/readings.md`; null: a policy of the operator. */
  readonly reading: string | null;
  readonly choices: readonly (string | number | boolean)[] | 'days';
  readonly value: string | number | boolean;
  readonly editions: readonly EditionView[];
}

export function settingViews(
  rows: readonly LawEditionRow[],
  book: LawBook,
  today: Day,
  language: Language,
): SettingView[] {
  const entered = Map.groupBy(
    rows.filter((row) => row.kind === 'setting'),
    (row) => row.name,
  );
  return (Object.keys(SETTINGS) as SettingName[]).map((name) => {
    const { label, clause, reading, choices, delivered }: SettingDefinition<string | number | boolean> =
      SETTINGS[name];
    const first: EditionView = {
      value: delivered,
      since: SETTINGS_IN_FORCE_SINCE,
      status: 'verified',
      source: 'delivered',
      entered: null,
    };
    return {
      name,
      label: label[language],
      clause,
      reading,
      choices: choices === 'boolean' ? [true, false] : choices,
      value: book.setting(name, today),
      editions: inOrder([first, ...(entered.get(name) ?? []).map(enteredEdition)]),
    };
  });
}
