import { randomUUID } from 'node:crypto';
import type { CalendarView } from '../../administration/law-reading.ts';
import type { Proposal } from '../../administration/proposal.ts';
import type { CalendarDayView } from '../../administration/views/calendar.ts';
import type { Tabs } from '../components/navigation-parts.ts';
import { type Cell, type Table, table } from '../components/table.ts';
import { formFields } from '../forms/fields.ts';
import type { FormErrors } from '../forms/form-errors.ts';
import type { Page } from '../frame/page.ts';
import type { View } from '../frame/view.ts';
import { enteredText } from './law-texts.ts';
import { type Month, monthsOf } from './month.ts';
import { type ProposalForm, pendingTable } from './proposal-parts.ts';
import { isAdministrator, sectionsOf } from './sections.ts';

export interface CalendarPage extends Page {
  readonly sections: Tabs;
  readonly years: Tabs;
  readonly moved: string;
  readonly months: readonly Month[];
  readonly days: Table;
  readonly pending: Table | null;
  readonly form: ProposalForm | null;
}

export interface CalendarShown {
  readonly calendar: CalendarView;
  readonly pending: readonly Proposal[];
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly errors: FormErrors | null;
}

export const CALENDAR_FIELDS = ['on', 'kind', 'name', 'removed', 'source'] as const;

export function calendarPage(view: View, { calendar, pending, values, errors }: CalendarShown): CalendarPage {
  const { t } = view;
  const { year, days, movedWorkingDaysCount } = calendar;
  return {
    title: t('administration.calendar.title'),
    frame: { lead: t('administration.calendar.lead'), wide: true, errors: errors?.summary ?? null },
    sections: sectionsOf(view, 'calendar'),
    years: {
      label: t('administration.calendar.years'),
      tabs: [-1, 0, 1, 2].map((offset) => ({
        label: t('administration.calendar.year', { year: String(year + offset) }),
        href: `/admin/calendar?year=${year + offset}`,
        current: offset === 0,
        count: null,
      })),
    },
    moved: t(
      movedWorkingDaysCount
        ? 'administration.calendar.movedCount'
        : 'administration.calendar.movedDoNotCount',
    ),
    months: monthsOf(view, year, days),
    days: table({
      columns: [
        { label: t('administration.calendar.day') },
        { label: t('administration.calendar.kind') },
        { label: t('administration.calendar.name') },
        { label: t('administration.calendar.from') },
      ],
      rows: days.map((one) => dayRow(view, one)),
    }),
    pending: pendingTable(view, pending),
    form: isAdministrator(view) ? formOf(view, values, errors) : null,
  };
}

function dayRow(
  view: View,
  { on, kind, name, from, removed, entered }: CalendarDayView,
): readonly (Cell | string)[] {
  const { t, formats } = view;
  return [
    { text: formats.shortDate(on), note: formats.weekday(on) },
    {
      text: t(`administration.calendar.${kind}`),
      note: removed ? t('administration.calendar.removed') : null,
    },
    name,
    from === 'rule' && !entered ? t('administration.calendar.rule') : enteredText(view, entered),
  ];
}

function formOf(view: View, values: CalendarShown['values'], errors: FormErrors | null): ProposalForm {
  const { t } = view;
  const form = formFields(view, { kind: 'day-off', ...values }, errors);
  return {
    action: '/admin/calendar',
    key: randomUUID(),
    upload: false,
    lead: t('administration.calendar.formLead'),
    fields: [
      form.date('on', { label: t('administration.calendar.take'), hint: t('administration.sinceHint') }),
      form.radios('kind', {
        label: t('administration.calendar.kind'),
        choices: (['day-off', 'working-day'] as const).map((value) => ({
          value,
          label: t(`administration.calendar.${value}`),
        })),
      }),
      form.input('name', { label: t('administration.calendar.name'), maxlength: 200 }),
      form.tick('removed', { label: t('administration.calendar.removeTick'), optional: true }),
      form.input('source', {
        label: t('administration.source'),
        hint: t('administration.sourceHint'),
        maxlength: 1000,
      }),
    ],
  };
}
