import { randomUUID } from 'node:crypto';
import type { Proposal } from '../../administration/proposal.ts';
import type { FigureView } from '../../administration/views/figures.ts';
import type { Tabs } from '../components/navigation-parts.ts';
import { type StatusTag, type Tone, tag } from '../components/status-tag.ts';
import { row, type SummaryList, summaryList } from '../components/summary-list.ts';
import { type Cell, type Table, table } from '../components/table.ts';
import { formFields } from '../forms/fields.ts';
import type { FormErrors } from '../forms/form-errors.ts';
import type { Page } from '../frame/page.ts';
import type { View } from '../frame/view.ts';
import { nameOf } from '../messages/names.ts';
import { capital, enteredText, figureValue } from './law-texts.ts';
import { type ProposalForm, pendingTable } from './proposal-parts.ts';
import { isAdministrator, sectionsOf } from './sections.ts';

export interface FiguresPage extends Page {
  readonly sections: Tabs;
  readonly table: Table;
}

const TONES: Readonly<Record<string, Tone>> = { verified: 'good', reported: 'customer', missing: 'bad' };

const statusTag = ({ names }: View, status: string): StatusTag =>
  tag(nameOf(names, 'figureStatus', status), TONES[status] ?? 'nobody');

export function figuresPage(view: View, figures: readonly FigureView[]): FiguresPage {
  const { t } = view;
  return {
    title: t('administration.figures.title'),
    frame: { lead: t('administration.figures.lead'), wide: true },
    sections: sectionsOf(view, 'figures'),
    table: table({
      columns: [
        { label: t('administration.figures.name') },
        { label: t('administration.today'), numeric: true },
        { label: t('administration.since') },
        { label: t('administration.status') },
        { label: t('administration.source') },
      ],
      rows: figures.map((figure) => figureRow(view, figure)),
    }),
  };
}

function figureRow(view: View, figure: FigureView): readonly (Cell | string)[] {
  const { t, formats, clause } = view;
  const shown = figure.inForce ?? figure.reported;
  return [
    { text: capital(view, figure.label), href: `/admin/figures/${figure.name}`, note: clause(figure.clause) },
    shown ? figureValue(view, figure.name, shown.value) : t('administration.figures.none'),
    shown ? formats.shortDate(shown.since) : '–',
    { text: '', tag: statusTag(view, shown?.status ?? 'missing') },
    shown?.source ?? '–',
  ];
}

export interface FigurePage extends Page {
  readonly sections: Tabs;
  readonly today: SummaryList;
  readonly editions: Table;
  readonly pending: Table | null;
  readonly form: ProposalForm | null;
}

export interface FigureShown {
  readonly figure: FigureView;
  readonly pending: readonly Proposal[];
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly errors: FormErrors | null;
}

export const FIGURE_FIELDS = ['value', 'since', 'status', 'source'] as const;

export function figurePage(view: View, { figure, pending, values, errors }: FigureShown): FigurePage {
  const { t, clause } = view;
  return {
    title: capital(view, figure.label),
    frame: {
      wide: true,
      crumbs: [{ label: t('administration.figures.title'), href: '/admin/figures' }],
      errors: errors?.summary ?? null,
      ...(clause(figure.clause) ? { lead: clause(figure.clause)! } : {}),
    },
    sections: sectionsOf(view, 'figures'),
    today: todayOf(view, figure),
    editions: editionsOf(view, figure),
    pending: pendingTable(view, pending),
    form: isAdministrator(view) ? formOf(view, figure, values, errors) : null,
  };
}

function todayOf(view: View, figure: FigureView): SummaryList {
  const { t, formats } = view;
  const { inForce, reported } = figure;
  return summaryList(
    row(
      t('administration.today'),
      inForce ? figureValue(view, figure.name, inForce.value) : t('administration.figures.none'),
      inForce ? {} : { note: t('administration.figures.noneText') },
    ),
    inForce ? row(t('administration.since'), formats.shortDate(inForce.since)) : null,
    inForce ? row(t('administration.source'), inForce.source) : null,
    reported
      ? row(
          t('administration.status'),
          t('administration.figures.previewOnly', { value: figureValue(view, figure.name, reported.value) }),
          { note: reported.source },
        )
      : null,
  );
}

const editionsOf = (view: View, figure: FigureView): Table =>
  table({
    columns: [
      { label: view.t('administration.since') },
      { label: view.t('administration.value'), numeric: true },
      { label: view.t('administration.status') },
      { label: view.t('administration.source') },
      { label: view.t('administration.who') },
    ],
    rows: figure.editions
      .toReversed()
      .map((edition) => [
        view.formats.shortDate(edition.since),
        figureValue(view, figure.name, edition.value),
        { text: '', tag: statusTag(view, edition.status) },
        edition.source,
        enteredText(view, edition.entered),
      ]),
  });

function formOf(
  view: View,
  { name, unit, editions }: FigureView,
  values: FigureShown['values'],
  errors: FormErrors | null,
): ProposalForm {
  const { t, names } = view;
  const form = formFields(view, { status: 'verified', ...values }, errors);
  const example = editions.findLast(({ value }) => value !== '')?.value;
  return {
    action: `/admin/figures/${name}`,
    key: randomUUID(),
    upload: false,
    lead: t('administration.proposeLead'),
    fields: [
      form.input('value', {
        label: unit.startsWith('ratio')
          ? t('administration.value')
          : `${t('administration.value')} (${unit})`,
        hint: t('administration.figures.valueHint', { example: String(example ?? exampleOf(unit)) }),
        optional: true,
        width: 'short',
        autocomplete: 'off',
        maxlength: 100,
      }),
      form.date('since', { label: t('administration.since'), hint: t('administration.sinceHint') }),
      form.radios('status', {
        label: t('administration.status'),
        hint: t('administration.figures.statusHint'),
        choices: (['verified', 'reported', 'missing'] as const).map((value) => ({
          value,
          label: names.figureStatus[value],
        })),
      }),
      form.input('source', {
        label: t('administration.source'),
        hint: t('administration.sourceHint'),
        maxlength: 1000,
      }),
    ],
  };
}

const exampleOf = (unit: string): string => (unit.startsWith('ratio') ? '0.05' : '120.50');
