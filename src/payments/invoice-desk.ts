import { listCases } from '../../db/case-list.ts';
import { invoicesOfCases, type LetterOfStep, lettersOfKinds, receiptsOfCases } from '../../db/money.ts';
import type { CaseRow, InvoiceRow, ReceiptRow } from '../../db/rows.ts';
import { moneyOf } from '../../workflows/derived.ts';
import type { NoticeId } from '../../workflows/notices.ts';
import type { CaseState } from '../../workflows/step.ts';
import { type Caller, isStaff } from '../casework/caller.ts';
import type { Moment } from '../casework/happened.ts';
import { type CaseworkParts, momentNow, todayOf } from '../casework/parts.ts';
import { rightNotGiven } from '../casework/rights.ts';
import { note, visibleCase } from '../casework/seen-case.ts';
import { assertMayView, listedFor, maySee } from '../casework/visible.ts';
import { Refusal } from '../law/refusal.ts';
import { say } from '../law/words.ts';
import { type InvoiceState, standingOf } from './owed.ts';

/** Invoices and payments as a customer or a member of staff may see them (PO-07). */
export interface InvoiceDesk {
  /** @throws Refusal `not-found` where the case is not the caller's to see, `forbidden` without a right to its money */
  ofCase(caller: Caller, caseId: string): Promise<CaseMoney>;
  /** Invoices and payments of all cases of a customer, a page of cases at a time. */
  mine(caller: Caller, cursor?: string): Promise<MyMoney>;
}

export interface InvoiceView {
  readonly number: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly kind: 'advance' | 'final' | 'credit';
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly net: string;
  readonly vatRate: string;
  readonly vat: string;
  readonly gross: string;
  readonly state: InvoiceState;
  readonly outstanding: string;
  readonly reference: string;
  /** Number of the invoice that a credit note takes back. */
  readonly credits: string | null;
  /** Number of the credit note that took this invoice back. */
  readonly creditedBy: string | null;
  /** The letter that it was sent with. */
  readonly documentId: string | null;
}

/** Money received or paid back. */
export interface PaymentRecord {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly kind: 'received' | 'paid-back';
  readonly amount: string;
  readonly on: string;
  readonly reference: string | null;
  /** Whether it counts toward the share: it is on the account named in the invoice (II.10.2). */
  readonly counts: boolean;
}

export interface MyMoney {
  readonly invoices: readonly InvoiceView[];
  readonly payments: readonly PaymentRecord[];
  /** Owed back to the customer, by case. */
  readonly refunds: readonly { readonly caseId: string; readonly caseNumber: string; readonly due: string }[];
  readonly next: string | null;
}

export interface CaseMoney extends Omit<MyMoney, 'next' | 'refunds'> {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly received: string;
  readonly outstanding: string;
  readonly refundDue: string;
}

/** Letters that an invoice or a credit note goes out with. */
const SENT_WITH: Readonly<Record<InvoiceRow['kind'], readonly NoticeId[]>> = {
  advance: ['N-ADVINV'],
  final: ['N-FINALINV'],
  credit: ['N-ADVINV', 'N-ANN', 'N-END', 'N-CONF'],
};
const CARRYING = [...new Set(Object.values(SENT_WITH).flat())];

const A_PAGE_OF_CASES = 50;

