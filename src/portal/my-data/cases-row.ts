import { row, type SummaryRow } from '../components/summary-list.ts';
import type { View } from '../frame/view.ts';

/** What stands alike in several cases, told once: how many they are, what it is, and which. */
export function casesRow(
  { t }: View,
  cases: readonly { readonly number: string }[],
  text: string,
  change: SummaryRow['change'] = null,
): SummaryRow {
  const [first, ...others] = cases;
  return others.length === 0
    ? row(t('myData.contacts.inCase', { number: first!.number }), text, { change })
    : row(t('myData.contacts.inCases', { count: cases.length }), text, {
        change,
        note: cases.map(({ number }) => number).join(', '),
      });
}
