import type { EventType } from '../../../../workflows/events.ts';
import { TERMS_CLAUSES, type TermsParameter } from '../../../law/terms/terms.ts';
import { valueIn } from '../../administration/law-texts.ts';
import { row, type SummaryRow } from '../../components/summary-list.ts';
import type { View } from '../../frame/view.ts';
import { UNASKED_QUOTE_FIELDS } from './arranged/quote.ts';
import type { FieldSpec } from './field-spec.ts';
import { formFor } from './form-of-act.ts';

type Given = Readonly<Record<string, unknown>>;

/** All that an act would bring, first what Part I says otherwise than Part II, then field by field in the words of its
 *  form, for whoever decides on it (readings.md#rights). */
export function contentsOf(view: View, type: EventType, given: Given): readonly SummaryRow[] {
  const specs: readonly FieldSpec[] = [
    ...formFor(type, null),
    ...('quote' in given ? UNASKED_QUOTE_FIELDS : []),
  ];
  return [...overridesOf(view, given.partOne), ...specs.flatMap((spec) => rowOf(view, spec, given))];
}

function rowOf(view: View, spec: FieldSpec, given: Given): readonly SummaryRow[] {
  const value = spec.name.split('.').reduce<unknown>(partOf, given);
  if (value === undefined || value === null || value === '') return [];
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return [row(view.t(spec.label), values.map((one) => told(view, spec, one)).join('; '))];
}

function told(view: View, { kind, choices, inWords, suffix }: FieldSpec, value: unknown): string {
  const { t, formats } = view;
  const text = String(value);
  switch (kind) {
    case 'tick':
      return t(value === true ? 'acts.yes' : 'acts.no');
    case 'day':
      return formats.shortDate(text);
    case 'moment':
      return formats.instant(text);
    case 'amount':
      return formats.amount(text);
    case 'choice':
      return choices?.includes(text) ? (inWords?.(view, text) ?? text) : text;
    case 'number':
    case 'numbers':
    case 'whole':
      return suffix ? `${formats.number(text)}\u00a0${suffix}` : formats.number(text);
    default:
      return text;
  }
}

const partOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Given)[name] : undefined;

/** What Part I would say otherwise than Part II, each with its reason (II.1.1). */
function overridesOf(view: View, partOne: unknown): readonly SummaryRow[] {
  const overrides = Object.entries((partOne ?? {}) as Readonly<Record<string, Override>>);
  return overrides.map(([name, { value, reason }]) => {
    const label = view.t('acts.arranged.labels.overrideParameter');
    if (!Object.hasOwn(TERMS_CLAUSES, name)) return row(label, `${name}: ${value}`, { note: reason });
    const { label: what, unit, clause } = TERMS_CLAUSES[name as TermsParameter];
    const text = `${what[view.language]}: ${valueIn(view, unit, value)}`;
    return row(label, text, { note: reason, clause: view.clause(clause) });
  });
}

interface Override {
  readonly value: string | number;
  readonly reason: string;
}
