import type { WaitingLetter } from '../../delivery/letter-desk.ts';
import { type Table, table } from '../components/table.ts';
import type { View } from '../frame/view.ts';
import { nameOf } from '../messages/names.ts';

export const letterHref = ({ caseId, id }: Pick<WaitingLetter, 'caseId' | 'id'>): string =>
  `/staff/post/letters/${caseId}/${id}`;

/** Letters in rows, each a link to what can be done about it. */
export function lettersTable(
  view: View,
  letters: readonly WaitingLetter[],
  { withReason = false }: { readonly withReason?: boolean } = {},
): Table | null {
  const { t, names, formats } = view;
  if (letters.length === 0) return null;
  return table({
    columns: [
      { label: t('letters.columns.letter') },
      { label: t('letters.columns.case') },
      { label: t('letters.columns.to') },
      { label: t('letters.columns.written') },
      { label: t(withReason ? 'letters.columns.reason' : 'letters.columns.deemed') },
    ],
    rows: letters.map((letter) => [
      { text: nameOf(names, 'notice', letter.notice), href: letterHref(letter) },
      { text: letter.caseNumber, href: `/cases/${letter.caseId}` },
      letter.to ?? '–',
      letter.sentAt ? formats.instant(letter.sentAt) : '–',
      withReason
        ? (letter.reason ?? '–')
        : letter.deemedReceivedOn
          ? formats.shortDate(letter.deemedReceivedOn)
          : '–',
    ]),
  });
}
