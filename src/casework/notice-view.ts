import type { NoticeRow } from '../../db/rows.ts';
import type { NoticeView } from './casework.ts';

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
