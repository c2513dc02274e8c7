import type { RegulatorReport } from '../../reports/regulator.ts';
import { type Table, table } from '../components/table.ts';
import type { Page } from '../frame/page.ts';
import type { View } from '../frame/view.ts';
import {
  type AskedPeriod,
  calendarYear,
  type PeriodForm,
  periodForm,
  periodHref,
  previousQuarter,
} from './period.ts';
import { type ReasonRow, reportTables } from './report-tables.ts';

export interface ReportPage extends Page {
  readonly period: PeriodForm;
  readonly told: string;
  readonly csvHref: string;
  readonly pdfHref: string;
  readonly sections: readonly { readonly id: string; readonly heading: string; readonly table: Table }[];
  readonly steps: Table;
  readonly suspensions: Table;
  readonly endings: Table | null;
}

export function reportPage(view: View, report: RegulatorReport, asked: AskedPeriod): ReportPage {
  const { t, today } = view;
  const tables = reportTables(view, report);
  const figures = [
    { label: t('overview.report.figure') },
    { label: t('overview.report.value'), numeric: true },
    { label: t('overview.report.definition') },
  ];
  const reasons = (rows: readonly ReasonRow[]): Table =>
    table({
      columns: [{ label: t('overview.report.reason') }, { label: t('overview.report.cases'), numeric: true }],
      rows: rows.map(({ name, cases }) => [name, cases]),
    });
  return {
    title: tables.title,
    frame: {
      lead: t('overview.report.lead'),
      crumbs: [{ label: t('overview.dashboard.title'), href: '/staff/dashboard' }],
      errors: asked.errors?.summary ?? null,
    },
    period: periodForm(view, '/staff/report', asked, [
      { key: 'overview.period.lastQuarter', period: previousQuarter(today) },
      { key: 'overview.period.thisYear', period: calendarYear(today, 0) },
      { key: 'overview.period.lastYear', period: calendarYear(today, 1) },
    ]),
    told: tables.period,
    csvHref: periodHref('/staff/report.csv', report),
    pdfHref: periodHref('/staff/report.pdf', report),
    sections: tables.sections.map(({ heading, figures: rows }, index) => ({
      id: `section-${index}`,
      heading,
      table: table({
        columns: figures,
        rows: rows.map(({ name, value, definition, clause }) => [
          name,
          value,
          { text: definition, note: clause },
        ]),
      }),
    })),
    steps: table({
      columns: [
        { label: t('overview.report.step') },
        { label: t('overview.report.cases'), numeric: true },
        { label: t('overview.report.average'), numeric: true },
        { label: t('overview.report.median'), numeric: true },
        { label: t('overview.report.longest'), numeric: true },
      ],
      rows: tables.steps.map(({ name, cases, average, median, longest }) => [
        name,
        cases,
        average,
        median,
        longest,
      ]),
    }),
    suspensions: reasons(tables.suspensions),
    endings: tables.endings.length > 0 ? reasons(tables.endings) : null,
  };
}
