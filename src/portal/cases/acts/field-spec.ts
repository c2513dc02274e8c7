import type { CaseView } from '../../../casework/show/shown.ts';
import type { View } from '../../frame/view.ts';
import type { acts } from '../../messages/lv/acts.ts';

/** One field of an act, as the catalogue lists it. Its name is its path in the event's payload. */
export interface FieldSpec {
  readonly name: string;
  readonly kind: FieldKind;
  readonly label: LabelKey;
  readonly hint?: HintKey;
  readonly optional?: boolean;
  readonly choices?: (view: View) => readonly ChoiceSpec[];
  /** What stands in the field at first. */
  readonly prefill?: (found: CaseView, today: string) => string | undefined;
  readonly suffix?: string;
  /** A box of an optional part of the payload: unticked, it says nothing. */
  readonly silentIfUnticked?: boolean;
  /** Fields that few cases need stand together behind a heading of their own. */
  readonly group?: GroupKey;
  /** Asked of staff alone. */
  readonly staffOnly?: boolean;
}

/** `lines`: one item a line, `numbers`: one number a line. `moment`: a day, told as an instant. `amount` and `number` are
 *  read as people write them; `whole` is a number for the payload too. */
export type FieldKind =
  | 'text'
  | 'area'
  | 'lines'
  | 'day'
  | 'moment'
  | 'amount'
  | 'number'
  | 'numbers'
  | 'whole'
  | 'tick'
  | 'choice'
  | 'email'
  | 'phone';

export interface ChoiceSpec {
  readonly value: string;
  readonly label: string;
}

export type LabelKey = keyof typeof acts.labels;
export type HintKey = keyof typeof acts.hints;
export type GroupKey = keyof typeof acts.groups;

type More = Omit<FieldSpec, 'name' | 'kind' | 'label'>;

const kind =
  (one: FieldKind) =>
  (name: string, label: LabelKey, more: More = {}): FieldSpec => ({ name, kind: one, label, ...more });

export const line = kind('text');
export const area = kind('area');
export const lines = kind('lines');
export const onDay = kind('day');
export const moment = kind('moment');
export const euros = kind('amount');
export const count = kind('number');
export const counts = kind('numbers');
export const whole = kind('whole');
export const tick = kind('tick');
export const email = kind('email');
export const phone = kind('phone');

export const choice = (
  name: string,
  label: LabelKey,
  choices: NonNullable<FieldSpec['choices']>,
  more: More = {},
): FieldSpec => ({ name, kind: 'choice', label, choices, ...more });

/** The day of the act is mostly today. */
export const today = (_found: CaseView, on: string): string => on;
