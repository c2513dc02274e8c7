import { randomUUID } from 'node:crypto';
import type { Proposal } from '../../administration/proposal.ts';
import type { SettingView } from '../../administration/views/settings.ts';
import type { Tabs } from '../components/navigation-parts.ts';
import { row, type SummaryList, summaryList } from '../components/summary-list.ts';
import { type Table, table } from '../components/table.ts';
import { formFields } from '../forms/fields.ts';
import type { FormErrors } from '../forms/form-errors.ts';
import type { Page } from '../frame/page.ts';
import type { View } from '../frame/view.ts';
import { answersText, capital, enteredText, settingValue } from './law-texts.ts';
import { type ProposalForm, pendingTable } from './proposal-parts.ts';
import { isAdministrator, sectionsOf } from './sections.ts';
import { GROUPS, groupOf } from './setting-groups.ts';

export interface SettingsPage extends Page {
  readonly sections: Tabs;
  readonly groups: readonly { readonly id: string; readonly title: string; readonly table: Table }[];
}

export function settingsPage(view: View, settings: readonly SettingView[]): SettingsPage {
  const { t } = view;
  const byGroup = Map.groupBy(settings, ({ name }) => groupOf(name));
  return {
    title: t('administration.settings.title'),
    frame: { lead: t('administration.settings.lead'), wide: true },
    sections: sectionsOf(view, 'settings'),
    groups: GROUPS.filter((group) => byGroup.has(group)).map((group) => ({
      id: `group-${group}`,
      title: t(`administration.settings.groups.${group}`),
      table: groupTable(view, byGroup.get(group) ?? []),
    })),
  };
}

const groupTable = (view: View, settings: readonly SettingView[]): Table =>
  table({
    columns: [
      { label: view.t('administration.settings.name') },
      { label: view.t('administration.today') },
      { label: view.t('administration.settings.answers') },
    ],
    rows: settings.map((setting) => {
      const { name, label, value, editions } = setting;
      const delivered = editions[0]?.value;
      return [
        { text: capital(view, label), href: `/admin/settings/${name}` },
        {
          text: settingValue(view, value),
          note:
            delivered === undefined || delivered === value
              ? null
              : view.t('administration.settings.delivered', { value: settingValue(view, delivered) }),
        },
        answersText(view, setting),
      ];
    }),
  });

export interface SettingPage extends Page {
  readonly sections: Tabs;
  readonly today: SummaryList;
  readonly editions: Table;
  readonly pending: Table | null;
  readonly form: ProposalForm | null;
}

export interface SettingShown {
  readonly setting: SettingView;
  readonly pending: readonly Proposal[];
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly errors: FormErrors | null;
}

export const SETTING_FIELDS = ['value', 'since', 'source'] as const;

export function settingPage(view: View, { setting, pending, values, errors }: SettingShown): SettingPage {
  const { t, formats } = view;
  const { label, value, editions } = setting;
  const answers = answersText(view, setting);
  return {
    title: capital(view, label),
    frame: {
      wide: true,
      crumbs: [{ label: t('administration.settings.title'), href: '/admin/settings' }],
      errors: errors?.summary ?? null,
    },
    sections: sectionsOf(view, 'settings'),
    today: summaryList(
      row(t('administration.today'), settingValue(view, value)),
      row(t('administration.settings.answers'), answers.text, { note: answers.note }),
    ),
    editions: table({
      columns: [
        { label: t('administration.since') },
        { label: t('administration.value') },
        { label: t('administration.source') },
        { label: t('administration.who') },
      ],
      rows: editions
        .toReversed()
        .map((edition) => [
          formats.shortDate(edition.since),
          settingValue(view, edition.value),
          edition.entered ? edition.source : '–',
          enteredText(view, edition.entered),
        ]),
    }),
    pending: pendingTable(view, pending),
    form: isAdministrator(view) ? formOf(view, setting, values, errors) : null,
  };
}

function formOf(
  view: View,
  { name, choices, value }: SettingView,
  values: SettingShown['values'],
  errors: FormErrors | null,
): ProposalForm {
  const { t } = view;
  const form = formFields(
    view,
    { ...(choices === 'days' ? { value: String(value) } : {}), ...values },
    errors,
  );
  const label = t('administration.value');
  return {
    action: `/admin/settings/${name}`,
    key: randomUUID(),
    upload: false,
    lead: t('administration.proposeLead'),
    fields: [
      choices === 'days'
        ? form.input('value', {
            label,
            inputmode: 'numeric',
            width: 'short',
            suffix: t('administration.unit.days'),
          })
        : form.radios('value', {
            label,
            choices: choices.map((choice) => ({ value: String(choice), label: settingValue(view, choice) })),
          }),
      form.date('since', { label: t('administration.since'), hint: t('administration.sinceHint') }),
      form.input('source', {
        label: t('administration.source'),
        hint: t('administration.sourceHint'),
        maxlength: 1000,
      }),
    ],
  };
}
