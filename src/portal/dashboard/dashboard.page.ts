import { type Dashboard, type KeptStep, OPEN_STATUSES } from '../../reports/dashboard.ts';
import type { Period } from '../../reports/regulator.ts';
import { type QueueFilters, queueHref } from '../cases/queue.query.ts';
import { type Bars, bars } from '../components/bars.ts';
import { type Notice, notice } from '../components/notice.ts';
import { type Plot, plot } from '../components/plot.ts';
import { type Table, table } from '../components/table.ts';
import type { Page } from '../frame/page.ts';
import type { View } from '../frame/view.ts';
import { nameOf } from '../messages/names.ts';
import { type AskedPeriod, lastMonths, type PeriodForm, periodForm } from '../reports/period.ts';

export interface DashboardPage extends Page {
  readonly figures: readonly {
    readonly label: string;
    readonly value: string;
    readonly href: string;
    readonly isBad: boolean;
  }[];
  readonly period: PeriodForm;
  readonly told: string;
  readonly kept: Bars | null;
  readonly keptTable: Table;
  readonly breaches: Bars | null;
  readonly noBreaches: Notice | null;
  readonly ages: Plot;
  readonly ahead: Plot;
  readonly counted: string;
}

const all = (filters: QueueFilters): string => queueHref({ work: 'all', ...filters });

export function dashboardPage(view: View, dashboard: Dashboard, asked: AskedPeriod): DashboardPage {
  const { t, formats } = view;
  const { period, kept } = dashboard;
  const known = kept.filter(({ met, missed }) => met + missed > 0);
  return {
    title: t('overview.dashboard.title'),
    frame: { lead: t('overview.dashboard.lead'), wide: true, errors: asked.errors?.summary ?? null },
    figures: figuresOf(view, dashboard),
    period: periodForm(view, '/staff/dashboard', asked, [
      { key: 'overview.period.month', period: lastMonths(view.today, 1) },
      { key: 'overview.period.quarter', period: lastMonths(view.today, 3) },
      { key: 'overview.period.year', period: lastMonths(view.today, 12) },
    ]),
    told: t('overview.period.told', {
      from: formats.shortDate(period.from),
      to: formats.shortDate(period.to),
    }),
    kept: known.length > 0 ? keptBars(view, known) : null,
    keptTable: keptTable(view, kept, period),
    breaches: dashboard.breaches.length > 0 ? breachBars(view, dashboard) : null,
    noBreaches: dashboard.breaches.length > 0 ? null : notice('good', t('overview.dashboard.noBreaches')),
    ages: agePlot(view, dashboard),
    ahead: aheadPlot(view, dashboard),
    counted: t('overview.dashboard.counted', { at: formats.instant(dashboard.countedAt.toString()) }),
  };
}

const sum = (rows: readonly { readonly cases: number }[]): number =>
  rows.reduce((total, { cases }) => total + cases, 0);

function figuresOf({ t, formats }: View, { ages, breaches }: Dashboard): DashboardPage['figures'] {
  const late = sum(breaches);
  return [
    {
      label: t('overview.dashboard.open'),
      value: formats.number(sum(ages)),
      href: all({ status: OPEN_STATUSES.join(',') }),
      isBad: false,
    },
    {
      label: t('overview.dashboard.late'),
      value: formats.number(late),
      href: queueHref({ work: 'overdue' }),
      isBad: late > 0,
    },
  ];
}

const shareOf = ({ met, missed }: KeptStep): number => (met + missed === 0 ? 0 : met / (met + missed));

/** Whole per cent; 100 only where nothing was missed. */
const percentOf = (step: KeptStep): number => Math.floor(shareOf(step) * 100);

const keptBars = (view: View, kept: readonly KeptStep[]): Bars =>
  bars({
    caption: view.t('overview.dashboard.kept'),
    labelHeading: view.t('overview.dashboard.step'),
    valueHeading: view.t('overview.dashboard.share'),
    rows: kept.map((step) => ({
      label: nameOf(view.names, 'deadline', step.name),
      amount: percentOf(step),
      value: view.formats.percent((percentOf(step) / 100).toFixed(2)),
      limit: 100,
      tone: step.missed > 0 ? 'operator' : 'good',
    })),
  });

function keptTable({ t, names, formats }: View, kept: readonly KeptStep[], { from, to }: Period): Table {
  const count = (name: string, state: 'met' | 'missed', cases: number) => ({
    text: formats.number(cases),
    href: cases > 0 ? all({ deadline: name, state, from, to }) : null,
  });
  return table({
    columns: [
      { label: t('overview.dashboard.step') },
      { label: t('overview.dashboard.met'), numeric: true },
      { label: t('overview.dashboard.missed'), numeric: true },
      { label: t('overview.dashboard.all'), numeric: true },
      { label: t('overview.dashboard.share'), numeric: true },
    ],
    rows: kept.map((step) => [
      nameOf(names, 'deadline', step.name),
      count(step.name, 'met', step.met),
      count(step.name, 'missed', step.missed),
      formats.number(step.met + step.missed),
      step.met + step.missed === 0
        ? t('overview.dashboard.none')
        : formats.percent((percentOf(step) / 100).toFixed(2)),
    ]),
  });
}

const breachBars = ({ t, names, formats }: View, { breaches }: Dashboard): Bars =>
  bars({
    caption: t('overview.dashboard.breaches'),
    labelHeading: t('overview.dashboard.step'),
    valueHeading: t('overview.dashboard.cases'),
    rows: breaches.map(({ name, cases, oldestOn }) => ({
      label: nameOf(names, 'deadline', name),
      amount: cases,
      value: formats.number(cases),
      note: t('overview.dashboard.oldest', { day: formats.shortDate(oldestOn) }),
      href: all({ overdue: '1', deadline: name, state: 'breached' }),
      tone: 'bad',
    })),
  });

const agePlot = ({ t, formats }: View, { ages }: Dashboard): Plot =>
  plot({
    caption: t('overview.dashboard.ages'),
    labelHeading: t('overview.dashboard.age'),
    valueHeading: t('overview.dashboard.cases'),
    columns: ages.map(({ fromDays, toDays, openedFrom, openedTo, cases }) => ({
      label:
        toDays === null
          ? t('overview.dashboard.ageFrom', { from: fromDays })
          : t('overview.dashboard.ageFromTo', { from: fromDays, to: toDays }),
      amount: cases,
      value: formats.number(cases),
      href:
        cases > 0
          ? all({ status: OPEN_STATUSES.join(','), ...(openedFrom ? { openedFrom } : {}), openedTo })
          : null,
    })),
  });

const aheadPlot = ({ t, formats }: View, { ahead }: Dashboard): Plot =>
  plot({
    caption: t('overview.dashboard.ahead'),
    labelHeading: t('overview.dashboard.week'),
    valueHeading: t('overview.dashboard.cases'),
    columns: ahead.map(({ from, to, cases }) => ({
      label: dayAndMonth(from),
      amount: cases,
      value: formats.number(cases),
      href: cases > 0 ? all({ from, to }) : null,
    })),
  });

/** `09.04.`: ten of them stand under one picture. */
const dayAndMonth = (iso: string): string => `${iso.slice(8, 10)}.${iso.slice(5, 7)}.`;
