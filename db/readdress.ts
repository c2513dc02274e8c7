import type { Transaction } from './database.ts';
import { columnsOf, type NoticeRow } from './rows.ts';
import { notices } from './schema.ts';

/** Letters of a case that are still to go, locked until the transaction ends. One that a dispatcher has in hand may be on its
 *  way already, and stays as it is. */
export const noticesToGo = (tx: Transaction, caseId: string): Promise<NoticeRow[]> =>
  tx.query<NoticeRow>(
    `select ${columnsOf(notices, 'n')} from notices n
     where n.case_id = $1 and n.delivered_state in ('queued', 'to-post', 'to-sign', 'dead', 'not-sent')
       and not (n.wake_at is not null and n.attempts > 0 and n.last_error is null)
     order by n.seq, n.created_at, n.id for update`,
    [caseId],
  );

/** Gives a letter another address and, since its words name it, another document and another message id: a relay that has
 *  the former one already must not drop this one as its repeat. */
export async function readdressNotice(
  tx: Transaction,
  { caseId, id }: Pick<NoticeRow, 'caseId' | 'id'>,
  to: Pick<NoticeRow, 'recipient' | 'addressSource' | 'model' | 'documentId' | 'wakeAt'>,
): Promise<void> {
  await tx.query(
    `update notices set recipient = $3, address_source = $4, model = $5, document_id = $6, wake_at = $7,
       message_id = null
     where case_id = $1 and id = $2`,
    [caseId, id, to.recipient, to.addressSource, JSON.stringify(to.model), to.documentId, to.wakeAt],
  );
}
