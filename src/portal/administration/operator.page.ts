import { randomUUID } from 'node:crypto';
import type { Operator } from '../../law/operator.ts';
import type { Tabs } from '../components/navigation-parts.ts';
import { row, type SummaryList, summaryList } from '../components/summary-list.ts';
import { formFields } from '../forms/fields.ts';
import type { FormErrors } from '../forms/form-errors.ts';
import type { Page } from '../frame/page.ts';
import type { View } from '../frame/view.ts';
import { OPERATOR_FIELDS, operatorValue } from './operator-fields.ts';
import type { ProposalForm } from './proposal-parts.ts';
import { isAdministrator, sectionsOf } from './sections.ts';

export interface OperatorPage extends Page {
  readonly sections: Tabs;
  readonly facts: SummaryList;
  readonly proposeHref: string | null;
}

export function operatorPage(view: View, operator: Operator): OperatorPage {
  const { t } = view;
  return {
    title: t('administration.operator.title'),
    frame: { lead: t('administration.operator.lead') },
    sections: sectionsOf(view, 'operator'),
    facts: summaryList(
      ...OPERATOR_FIELDS.map((name) =>
        row(t(`administration.operator.labels.${name}`), operatorValue(operator, name)),
      ),
    ),
    proposeHref: isAdministrator(view) ? '/admin/operator/change' : null,
  };
}

export interface OperatorChangePage extends Page {
  readonly sections: Tabs;
  readonly form: ProposalForm;
}

export const firstProfile = (operator: Operator): Record<string, string> =>
  Object.fromEntries(OPERATOR_FIELDS.map((name) => [name, operatorValue(operator, name)]));

export function operatorChangePage(
  view: View,
  values: Readonly<Record<string, string | undefined>>,
  errors: FormErrors | null,
): OperatorChangePage {
  const { t } = view;
  const form = formFields(view, values, errors);
  return {
    title: t('administration.operator.proposeTitle'),
    frame: {
      crumbs: [{ label: t('administration.operator.title'), href: '/admin/operator' }],
      errors: errors?.summary ?? null,
    },
    sections: sectionsOf(view, 'operator'),
    form: {
      action: '/admin/operator/change',
      key: randomUUID(),
      upload: false,
      lead: t('administration.proposeLead'),
      fields: [
        ...OPERATOR_FIELDS.map((name) =>
          form.input(name, {
            label: t(`administration.operator.labels.${name}`),
            autocomplete: 'off',
            maxlength: 300,
          }),
        ),
        form.input('source', {
          label: t('administration.source'),
          hint: t('administration.sourceHint'),
          maxlength: 1000,
        }),
      ],
    },
  };
}
