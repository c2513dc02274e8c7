import type { Connection, Statement } from './database.ts';
import { columnsOf, type NoticeRow } from './rows.ts';
import { notices } from './schema.ts';

const ROW = columnsOf(notices, 'n');

/** The letters of a case, oldest first. */
const OF_CASE: Statement = {
  name: 'notices_of_case',
  text: `select ${ROW} from notices n where n.case_id = $1 order by n.seq, n.created_at, n.id`,
};

export const noticesOf = (connection: Connection, caseId: string): Promise<NoticeRow[]> =>
  connection.query<NoticeRow>(OF_CASE, [caseId]);

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

/** Letters that are handed to somebody; the others are kept in the portal and only await their document. */
const TO_HAND_OVER = `delivered_state <> 'delivered'`;

export interface Taking {
  /** Domain of the message ids that e-mails get when they are first taken. */
  readonly messageDomain?: string;
  /** Leaves the letters of the portal, which only await their document, to another time. */
  readonly toHandOverOnly?: boolean;
}

/** Tells letters apart that bear the same id: after a restore the next event of a case gets the number that a lost one had,
 *  and so do its letters. The same letter keeps its mark, by whomever and however late it is taken. */
const MARK = `left(encode(sha256(convert_to(
  concat_ws(' ', extract(epoch from n.created_at), n.recipient, n.model::text), 'UTF8')), 'hex'), 16)`;

export interface TakenNotice extends NoticeRow {
  readonly mark: string;
}

/** Takes up to `limit` letters that wait to be sent, oldest first. They are ours until `leaseUntil`: whoever dies with
 *  them in hand has them taken by another then, so a letter is sent at least once; its id and mark serve the relay as a
 *  message id, by which a second one is recognised. A letter in hand has been tried and has no error yet. */
export const takeNotices = (
  connection: Connection,
  now: string,
  leaseUntil: string,
  limit: number,
  { messageDomain, toHandOverOnly = false }: Taking = {},
): Promise<TakenNotice[]> =>
  connection.query<TakenNotice>(
    `with taken as (
       update notices n set wake_at = $2, attempts = n.attempts + 1, last_error = null,
         message_id = coalesce(n.message_id,
           case when n.channel = 'email' then '<' || n.id || '.' || ${MARK} || '@' || $4::text || '>' end)
       from (select case_id, id from notices where wake_at <= $1 ${toHandOverOnly ? `and ${TO_HAND_OVER}` : ''}
         order by wake_at limit $3 for update skip locked) due
       where n.case_id = due.case_id and n.id = due.id
       returning n.*)
     select ${ROW}, ${MARK} as mark from taken n order by n.created_at, n.seq, n.id`,
    [now, leaseUntil, limit, messageDomain ?? null],
  );

/** Whether a letter to be handed over is in somebody's hand just now, or is due and being taken. */
export async function noticesAreInHand(connection: Connection, now: string): Promise<boolean> {
  const [row] = await connection.query<{ inHand: boolean }>(
    `select exists (select 1 from notices
       where wake_at is not null and ${TO_HAND_OVER}
         and (wake_at <= $1 or attempts > 0 and last_error is null)) as "inHand"`,
    [now],
  );
  return row?.inHand ?? false;
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

/** The letter has left the house, or is kept in the portal: nothing is left to do for the dispatcher. A letter that was
 *  taken back meanwhile stays as it is. */
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
     where case_id = $1 and id = $2 and wake_at is not null`,
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
    `update notices set last_error = $3, wake_at = $4, delivered_state = $5
     where case_id = $1 and id = $2 and wake_at is not null`,
    [caseId, id, failed.error, failed.wakeAt, failed.deliveredState],
  );
}

/** When the dispatcher has something to do next; null: the outbox is empty. */
export async function nextNotice(connection: Connection, toHandOverOnly = false): Promise<string | null> {
  const [row] = await connection.query<{ at: string | null }>(
    `select min(wake_at) as at from notices where wake_at is not null ${toHandOverOnly ? `and ${TO_HAND_OVER}` : ''}`,
  );
  return row?.at ?? null;
}

/** One letter of a case. */
export async function findNotice(
  connection: Connection,
  caseId: string,
  id: string,
): Promise<NoticeRow | null> {
  const [row] = await connection.query<NoticeRow>(
    `select ${ROW} from notices n where n.case_id = $1 and n.id = $2`,
    [caseId, id],
  );
  return row ?? null;
}

const ORDERS = {
  'oldest first': 'n.created_at, n.case_id, n.id',
  'newest first': 'n.created_at desc, n.case_id, n.id',
} as const;

/** Letters of the desk in one state: to be posted, to be signed for, given up, posted, come back. What was sent or delivered
 *  is most of the table, is nobody's work, and is not in their index: the text says so, as no plan can see it in `$1`. */
export const noticesInText = (order: keyof typeof ORDERS = 'oldest first'): string =>
  `select ${ROW} from notices n
   where n.delivered_state = $1 and n.delivered_state not in ('sent', 'delivered')
   order by ${ORDERS[order]} limit $2`;

export const noticesIn = (
  connection: Connection,
  deliveredState: string,
  limit: number,
  order: keyof typeof ORDERS = 'oldest first',
): Promise<NoticeRow[]> => connection.query<NoticeRow>(noticesInText(order), [deliveredState, limit]);

/** The day on which a letter really left, as the post or a signature shows. */
export async function setNoticeSentAt(
  connection: Connection,
  caseId: string,
  id: string,
  sentAt: string,
): Promise<void> {
  await connection.query('update notices set sent_at = $3 where case_id = $1 and id = $2', [
    caseId,
    id,
    sentAt,
  ]);
}

/** Gives a letter that was not sent to the dispatcher again; false: it is in another state by now. */
export async function queueNoticeAgain(
  connection: Connection,
  caseId: string,
  id: string,
  wakeAt: string,
): Promise<boolean> {
  const rows = await connection.query(
    `update notices set delivered_state = 'queued', wake_at = $3, attempts = 0, last_error = null
     where case_id = $1 and id = $2 and delivered_state in ('dead', 'not-sent') returning id`,
    [caseId, id, wakeAt],
  );
  return rows.length > 0;
}

/** Letters of a told past have long been handed over: nobody sends them now. Their documents are made when they are read. */
export async function settleNotices(connection: Connection): Promise<void> {
  await connection.query(
    `update notices set wake_at = null, delivered_state = case
       when delivered_state <> 'queued' then delivered_state
       when channel = 'email' then 'sent' when channel = 'post' then 'posted' else 'signed' end
     where wake_at is not null`,
  );
}
