import type { Connection } from '../../../db/database.ts';
import { findNotice, findNoticeByMessage } from '../../../db/notices.ts';
import type { NoticeRow } from '../../../db/rows.ts';
import type { Report } from './report.ts';

const COPY = /^<?[0-9a-f-]{36}-\d+-\d+\.copy(@|$)/;

/** The id of a letter begins with the id of its case. */
const NOTICE_ID = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-\d+-\d+$/;

async function byEnvelope(connection: Connection, envelopeId: string | null): Promise<NoticeRow | null> {
  const caseId = envelopeId?.match(NOTICE_ID)?.[1];
  return caseId === undefined ? null : findNotice(connection, caseId, envelopeId!);
}

const REMINDER = /^<?reminder-[0-9a-f-]{36}(@|$)/;

/** A copy of a letter of the portal, or a reminder: that it came back changes nothing. */
export const tellsOfNoNotice = ({ envelopeId, messageIds }: Report): boolean =>
  [envelopeId, ...messageIds].some((id) => id !== null && (COPY.test(id) || REMINDER.test(id)));

/** The e-mail that a report tells of. Both names are secrets between us and who was written to; a report that knows neither
 *  moves nothing. */
export async function letterOf(connection: Connection, report: Report): Promise<NoticeRow | null> {
  const named = await byEnvelope(connection, report.envelopeId);
  if (named?.channel === 'email') return named;
  for (const messageId of report.messageIds) {
    const found = await findNoticeByMessage(connection, messageId);
    if (found?.channel === 'email') return found;
  }
  return null;
}
