import type { CaseView } from '../../casework/show/shown.ts';
import { FEWEST_DAYS, MOST_DAYS } from '../../delivery/reminders/planned.ts';
import type { RemindersView } from '../../delivery/reminders/reminder-desk.ts';
import { type Notice, notice } from '../components/notice.ts';
import { type Table, table } from '../components/table.ts';
import { type Field, formFields } from '../forms/fields.ts';
import type { FormErrors } from '../forms/form-errors.ts';
import type { Page } from '../frame/page.ts';
import type { View } from '../frame/view.ts';
import { nameOf } from '../messages/names.ts';

export interface RemindersPage extends Page {
  readonly notices: readonly Notice[];
  readonly action: string;
  readonly fields: readonly Field[];
  readonly planned: Table | null;
  readonly past: Table | null;
}

export interface Refilled {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: FormErrors;
}

export function remindersPage(
  view: View,
  found: Pick<CaseView, 'id' | 'number'>,
  reminders: RemindersView,
  refilled: Refilled | null,
): RemindersPage {
  const { t } = view;
  return {
    title: t('letters.reminders.title'),
    frame: {
      lead: t('letters.reminders.lead', { number: found.number }),
      crumbs: [
        { label: t('cases.nav.mine'), href: '/cases' },
        { label: t('cases.one.heading', { number: found.number }), href: `/cases/${found.id}` },
      ],
      errors: refilled?.errors.summary ?? null,
    },
    notices: [
      ...(reminders.sends
        ? []
        : [notice('warning', t('letters.reminders.offTitle'), t('letters.reminders.off'))]),
      notice('info', t('letters.reminders.noEffectTitle'), t('letters.reminders.noEffect')),
    ],
    action: `/cases/${found.id}/reminders`,
    fields: fieldsOf(view, reminders, refilled),
    planned: plannedTable(view, reminders),
    past: pastTable(view, reminders),
  };
}

function fieldsOf(view: View, reminders: RemindersView, refilled: Refilled | null): Field[] {
  const { t, names, formats } = view;
  const form = formFields(
    view,
    refilled?.values ?? {
      deadlines: reminders.deadlines.join(','),
      daysBefore: String(reminders.daysBefore),
      email: reminders.email,
      language: reminders.language,
    },
    refilled?.errors ?? null,
  );
  const days = Array.from({ length: MOST_DAYS - FEWEST_DAYS + 1 }, (_, i) => FEWEST_DAYS + i);
  return [
    form.checkboxes('deadlines', {
      label: t('letters.reminders.deadlines'),
      hint: t('letters.reminders.deadlinesHint'),
      optional: true,
      choices: reminders.choices.map(({ deadline, lastDay }) => ({
        value: deadline,
        label: nameOf(names, 'deadline', deadline),
        hint: lastDay
          ? t('letters.reminders.until', { day: formats.shortDate(lastDay) })
          : t('letters.reminders.notRunning'),
      })),
    }),
    form.select('daysBefore', {
      label: t('letters.reminders.daysBefore'),
      choices: days.map((count) => ({
        value: String(count),
        label: t('letters.reminders.days', { count }),
      })),
    }),
    form.input('email', {
      label: t('letters.reminders.email'),
      hint: t('letters.reminders.emailHint'),
      type: 'email',
      autocomplete: 'email',
      maxlength: 254,
    }),
    form.radios('language', {
      label: t('letters.reminders.language'),
      choices: [
        { value: 'lv', label: t('letters.kinds.latvian') },
        { value: 'en', label: t('letters.kinds.english') },
      ],
    }),
  ];
}

function plannedTable({ t, names, formats }: View, { planned }: RemindersView): Table | null {
  if (planned.length === 0) return null;
  return table({
    caption: t('letters.reminders.planned'),
    columns: [
      { label: t('letters.reminders.deadline') },
      { label: t('letters.reminders.lastDay') },
      { label: t('letters.reminders.on') },
    ],
    rows: planned.map(({ deadline, lastDay, on }) => [
      nameOf(names, 'deadline', deadline),
      formats.shortDate(lastDay),
      formats.shortDate(on),
    ]),
  });
}

function pastTable({ t, names, formats }: View, { past }: RemindersView): Table | null {
  if (past.length === 0) return null;
  return table({
    caption: t('letters.reminders.past'),
    columns: [
      { label: t('letters.reminders.deadline') },
      { label: t('letters.reminders.lastDay') },
      { label: t('letters.columns.state') },
    ],
    rows: past.map(({ deadline, lastDay, sentAt, waits }) => [
      nameOf(names, 'deadline', deadline),
      formats.shortDate(lastDay),
      sentAt
        ? t('letters.reminders.sent', { at: formats.instant(sentAt) })
        : t(waits ? 'letters.reminders.waiting' : 'letters.reminders.letGo'),
    ]),
  });
}
