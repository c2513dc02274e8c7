import type { DeadlineView } from '../../casework/show/shown.ts';
import { type Bars, bars } from '../components/bars.ts';
import type { Confirmation } from '../components/confirmation.ts';
import { type DeadlineCard, deadlineCard } from '../components/deadline-card.ts';
import { type LifePicture, lifePicture } from '../components/life-picture.ts';
import type { Empty, FilterBar, Pagination, Tabs } from '../components/navigation-parts.ts';
import { type Notice, notice } from '../components/notice.ts';
import { type Plot, plot } from '../components/plot.ts';
import { type Shares, shares } from '../components/shares.ts';
import { type StatusTag, statusTag, tag, turnTag } from '../components/status-tag.ts';
import { row, type SummaryList, summaryList } from '../components/summary-list.ts';
import { type Table, table } from '../components/table.ts';
import type { Timeline } from '../components/timeline.ts';
import { type Field, formFields } from '../forms/fields.ts';
import { type ErrorSummary, formErrors } from '../forms/form-errors.ts';
import { ICON_NAMES } from '../frame/icons.ts';
import type { Page } from '../frame/page.ts';
import type { View } from '../frame/view.ts';

export interface StyleguidePage extends Page {
  readonly notices: readonly Notice[];
  readonly tags: readonly StatusTag[];
  readonly deadlines: readonly DeadlineCard[];
  readonly life: LifePicture;
  readonly timeline: Timeline;
  readonly summary: SummaryList;
  readonly table: Table;
  readonly pagination: Pagination;
  readonly tabs: Tabs;
  readonly filters: FilterBar;
  readonly fields: readonly Field[];
  readonly wrongFields: readonly Field[];
  readonly errorSummary: ErrorSummary;
  readonly shares: Shares | null;
  readonly bars: Bars;
  readonly plot: Plot;
  readonly confirmation: Confirmation;
  readonly empty: Empty;
  readonly icons: readonly string[];
}

