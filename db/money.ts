import type { Connection } from './database.ts';
import { columnsOf, type InvoiceRow, type NoticeRow, type ReceiptRow } from './rows.ts';
import { invoices, receipts } from './schema.ts';

const INVOICE = columnsOf(invoices, 'i');

export const receiptsOf = (connection: Connection, caseId: string): Promise<ReceiptRow[]> =>
  connection.query<ReceiptRow>(
    `select ${columnsOf(receipts, 'r')} from receipts r where r.case_id = $1 order by r.seq, r.k`,
    [caseId],
  );

export const invoicesOf = (connection: Connection, caseId: string): Promise<InvoiceRow[]> =>
  connection.query<InvoiceRow>(
    `select ${INVOICE} from invoices i where i.case_id = $1 order by i.seq, i.number`,
    [caseId],
  );

/** Invoices that ask to be paid under this reference: of one case mostly, a void one and its successor perhaps. */
export const invoicesByReference = (connection: Connection, reference: string): Promise<InvoiceRow[]> =>
  connection.query<InvoiceRow>(
    `select ${INVOICE} from invoices i where i.reference = $1 order by i.issued_on, i.number`,
    [reference],
  );

/** Invoices of many cases in one query, the latest first. */
export const invoicesOfCases = (connection: Connection, caseIds: readonly string[]): Promise<InvoiceRow[]> =>
  connection.query<InvoiceRow>(
    `select ${INVOICE} from invoices i where i.case_id = any($1::uuid[]) order by i.issued_on desc, i.number desc`,
    [caseIds],
  );

/** Money received and paid back in many cases, the latest first. */
export const receiptsOfCases = (connection: Connection, caseIds: readonly string[]): Promise<ReceiptRow[]> =>
  connection.query<ReceiptRow>(
    `select ${columnsOf(receipts, 'r')} from receipts r where r.case_id = any($1::uuid[])
     order by r.on desc, r.seq desc, r.k desc`,
    [caseIds],
  );

export type LetterOfStep = Pick<NoticeRow, 'caseId' | 'seq' | 'notice' | 'documentId'>;

/** Letters of some kinds in many cases, by the event that they tell of: an invoice is sent with its event. */
export const lettersOfKinds = (
  connection: Connection,
  caseIds: readonly string[],
  kinds: readonly string[],
): Promise<LetterOfStep[]> =>
  connection.query<LetterOfStep>(
    `select n.case_id as "caseId", n.seq, n.notice, n.document_id as "documentId" from notices n
     where n.case_id = any($1::uuid[]) and n.notice = any($2::text[]) order by n.created_at`,
    [caseIds, kinds],
  );
