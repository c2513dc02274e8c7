import type { Words } from '../words.ts';

/** A reading of an ambiguous clause or a policy of the operator: named, dated, shown in every result that it touched. */
export interface SettingDefinition<Value> {
  /** The open question or trap of the ledger, or the clause, that it answers. */
  readonly answers: string;
  readonly label: Words;
  readonly choices: readonly Value[] | 'days' | 'boolean';
  readonly delivered: Value;
}

const asked = (answers: string, lv: string, en: string) => ({ answers, label: { lv, en } });

export const choice = <const Choices extends readonly string[]>(
  delivered: Choices[number],
  choices: Choices,
  ...what: Parameters<typeof asked>
): SettingDefinition<Choices[number]> => ({ ...asked(...what), choices, delivered });

export const flag = (delivered: boolean, ...what: Parameters<typeof asked>): SettingDefinition<boolean> => ({
  ...asked(...what),
  choices: 'boolean',
  delivered,
});

export const dayCount = (
  delivered: number,
  ...what: Parameters<typeof asked>
): SettingDefinition<number> => ({
  ...asked(...what),
  choices: 'days',
  delivered,
});