export function styleguidePage(view: View): StyleguidePage {
  const { t, names, formats, clause, today } = view;
  const on = (days: number): string => today.add({ days }).toString();
  const sample = t('styleguide.sample');
  return {
    title: t('styleguide.title'),
    frame: { lead: t('styleguide.lead') },
    notices: [
      notice('info', names.status.evaluating, names.statusMeaning.evaluating),
      notice('warning', names.status['annulment-warned'], names.statusMeaning['annulment-warned']),
      notice('good', names.status.closed, names.statusMeaning.closed),
      notice('bad', names.status.annulled, names.statusMeaning.annulled),
    ],
    tags: [
      turnTag(view, 'customer'),
      turnTag(view, 'operator'),
      turnTag(view, 'nobody'),
      tag(t('common.late'), 'bad', 'warning'),
      ...(['offered', 'in-force', 'fulfilled', 'terminated', 'withdrawn'] as const).map((status) =>
        statusTag(view, status),
      ),
    ],
    deadlines: [
      deadlineCard(view, sampleDeadline('objection-window', 'customer', on(12), 'II.11.2', sample), {
        label: names.act['contract.signed'],
        href: '#fields',
      }),
      deadlineCard(view, sampleDeadline('offer', 'operator', on(3), 'II.11.1.1', sample)),
      deadlineCard(view, {
        ...sampleDeadline('payment-due', 'customer', on(-2), 'II.10.2', sample),
        state: 'missed',
      }),
      deadlineCard(view, {
        ...sampleDeadline('term', 'nobody', on(200), 'II.13.1', sample),
        state: 'frozen',
      }),
    ],
    life: lifePicture(view, {
      title: t('styleguide.lifeTitle'),
      turn: 'customer',
      stages: [
        {
          label: t('pages.process.stages.application.label'),
          details: [formats.shortDate(on(-30))],
          phase: 'past',
        },
        {
          label: t('pages.process.stages.evaluation.label'),
          details: [formats.shortDate(on(-18))],
          phase: 'past',
        },
        {
          label: t('pages.process.stages.offer.label'),
          details: [formats.shortDate(on(12))],
          phase: 'present',
        },
        { label: t('pages.process.stages.contract.label'), details: [], phase: 'ahead' },
        { label: t('pages.process.stages.works.label'), details: [], phase: 'ahead' },
        { label: t('pages.process.stages.readiness.label'), details: [], phase: 'ahead' },
        { label: t('pages.process.stages.connection.label'), details: [], phase: 'ahead' },
      ],
      branches: [names.act['offer.objected'], names.act['application.withdrawn']],
    }),
    timeline: {
      entries: [
        entry(view, on(-1), 'offer.issued', 'engineer', 'II.11.1', 'operator', [
          names.notice['N-OFFER'],
          names.notice['N-ADVINV'],
        ]),
        entry(view, on(-20), 'application.completed', 'customer', 'II.5.2', 'customer', []),
        entry(view, on(-24), 'application.returned', 'service', 'II.5.2', 'operator', [
          names.notice['N-MISSING'],
        ]),
        {
          ...entry(view, on(-30), 'application.submitted', 'customer', 'II.11.1', 'customer', []),
          details: [t('styleguide.eventNote')],
        },
      ],
    },
    summary: summaryList(
      row(names.customerKind.natural, 'Anna Ozoliņa', {
        change: { href: '#summary', label: t('common.change') },
      }),
      row(t('styleguide.address'), 'Liepu iela 5, Ādaži, LV-2164', { note: '8044 004 0123' }),
      row(t('estimate.ampere'), '25 A', { clause: clause('II.def.entry-device') }),
      row(t('styleguide.status'), '', { tag: statusTag(view, 'offered') }),
    ),
    table: table({
      caption: t('styleguide.table'),
      columns: [
        { label: t('styleguide.caseNumber'), href: '#table', sorted: 'ascending' },
        { label: t('styleguide.address') },
        { label: t('styleguide.status') },
        { label: t('styleguide.dueOn') },
        { label: t('styleguide.amount'), numeric: true },
      ],
      rows: [
        [
          { text: 'P-2026-000123', href: '#table' },
          'Liepu iela 5, Ādaži',
          { text: '', tag: statusTag(view, 'offered') },
          { text: formats.shortDate(on(12)), note: t('common.when.inDays', { count: 12 }) },
          formats.amount('907.50'),
        ],
        [
          { text: 'P-2026-000124', href: '#table' },
          'Rīgas iela 17, Valmiera',
          { text: '', tag: statusTag(view, 'in-force') },
          formats.shortDate(on(40)),
          formats.amount('12450.00'),
        ],
        [
          { text: 'P-2026-000125', href: '#table' },
          '„Vējiņi”, Amatas pagasts, Cēsu novads',
          { text: '', tag: statusTag(view, 'annulment-warned') },
          { text: formats.shortDate(on(-2)), tag: tag(t('common.late'), 'bad', 'warning') },
          formats.amount('3025.00'),
        ],
      ],
      foot: [t('estimate.answer.fee'), '', '', '', formats.amount('16382.50')],
    }),
    pagination: { shown: t('styleguide.shown'), first: null, next: '#table' },
    tabs: {
      label: t('styleguide.tabs'),
      tabs: [
        { label: names.awaits.customer, href: '#tabs', current: true, count: '12' },
        { label: names.awaits.operator, href: '#tabs', current: false, count: '48' },
        { label: names.status.closed, href: '#tabs', current: false, count: null },
      ],
    },
    filters: filtersOf(view),
    fields: fieldsOf(view),
    ...wrongOf(view),
    shares: shares(view, '750.00', '1250.00'),
    bars: bars({
      caption: t('pages.waitingTimes.title'),
      labelHeading: t('pages.waitingTimes.step'),
      valueHeading: t('pages.waitingTimes.median'),
      rows: [
        {
          label: t('pages.waitingTimes.names.offer'),
          amount: 17,
          value: t('common.days', { count: 17 }),
          limit: 20,
        },
        {
          label: t('pages.waitingTimes.names.conclusion'),
          amount: 21,
          value: t('common.days', { count: 21 }),
          limit: 30,
          tone: 'customer',
        },
        {
          label: t('pages.waitingTimes.names.connection'),
          amount: 13,
          value: t('common.days', { count: 13 }),
          limit: 10,
          tone: 'bad',
        },
      ],
    }),
    plot: plot({
      caption: names.deadline.offer,
      labelHeading: t('styleguide.month'),
      valueHeading: t('pages.waitingTimes.cases'),
      columns: [31, 44, 38, 52, 61, 27].map((amount, index) => ({
        label: formats.month(`2026-0${index + 1}-01`),
        amount,
        value: String(amount),
        href: '#charts',
        ...(index === 4 ? { tone: 'bad' as const } : {}),
      })),
    }),
    confirmation: {
      title: names.act['contract.withdrawn'],
      rows: [
        row(t('styleguide.caseNumber'), 'P-2026-000123'),
        row(t('styleguide.address'), 'Liepu iela 5, Ādaži, LV-2164'),
      ],
      consequences: [
        { text: names.statusMeaning.terminated, clause: clause('II.15') },
        { text: names.notice['N-CONF'], clause: clause('II.14.4') },
      ],
      action: '/styleguide',
      hidden: [],
      fields: [],
      button: names.act['contract.withdrawn'],
      back: '#confirm',
      dangerous: true,
    },
    empty: {
      iconName: 'document',
      title: t('styleguide.empty'),
      text: t('styleguide.emptyText'),
      action: { label: names.act['application.submitted'], href: '#empty' },
    },
    icons: ICON_NAMES,
  };
}

