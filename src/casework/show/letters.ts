import { noticesOf } from '../../../db/notices.ts';
import type { CaseRow, NoticeRow } from '../../../db/rows.ts';
import type { Caller } from '../caller.ts';
import type { CaseworkParts } from '../parts.ts';
import { note, visibleCase } from '../seen-case.ts';
import { assertMayView } from '../visible.ts';
import type { NoticeView } from './shown.ts';

/** A letter as the API shows it. */
export const noticeView = (row: NoticeRow): NoticeView => ({
  id: row.id,
  notice: row.notice,
  channel: row.channel,
  to: row.recipient,
  sentAt: row.sentAt,
  deliveredState: row.deliveredState,
  deemedReceivedOn: row.deemedReceivedOn,
  documentId: row.documentId,
});

export async function noticeViews(parts: CaseworkParts, caller: Caller, id: string): Promise<NoticeView[]> {
  const { row, moment } = await visibleCase(parts, caller, id);
  assertMayView(caller, row, 'letters', moment.at, moment.law.operator.timeZone);
  await note(parts, caller, row, 'notices', moment.at);
  return noticesOfSeen(parts, row);
}

export const noticesOfSeen = async ({ db }: CaseworkParts, { id }: CaseRow): Promise<NoticeView[]> =>
  (await noticesOf(db, id)).map(noticeView);
