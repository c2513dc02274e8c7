import { invalid } from '../../../../http/read.ts';
import { REQUIRED } from '../../../../http/wording.ts';
import { TERMS_CLAUSES, type TermsParameter } from '../../../../law/terms/terms.ts';
import { isoDayOf } from '../../../forms/day-text.ts';
import type { FieldSpec, InWords } from '../field-spec.ts';
import { area, choice, line } from './arranged-field.ts';

/** What Part I agrees above Part II, each with its reason (II.1.1): a parameter, its value, why. */

const MOST = 2;
const PARTS = ['parameter', 'value', 'reason'] as const;
const nameOf = (index: number, part: (typeof PARTS)[number]): string => `overrides.${index}.${part}`;

const parameterInWords: InWords = ({ language, clause }, value) => {
  const { label, clause: under } = TERMS_CLAUSES[value as TermsParameter];
  return `${label[language]} (${clause(under) ?? under})`;
};

const behind = { optional: true, group: 'partOne' } as const;

export const PART_ONE_FIELDS: readonly FieldSpec[] = Array.from({ length: MOST }, (_, index) => [
  choice(nameOf(index, 'parameter'), 'overrideParameter', Object.keys(TERMS_CLAUSES), parameterInWords, {
    ...behind,
    hint: 'override',
  }),
  line(nameOf(index, 'value'), 'overrideValue', behind),
  area(nameOf(index, 'reason'), 'overrideReason', behind),
]).flat();

type Override = Readonly<Partial<Record<(typeof PARTS)[number], string>>>;

/** The form's rows as the payload has them: `partOne` by parameter.
 *  @throws Refusal where a row is begun and not finished */
export function takePartOne(payload: Record<string, unknown>, fields: readonly FieldSpec[]): void {
  if (!fields.some(({ name }) => name === nameOf(0, 'parameter'))) return;
  const { overrides } = payload as { overrides?: Readonly<Record<string, Override>> };
  delete payload.overrides;
  if (!overrides) return;
  const rows = Object.entries(overrides);
  const lacking = rows.flatMap(([index, row]) =>
    PARTS.filter((part) => row[part] === undefined).map((part) => nameOf(Number(index), part)),
  );
  if (lacking.length > 0) throw invalid(lacking.map((field) => ({ field, message: REQUIRED })));
  payload.partOne = Object.fromEntries(
    rows.map(([, { parameter, value, reason }]) => [parameter, { value: typed(parameter!, value!), reason }]),
  );
}

/** Where the service speaks of `partOne.offerDays.value`, the form means one of its rows. */
export const partOneFields = (
  values: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Array.from({ length: MOST }, (_, index) => index).flatMap((index) => {
      const parameter = values[nameOf(index, 'parameter')];
      if (!parameter) return [];
      return (['value', 'reason'] as const).map((part) => [
        `partOne.${parameter}.${part}`,
        nameOf(index, part),
      ]);
    }),
  );

function typed(parameter: string, value: string): string | number {
  const unit = Object.hasOwn(TERMS_CLAUSES, parameter) ? TERMS_CLAUSES[parameter as TermsParameter].unit : '';
  if (unit === 'date') return isoDayOf(value);
  if (unit === 'ratio') return value.replace(',', '.');
  return /^\d{1,6}$/.test(value) ? Number(value) : value;
}
