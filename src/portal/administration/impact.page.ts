import type { Impact } from '../../administration/impact/impact.ts';
import type { MovedDeadline } from '../../administration/impact/moved-deadline.ts';
import type { PriceChange } from '../../administration/impact/price-change.ts';
import type { Proposal } from '../../administration/proposal.ts';
import type { Empty, Tabs } from '../components/navigation-parts.ts';
import { row, type SummaryList, summaryList } from '../components/summary-list.ts';
import { type Cell, type Table, table } from '../components/table.ts';
import type { Page } from '../frame/page.ts';
import type { View } from '../frame/view.ts';
import { nameOf } from '../messages/names.ts';
import { sectionsOf } from './sections.ts';

export interface ImpactPage extends Page {
  readonly sections: Tabs;
  readonly sums: SummaryList;
  readonly prices: Table | null;
  readonly pricesLeftOut: string | null;
  readonly deadlines: Table | null;
  readonly deadlinesLeftOut: string | null;
  readonly empty: Empty | null;
}

/** Rows that one page shows of each list; the sums are of all. */
export const MOST_SHOWN = 100;

export function impactPage(
  view: View,
  proposal: Proposal,
  impact: Impact & { readonly on: string },
): ImpactPage {
  const { t, formats } = view;
  const { prices, deadlines, leftOut } = impact;
  const nothing = prices.count === 0 && deadlines.count === 0;
  const more = (count: number): string | null =>
    count > 0 ? t('administration.impact.leftOut', { count }) : null;
  return {
    title: t('administration.impact.title'),
    frame: {
      lead: t('administration.impact.lead', { day: formats.shortDate(impact.on) }),
      wide: true,
      crumbs: [
        { label: t('administration.proposals.title'), href: '/admin/proposals' },
        {
          label: t(`administration.proposals.kinds.${proposal.kind}`),
          href: `/admin/proposals/${proposal.id}`,
        },
      ],
    },
    sections: sectionsOf(view, 'proposals'),
    sums: summaryList(
      row(t('administration.impact.lookedAt'), String(impact.casesLookedAt)),
      row(t('administration.impact.offers'), String(prices.offers.count), {
        note:
          prices.offers.count > 0
            ? t('administration.impact.together', { amount: formats.amount(prices.offers.total) })
            : null,
      }),
      row(t('administration.impact.amendments'), String(prices.amendments.count), {
        note:
          prices.amendments.count > 0
            ? t('administration.impact.together', { amount: formats.amount(prices.amendments.total) })
            : null,
      }),
      prices.count > 0 ? row(t('administration.impact.total'), formats.amount(prices.total)) : null,
      prices.lapsing > 0 ? row(t('administration.impact.lapsing'), String(prices.lapsing)) : null,
      prices.unpriced > 0 ? row(t('administration.impact.unpriced'), String(prices.unpriced)) : null,
      row(
        t('administration.impact.deadlines'),
        deadlines.count === 0
          ? '0'
          : t('administration.impact.deadlinesText', { count: deadlines.count, cases: deadlines.cases }),
      ),
    ),
    prices: prices.items.length > 0 ? pricesTable(view, prices.items) : null,
    pricesLeftOut: more(leftOut.prices),
    deadlines: deadlines.items.length > 0 ? deadlinesTable(view, deadlines.items) : null,
    deadlinesLeftOut: more(leftOut.deadlines),
    empty: nothing
      ? {
          iconName: 'check',
          title: t('administration.impact.none'),
          text: t('administration.impact.noneText'),
          action: null,
        }
      : null,
  };
}

const caseCell = ({ names }: View, one: { caseId: string; number: string; status: string }): Cell => ({
  text: one.number,
  href: `/cases/${one.caseId}`,
  note: nameOf(names, 'status', one.status),
});

function pricesTable(view: View, items: readonly PriceChange[]): Table {
  const { t, formats, language } = view;
  const amount = (value: string | null): string =>
    value === null ? t('administration.impact.notPriced') : formats.amount(value);
  return table({
    columns: [
      { label: t('administration.impact.case') },
      { label: t('administration.impact.basis') },
      { label: t('administration.impact.before'), numeric: true },
      { label: t('administration.impact.after'), numeric: true },
      { label: t('administration.impact.difference'), numeric: true },
    ],
    rows: items.map((one) => [
      caseCell(view, one),
      {
        text: t(`administration.impact.bases.${one.basis}`),
        note: one.lapses ? t('administration.impact.lapses') : (one.because?.[language] ?? null),
      },
      amount(one.before),
      amount(one.after),
      one.difference === null ? '–' : formats.amount(one.difference),
    ]),
  });
}

function deadlinesTable(view: View, items: readonly MovedDeadline[]): Table {
  const { t, names, formats } = view;
  const dayOf = (standing: MovedDeadline['before'], none: string): string =>
    standing === null
      ? none
      : standing.day
        ? formats.shortDate(standing.day)
        : standing.clockAt
          ? formats.instant(standing.clockAt)
          : '–';
  return table({
    columns: [
      { label: t('administration.impact.case') },
      { label: t('administration.impact.deadline') },
      { label: t('administration.impact.before') },
      { label: t('administration.impact.after') },
    ],
    rows: items.map((one) => [
      caseCell(view, one),
      nameOf(names, 'deadline', one.name),
      dayOf(one.before, t('administration.impact.starts')),
      dayOf(one.after, t('administration.impact.stops')),
    ]),
  });
}
