import type { WaitingStep, WaitingTime } from '../../../db/waiting-times.ts';
import { TERMS_CLAUSES, type TermsParameter, type TermsVersion } from '../../law/terms/terms.ts';
import { type Bars, bars } from '../components/bars.ts';
import type { Empty } from '../components/navigation-parts.ts';
import { type Table, table } from '../components/table.ts';
import type { Page } from '../frame/page.ts';
import type { View } from '../frame/view.ts';

/** Fewer cases than this could be recognised by those who know one of them. */
const LEAST_CASES = 5;

/** The limit of the contract, where it gives the step one. */
const LIMITS: Readonly<Partial<Record<WaitingStep, TermsParameter>>> = {
  offer: 'offerDays',
  conclusion: 'objectionDays',
  connection: 'connectionDays',
};

export interface WaitingTimesPage extends Page {
  readonly bars: Bars | null;
  readonly table: Table | null;
  readonly empty: Empty | null;
  readonly few: string | null;
  readonly counted: string;
}

interface Figures {
  readonly at: Temporal.Instant;
  readonly times: readonly WaitingTime[];
}

export function waitingTimesPage(
  view: View,
  { at, times }: Figures,
  { parameters }: TermsVersion,
): WaitingTimesPage {
  const { t, formats } = view;
  const known = times.filter(({ cases, median }) => median !== null && cases >= LEAST_CASES);
  const limitOf = (step: WaitingStep): number | null => {
    const name = LIMITS[step];
    return name ? Number(parameters[name]) : null;
  };
  const days = (count: number): string => t('common.days', { count });
  const page = {
    title: t('pages.waitingTimes.title'),
    frame: { lead: t('pages.waitingTimes.lead') },
    counted: t('pages.waitingTimes.counted', { at: formats.instant(at.toString()) }),
    few: known.length < times.length ? t('pages.waitingTimes.few', { least: LEAST_CASES }) : null,
  };
  if (known.length === 0) return { ...page, bars: null, table: null, empty: emptyOf(view), few: null };
  return {
    ...page,
    empty: null,
    bars: bars({
      caption: t('pages.waitingTimes.steps'),
      labelHeading: t('pages.waitingTimes.step'),
      valueHeading: t('pages.waitingTimes.median'),
      rows: known.map(({ step, median }) => ({
        label: t(`pages.waitingTimes.names.${step}`),
        amount: median ?? 0,
        value: days(median ?? 0),
        limit: limitOf(step),
      })),
    }),
    table: table({
      columns: [
        { label: t('pages.waitingTimes.step') },
        { label: t('pages.waitingTimes.median'), numeric: true },
        { label: t('pages.waitingTimes.nine'), numeric: true },
        { label: t('pages.waitingTimes.limit') },
        { label: t('pages.waitingTimes.cases'), numeric: true },
      ],
      rows: times.map((time) => {
        const { step, median, nineOfTen, cases } = time;
        const limit = limitOf(step);
        const name = LIMITS[step];
        const isShown = known.includes(time);
        return [
          t(`pages.waitingTimes.names.${step}`),
          isShown ? formats.number(median ?? 0) : '–',
          isShown ? t('pages.waitingTimes.withinDays', { count: nineOfTen ?? 0 }) : '–',
          {
            text: limit === null ? '–' : days(limit),
            note: name ? view.clause(TERMS_CLAUSES[name].clause) : null,
          },
          isShown ? formats.number(cases) : t('pages.waitingTimes.below', { least: LEAST_CASES }),
        ];
      }),
    }),
  };
}

const emptyOf = ({ t }: View): Empty => ({
  iconName: 'clock',
  title: t('pages.waitingTimes.empty'),
  text: t('pages.waitingTimes.emptyText'),
  action: { label: t('pages.home.lifeMore'), href: '/process' },
});
