import type { Caller } from '../../casework/caller.ts';
import { mayPost } from '../../casework/rights.ts';
import type { NoticeView } from '../../casework/show/shown.ts';
import { type Table, table } from '../components/table.ts';
import type { View } from '../frame/view.ts';
import { letterState } from '../letters/letter-state.ts';
import { letterHref } from '../letters/waiting-table.ts';
import { nameOf } from '../messages/names.ts';

/** The operator's letters, newest first, each a link to what was sent; where it is on its way leads those who keep the letter
 *  desk to what they can do about it. */
export function lettersOf(
  view: View,
  caseId: string,
  letters: readonly NoticeView[],
  caller: Caller,
): Table | null {
  const { t, names, formats } = view;
  if (letters.length === 0) return null;
  const keepsTheDesk = mayPost(caller, 'notice.dispatched');
  return table({
    caption: t('cases.letters.caption'),
    columns: [
      { label: t('cases.letters.what') },
      { label: t('cases.letters.channel') },
      { label: t('cases.letters.sent') },
      { label: t('cases.letters.deemed') },
      { label: t('cases.letters.state') },
    ],
    rows: letters.toReversed().map((one) => [
      {
        text: nameOf(names, 'notice', one.notice),
        href: one.documentId === null ? null : `/documents/${one.documentId}`,
      },
      nameOf(names, 'channel', one.channel),
      one.sentAt ? formats.instant(one.sentAt) : '–',
      one.deemedReceivedOn ? formats.shortDate(one.deemedReceivedOn) : '–',
      {
        text: letterState(view, one.deliveredState),
        href: keepsTheDesk ? letterHref({ caseId, id: one.id }) : null,
      },
    ]),
  });
}
