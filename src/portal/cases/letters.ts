import type { NoticeView } from '../../casework/casework.ts';
import { type Table, table } from '../components/table.ts';
import type { View } from '../frame/view.ts';
import { nameOf } from '../messages/names.ts';
import type { MessageKey } from '../messages/translate.ts';

/** The operator's letters, newest first, each a link to what was sent. */
export function lettersOf(view: View, letters: readonly NoticeView[]): Table | null {
  const { t, names, formats } = view;
  if (letters.length === 0) return null;
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
      t(STATES[one.deliveredState] ?? 'cases.letters.states.other'),
    ]),
  });
}

const STATES: Readonly<Record<string, MessageKey>> = {
  delivered: 'cases.letters.states.delivered',
  sent: 'cases.letters.states.sent',
  queued: 'cases.letters.states.queued',
  kept: 'cases.letters.states.kept',
  failed: 'cases.letters.states.failed',
  'to-post': 'cases.letters.states.toPost',
  'to-sign': 'cases.letters.states.toSign',
};
