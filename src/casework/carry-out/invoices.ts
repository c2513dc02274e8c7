import type { StepInvoice } from '../../../db/commit.ts';
import type { Connection, Transaction } from '../../../db/database.ts';
import { invoicesOf } from '../../../db/money.ts';
import { drawNumbers } from '../../../db/numbers.ts';
import { columnsOf, type InvoiceRow } from '../../../db/rows.ts';
import { invoices } from '../../../db/schema.ts';
import type { IsoDay } from '../../law/days.ts';
import type { Happened, Moment } from '../happened.ts';
import { creditNote, invoiceRow, voided } from './invoice-rows.ts';

/** The invoices of a case around a step. */
export interface StepInvoices {
  /** What the step stores: new invoices and credit notes, and known ones that it voids. */
  readonly written: readonly StepInvoice[];
  /** Every invoice of the case as the step leaves it, for the letters that name one; none where no letter does. */
  readonly standing: readonly StepInvoice[];
}

export const NO_INVOICES: StepInvoices = { written: [], standing: [] };

const invoiceOf = ({ caseId: _, ...row }: InvoiceRow): StepInvoice => row;

/** Invoices and credit notes bear numbers of one series, so that whoever draws waits for one row alone. */
async function nextNumber(tx: Transaction, on: IsoDay): Promise<string> {
  const year = on.slice(0, 4);
  const drawn = await drawNumbers(tx, `invoice-${year}`);
  return `${year}${drawn.toString().padStart(7, '0')}`;
}

/** The invoices of one case, open for the step that issues and voids some. */
export interface InvoiceLedger {
  issue(kind: 'advance' | 'final', happened: Happened): Promise<void>;
  /** Voids what still asks to be paid, each by a credit note. */
  voidOpen(happened: Happened): Promise<void>;
  around(): StepInvoices;
}

export async function openLedger(tx: Transaction, caseId: string, moment: Moment): Promise<InvoiceLedger> {
  const known = (await invoicesOf(tx, caseId)).map(invoiceOf);
  const written = new Map<string, StepInvoice>();
  const write = (invoice: StepInvoice) => written.set(invoice.number, invoice);
  const standing = () => [...known.filter(({ number }) => !written.has(number)), ...written.values()];
  return {
    async issue(kind, happened) {
      write(invoiceRow(await nextNumber(tx, happened.event.today), kind, happened, moment));
    },
    async voidOpen(happened) {
      for (const invoice of standing().filter(({ state }) => state === 'open')) {
        const number = await nextNumber(tx, happened.event.today);
        write(voided(invoice, number));
        write(creditNote(invoice, number, happened));
      }
    },
    around: () => ({ written: [...written.values()], standing: standing() }),
  };
}

const OF_CASES = `select ${columnsOf(invoices, 'i')} from invoices i where i.case_id = any($1::uuid[]) order by i.seq, i.number`;

/** Invoices as they stand, of many cases in one query. */
export async function standingInvoices(
  connection: Connection,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, StepInvoices>> {
  const rows = caseIds.length === 0 ? [] : await connection.query<InvoiceRow>(OF_CASES, [caseIds]);
  const byCase = Map.groupBy(rows, (row) => row.caseId);
  return new Map(
    [...byCase].map(([caseId, ofCase]) => [caseId, { written: [], standing: ofCase.map(invoiceOf) }]),
  );
}
