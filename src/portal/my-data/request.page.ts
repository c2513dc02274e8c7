import { DATA_RIGHTS, type DataRight } from '../../../workflows/vocabulary.ts';
import type { HeldCase } from '../../identity/my-data/held.ts';
import { type Field, formFields } from '../forms/fields.ts';
import type { FormErrors } from '../forms/form-errors.ts';
import type { Page } from '../frame/page.ts';
import type { View } from '../frame/view.ts';

export const isDataRight = (text: string): text is DataRight => DATA_RIGHTS.some((right) => right === text);

export interface RequestPage extends Page {
  /** null where the portal cannot register it; then `otherwise` tells whom to write to. */
  readonly form: { readonly key: string; readonly fields: readonly Field[] } | null;
  readonly otherwise: string | null;
  readonly clause: string | null;
}

interface Asked {
  readonly cases: readonly HeldCase[];
  readonly identified: boolean;
  readonly values: Readonly<Record<string, string>>;
  readonly errors: FormErrors | null;
}

export function requestPage(view: View, { cases, identified, values, errors }: Asked): RequestPage {
  const { t, operator } = view;
  const { email, name, address } = operator;
  const isPossible = identified && cases.length > 0;
  return {
    title: t('myData.request.title'),
    frame: {
      crumbs: [{ label: t('myData.title'), href: '/my-data' }],
      lead: t('myData.request.lead'),
      errors: errors?.summary ?? null,
    },
    form: isPossible ? { key: values.key ?? '', fields: fieldsOf(view, cases, values, errors) } : null,
    otherwise: isPossible
      ? null
      : t(cases.length > 0 ? 'myData.request.notIdentified' : 'myData.request.noCase', {
          email,
          name,
          address,
        }),
    clause: view.clause('II.9.4'),
  };
}

function fieldsOf(
  view: View,
  cases: readonly HeldCase[],
  values: Readonly<Record<string, string>>,
  errors: FormErrors | null,
): readonly Field[] {
  const { t } = view;
  const form = formFields(view, values, errors);
  const hints: Readonly<Partial<Record<DataRight, string>>> = {
    rectification: t('myData.request.hints.rectification'),
    erasure: t('myData.request.hints.erasure'),
    restriction: t('myData.request.hints.restriction'),
  };
  return [
    form.radios('kind', {
      label: t('myData.request.kind'),
      choices: DATA_RIGHTS.map((value) => ({
        value,
        label: t(`myData.request.kinds.${value}`),
        ...(hints[value] ? { hint: hints[value] } : {}),
      })),
    }),
    ...(cases.length > 1
      ? [
          form.select('case', {
            label: t('myData.request.case'),
            choices: [
              { value: '', label: '' },
              ...cases.map(({ id, number }) => ({ value: id, label: number })),
            ],
          }),
        ]
      : []),
    form.textArea('text', {
      label: t('myData.request.text'),
      hint: t('myData.request.textHint'),
      maxlength: 4000,
    }),
  ];
}