export function createInvoiceDesk(parts: CaseworkParts): InvoiceDesk {
  async function moneyIn(rows: readonly CaseRow[], moment: Moment) {
    const ids = rows.map(({ id }) => id);
    const [invoices, receipts, letters] = await Promise.all([
      invoicesOfCases(parts.db, ids),
      receiptsOfCases(parts.db, ids),
      lettersOfKinds(parts.db, ids, CARRYING),
    ]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return {
      invoices: invoices.map((one) => invoiceView(one, byId.get(one.caseId)!, letters, moment)),
      payments: receipts.map((one) => paymentRecord(one, byId.get(one.caseId)!)),
    };
  }

  return {
    async ofCase(caller, caseId) {
      const { row, moment } = await visibleCase(parts, caller, caseId);
      assertMayView(caller, row, 'money', moment.at, moment.law.operator.timeZone);
      assertMaySeeMoney(caller);
      await note(parts, caller, row, 'invoices', moment.at);
      const { received, outstanding, refundDue } = moneyOf((row.snapshot as CaseState).facts);
      const money = await moneyIn([row], moment);
      return { caseId: row.id, caseNumber: row.number, ...money, received, outstanding, refundDue };
    },

    async mine(caller, cursor) {
      const mine = isStaff(caller) ? null : listedFor(caller);
      assertMaySeeMoney(caller);
      if (!mine) throw notACustomer();
      const [page, moment] = await Promise.all([
        listCases(
          parts.db,
          { mine },
          { limit: A_PAGE_OF_CASES, ...(cursor === undefined ? {} : { cursor }) },
        ),
        momentNow(parts),
      ]);
      const { timeZone } = moment.law.operator;
      const seen = page.items.filter((row) => maySee(caller, row, moment.at, timeZone, 'money'));
      return { ...(await moneyIn(seen, moment)), refunds: refundsIn(seen), next: page.next };
    },
  };
}

function invoiceView(
  invoice: InvoiceRow,
  row: CaseRow,
  letters: readonly LetterOfStep[],
  moment: Moment,
): InvoiceView {
  const { number, kind, issuedOn, dueOn, net, vatRate, vat, gross, reference, seq } = invoice;
  const { credits = null, creditedBy = null } = invoice.data as { credits?: string; creditedBy?: string };
  const sentWith: readonly string[] = SENT_WITH[kind];
  const letter = letters.find(
    (one) => one.caseId === row.id && one.seq === seq && sentWith.includes(one.notice),
  );
  return {
    number,
    caseId: row.id,
    caseNumber: row.number,
    kind,
    issuedOn,
    dueOn,
    net,
    vatRate,
    vat,
    gross,
    ...standingOf(invoice, (row.snapshot as CaseState).facts, todayOf(moment).toString()),
    reference,
    credits,
    creditedBy,
    documentId: letter?.documentId ?? null,
  };
}

const paymentRecord = ({ kind, amount, on, reference, counts }: ReceiptRow, row: CaseRow): PaymentRecord => ({
  caseId: row.id,
  caseNumber: row.number,
  kind,
  amount,
  on,
  reference: reference === '' ? null : reference,
  counts,
});

const refundsIn = (rows: readonly CaseRow[]): MyMoney['refunds'] =>
  rows
    .map((row) => ({
      caseId: row.id,
      caseNumber: row.number,
      due: moneyOf((row.snapshot as CaseState).facts).refundDue,
    }))
    .filter(({ due }) => due !== '0.00');

/** Staff who work on the case see its money, data protection and administrators do not (readings.md#rights); a sub-user
 *  needs the right to pay (PO-04). */
export function maySeeMoney(caller: Caller): boolean {
  if (isStaff(caller))
    return caller.roles.some((role) => role === 'service' || role === 'engineer' || role === 'finance');
  const { actingFor } = caller;
  return !actingFor || (actingFor.rights.includes('pay') && actingFor.rights.includes('see'));
}

function assertMaySeeMoney(caller: Caller): void {
  if (!maySeeMoney(caller)) throw isStaff(caller) ? notForThisRole() : rightNotGiven();
}

const notForThisRole = (): Refusal =>
  new Refusal({
    code: 'rights.not-this-role',
    kind: 'forbidden',
    detail: say(
      'Rēķinus un maksājumus redz klients un darbinieki, kas ar lietu strādā.',
      'Invoices and payments are open to the customer and to staff who work on the case.',
    ),
  });

const notACustomer = (): Refusal =>
  new Refusal({
    code: 'rights.not-this-role',
    kind: 'forbidden',
    detail: say(
      'Šeit klients redz savus rēķinus. Lietas rēķini darbiniekam ir pie lietas.',
      'Here customers see their own invoices. Staff find those of a case with the case.',
    ),
  });
