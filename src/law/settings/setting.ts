import type { Clause } from '../clauses.ts';
import type { Words } from '../words.ts';

/** A reading of an ambiguous clause or a policy of the operator: named, dated, shown in every result that it touched. */
export interface SettingDefinition<Value> {
  /** The clause of the contract that it reads or leaves room for: what customers are told. */
  readonly clause: Clause;
  /** Number of the question in `docs/law/readings.md`, for administrators; null: a policy of the operator. */
  readonly reading: string | null;
  readonly label: Words;
  readonly choices: readonly Value[] | 'days' | 'boolean';
  readonly delivered: Value;
}

const asked = (clause: Clause, reading: string | null, lv: string, en: string) => ({
  clause,
  reading,
  label: { lv, en },
});

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
