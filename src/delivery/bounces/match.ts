import type { Connection } from '../../../db/database.ts';
import { findNotice, findNoticeByMessage } from '../../../db/notices.ts';
import type { NoticeRow } from '../../../db/rows.ts';
import { envelopeIdOf } from '../mail.ts';
import type { Report } from './report.ts';

const COPY = /^<?[0-9a-f-]{36}-\d+-\d+(\.[0-9a-f]{16})?\.copy(@|$)/;

/** The id of the letter, which begins with that of its case, and the mark; without a mark in earlier releases. */
const ENVELOPE_ID =
  /^(?<id>(?<caseId>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-\d+-\d+)(?:\.[0-9a-f]{16})?$/;

/** A letter that was lost with its database may have had the id of another, never its message id. */
async function byEnvelope(connection: Connection, envelopeId: string | null): Promise<NoticeRow | null> {
  const { caseId, id } = envelopeId?.match(ENVELOPE_ID)?.groups ?? {};
  const found = caseId && id ? await findNotice(connection, caseId, id) : null;
  return found?.messageId && envelopeIdOf(found.messageId) === envelopeId ? found : null;
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
