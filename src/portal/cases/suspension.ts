import type { CaseView } from '../../casework/show/shown.ts';
import { type Table, table } from '../components/table.ts';
import type { View } from '../frame/view.ts';
import { nameOf } from '../messages/names.ts';
import { detailsOf } from './case-details.ts';

export interface Suspensions {
  readonly days: string;
  readonly table: Table;
}

/** Intervals in which the term does not run, and what they have added to it (II.13.1, II.2.8). */
export function suspensionsOf({ t, names, formats }: View, found: CaseView): Suspensions | null {
  const { days, intervals } = detailsOf(found).suspension;
  if (intervals.length === 0) return null;
  const dayOr = (on: string | null, otherwise: string): string => (on ? formats.shortDate(on) : otherwise);
  return {
    days: t('cases.one.suspensionDays', { count: days }),
    table: table({
      columns: [
        { label: t('cases.suspension.reason') },
        { label: t('cases.suspension.from') },
        { label: t('cases.suspension.to') },
        { label: t('cases.suspension.remedyBy') },
        { label: t('cases.suspension.likely') },
      ],
      rows: intervals.map((one) => [
        nameOf(names, 'suspension', one.reason),
        formats.shortDate(one.from),
        dayOr(one.to, t('cases.suspension.open')),
        dayOr(one.remedyBy, '–'),
        dayOr(one.likelyEndOn, '–'),
      ]),
    }),
  };
}
