import type { Connection } from './database.ts';
import { columnsOf, type NoticeRow } from './rows.ts';
import { notices } from './schema.ts';

const ROW = columnsOf(notices, 'n');

/** The letters of a case, oldest first. */
export const noticesOf = (connection: Connection, caseId: string): Promise<NoticeRow[]> =>
  connection.query<NoticeRow>(
    `select ${ROW} from notices n where n.case_id = $1 order by n.seq, n.created_at, n.id`,
    [caseId],
  );

/** The letter that a delivery status notification tells of. */
export async function findNoticeByMessage(
  connection: Connection,
  messageId: string,
): Promise<NoticeRow | null> {
  const [row] = await connection.query<NoticeRow>(`select ${ROW} from notices n where n.message_id = $1`, [
    messageId,
  ]);
  return row ?? null;
}

export async function findNoticeByDocument(
  connection: Connection,
  documentId: string,
): Promise<NoticeRow | null> {
  const [row] = await connection.query<NoticeRow>(
    `select ${ROW} from notices n where n.document_id = $1 limit 1`,
    [documentId],
  );
  return row ?? null;
}

/** Takes up to `limit` letters that wait to be sent, oldest first. They are ours until `leaseUntil`: whoever dies with
 *  them in hand has them taken by another then, so a letter is sent at least once; its id serves the relay as a message id,
 *  by which a second one is recognised. */
export async function takeNotices(
  connection: Connection,
  now: string,
  leaseUntil: string,
  limit: number,
): Promise<NoticeRow[]> {
  const taken = await connection.query<NoticeRow>(
    `update notices n set wake_at = $2, attempts = n.attempts + 1
     from (select case_id, id from notices where wake_at <= $1 order by wake_at limit $3 for update skip locked) due
     where n.case_id = due.case_id and n.id = due.id
     returning ${ROW}`,
    [now, leaseUntil, limit],
  );
  return taken.sort((a, b) =>
    a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : a.seq - b.seq,
  );
}

/** Gives the letter its rendered document. */
export async function setNoticeDocument(
  connection: Connection,
  caseId: string,
  id: string,
  documentId: string,
): Promise<void> {
  await connection.query('update notices set document_id = $3 where case_id = $1 and id = $2', [
    caseId,
    id,
    documentId,
  ]);
}

/** The letter has left the house, or is kept in the portal: nothing is left to do for the dispatcher. */
export async function markNoticeSent(
  connection: Connection,
  caseId: string,
  id: string,
  sent: {
    readonly sentAt: string | null;
    readonly deliveredState: string;
    readonly messageId: string | null;
  },
): Promise<void> {
  await connection.query(
    `update notices set sent_at = $3, delivered_state = $4, message_id = $5, wake_at = null, last_error = null
     where case_id = $1 and id = $2`,
    [caseId, id, sent.sentAt, sent.deliveredState, sent.messageId],
  );
}

/** The attempt failed; the letter is tried again at `wakeAt`, or given up with `null`. */
export async function postponeNotice(
  connection: Connection,
  caseId: string,
  id: string,
  failed: { readonly error: string; readonly wakeAt: string | null; readonly deliveredState: string },
): Promise<void> {
  await connection.query(
    'update notices set last_error = $3, wake_at = $4, delivered_state = $5 where case_id = $1 and id = $2',
    [caseId, id, failed.error, failed.wakeAt, failed.deliveredState],
  );
}

/** When the dispatcher has something to do next; null: the outbox is empty. */
export async function nextNotice(connection: Connection): Promise<string | null> {
  const [row] = await connection.query<{ at: string | null }>(
    'select min(wake_at) as at from notices where wake_at is not null',
  );
  return row?.at ?? null;
}
