import type { Connection } from './database.ts';
import { columnsOf, type InvoiceRow, type ReceiptRow } from './rows.ts';
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

export async function findInvoiceByNumber(
  connection: Connection,
  number: string,
): Promise<InvoiceRow | null> {
  const [row] = await connection.query<InvoiceRow>(`select ${INVOICE} from invoices i where i.number = $1`, [
    number,
  ]);
  return row ?? null;
}

/** Invoices that ask to be paid under this reference: of one case mostly, a void one and its successor perhaps. */
export const invoicesByReference = (connection: Connection, reference: string): Promise<InvoiceRow[]> =>
  connection.query<InvoiceRow>(
    `select ${INVOICE} from invoices i where i.reference = $1 order by i.issued_on, i.number`,
    [reference],
  );