const sampleDeadline = (
  name: string,
  awaits: DeadlineView['awaits'],
  lastDay: string,
  clause: string,
  because: string,
): DeadlineView => ({
  name,
  awaits,
  lastDay,
  earliestDay: null,
  clause,
  state: 'running',
  because,
  used: [],
});

function entry(
  { names, formats, clause }: View,
  day: string,
  type: 'offer.issued' | 'application.completed' | 'application.returned' | 'application.submitted',
  role: 'engineer' | 'customer' | 'service',
  cited: string,
  tone: 'operator' | 'customer',
  letters: readonly string[],
): Timeline['entries'][number] {
  const at = `${day}T09:12:00Z`;
  return {
    at,
    when: formats.instant(at),
    who: names.role[role],
    clause: clause(cited),
    what: names.event[type],
    details: [],
    links: letters.map((label) => ({ label, href: '#timeline' })),
    tone,
  };
}

function fieldsOf(view: View): readonly Field[] {
  const { t, names } = view;
  const form = formFields(view, {
    sampleName: 'Anna Ozoliņa',
    sampleKind: 'natural',
    sampleAmpere: '25',
    samplePurpose: 'new',
  });
  return [
    form.input('sampleName', { label: t('account.register.name'), autocomplete: 'name' }),
    form.input('sampleAmpere', {
      label: t('estimate.ampere'),
      hint: t('estimate.ampereHint'),
      suffix: 'A',
      width: 'short',
      inputmode: 'decimal',
    }),
    form.select('samplePurpose', {
      label: names.act['application.submitted'],
      choices: (['new', 'load-increase', 'separate-meter'] as const).map((value) => ({
        value,
        label: names.purpose[value],
      })),
    }),
    form.radios('sampleKind', {
      label: t('account.register.kind'),
      choices: [
        { value: 'natural', label: names.customerKind.natural, hint: t('account.register.codeHint') },
        { value: 'legal', label: names.customerKind.legal },
      ],
    }),
    form.tick('sampleBuilt', { label: t('pages.forms.readinessBody.prepared') }),
    form.textArea('sampleText', {
      label: names.act['offer.objected'],
      hint: names.statusMeaning.objected,
      optional: true,
    }),
    form.file('sampleFile', { label: names.act['design.received'], optional: true, multiple: true }),
  ];
}

function wrongOf(view: View): Pick<StyleguidePage, 'wrongFields' | 'errorSummary'> {
  const { t } = view;
  const errors = formErrors(view, [
    { field: 'wrongAmpere', text: t('styleguide.wrongSample'), clause: 'II.def.entry-device' },
  ]);
  const form = formFields(view, { wrongAmpere: '0' }, errors);
  return {
    errorSummary: errors.summary,
    wrongFields: [
      form.input('wrongAmpere', {
        label: t('estimate.ampere'),
        suffix: 'A',
        width: 'short',
        inputmode: 'decimal',
      }),
    ],
  };
}

function filtersOf(view: View): FilterBar {
  const { t, names } = view;
  const form = formFields(view, { filterStatus: 'offered' });
  return {
    label: t('styleguide.filters'),
    action: '/styleguide',
    fields: [
      form.input('filterText', { label: t('common.search'), type: 'search', optional: false }),
      form.select('filterStatus', {
        label: t('styleguide.status'),
        choices: (['offered', 'in-force'] as const).map((value) => ({ value, label: names.status[value] })),
      }),
    ],
    resetHref: '/styleguide',
    set: [{ label: names.status.offered, href: '/styleguide' }],
  };
}
