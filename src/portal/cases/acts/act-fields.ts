import type { CaseView } from '../../../casework/show/shown.ts';
import { type Field, type FormFields, formFields } from '../../forms/fields.ts';
import type { FormErrors } from '../../forms/form-errors.ts';
import type { View } from '../../frame/view.ts';
import type { FieldSpec } from './field-spec.ts';

type Values = Readonly<Record<string, string | undefined>>;

/** What stands in the fields before anybody typed. */
export const firstValues = (fields: readonly FieldSpec[], found: CaseView, today: string): Values =>
  Object.fromEntries(fields.map((field) => [field.name, field.first?.(found, today)]));

export function fieldsOf(
  view: View,
  specs: readonly FieldSpec[],
  values: Values,
  errors: FormErrors | null,
): readonly Field[] {
  const form = formFields(view, values, errors);
  return specs.map((spec) => fieldOf(view, form, spec));
}

function fieldOf(view: View, form: FormFields, spec: FieldSpec): Field {
  const { t } = view;
  const said = {
    label: t(spec.label),
    ...(spec.hint ? { hint: t(spec.hint) } : {}),
    ...(spec.optional ? { optional: true } : {}),
  };
  const number = { inputmode: 'decimal', width: 'short', autocomplete: 'off' } as const;
  switch (spec.kind) {
    case 'day':
    case 'moment':
      return form.date(spec.name, said);
    case 'area':
    case 'lines':
    case 'numbers':
      return form.textArea(spec.name, {
        ...said,
        rows: spec.kind === 'area' ? 5 : 4,
        maxlength: spec.longest ?? 5000,
      });
    case 'tick':
      return form.tick(spec.name, said);
    case 'choice':
      return choiceOf(view, form, spec, said);
    case 'amount':
      return form.input(spec.name, { ...said, ...number, suffix: 'EUR' });
    case 'number':
    case 'whole':
      return form.input(spec.name, { ...said, ...number, ...(spec.suffix ? { suffix: spec.suffix } : {}) });
    case 'email':
      return form.input(spec.name, { ...said, type: 'email', autocomplete: 'off', width: 'medium' });
    case 'phone':
      return form.input(spec.name, { ...said, type: 'tel', autocomplete: 'off', width: 'medium' });
    case 'line':
      return form.input(spec.name, { ...said, maxlength: spec.longest ?? 300 });
  }
}

function choiceOf(
  view: View,
  form: FormFields,
  { name, choices = [], inWords, optional, first }: FieldSpec,
  said: { label: string; hint?: string },
): Field {
  const listed = choices.map((value) => ({ value, label: inWords?.(view, value) ?? value }));
  // Nothing is chosen for anybody where there is a choice: a list would begin with its first line.
  if (!optional && !first && listed.length > 1) return form.radios(name, { ...said, choices: listed });
  return form.select(name, {
    ...said,
    width: 'full',
    choices: optional ? [{ value: '', label: view.t('acts.empty') }, ...listed] : listed,
  });
}
