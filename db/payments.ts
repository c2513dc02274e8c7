import type { Connection } from './database.ts';
import { columnsOf, type InvoiceRow, type PaymentRow } from './rows.ts';
import { payments } from './schema.ts';

const ROW = columnsOf(payments, 'p');

/** A payment that has begun and is not booked yet has the state `begun`; once its provider has said that the money is
 *  there, `ended_at` holds that instant. `paid`: it is booked to the case. */

/** Notes a payment before the provider is asked. false: one of this id is there already, or one of the invoice has begun. */
export async function addPayment(connection: Connection, payment: PaymentRow): Promise<boolean> {
  const added = await connection.db.insert(payments).values(payment).onConflictDoNothing().returning();
  return added.length > 0;
}

export async function findPayment(connection: Connection, id: string): Promise<PaymentRow | null> {
  const [row] = await connection.query<PaymentRow>(`select ${ROW} from payments p where p.id = $1`, [id]);
  return row ?? null;
}

/** The payment of an invoice that has begun and is not booked: one alone, but for those begun knowingly beside it. */
export async function begunPayment(
  connection: Connection,
  { caseId, number }: Pick<InvoiceRow, 'caseId' | 'number'>,
): Promise<PaymentRow | null> {
  const [row] = await connection.query<PaymentRow>(
    `select ${ROW} from payments p where p.case_id = $1 and p.invoice_number = $2 and p.state = 'begun' and not p.besides`,
    [caseId, number],
  );
  return row ?? null;
}

type Key = Pick<PaymentRow, 'caseId' | 'id'>;

export async function noteProviderReference(
  connection: Connection,
  { caseId, id }: Key,
  reference: string,
): Promise<void> {
  await connection.query(`update payments set provider_reference = $3 where case_id = $1 and id = $2`, [
    caseId,
    id,
    reference,
  ]);
}

/** The provider says that the money is there: also after a cancellation that came first. What is booked stays booked.
 *  null: it is booked already. */
export async function noteSettled(
  connection: Connection,
  { caseId, id }: Key,
  at: string,
): Promise<PaymentRow | null> {
  const [row] = await connection.query<PaymentRow>(
    `update payments p set state = 'begun', ended_at = coalesce(case when p.state = 'begun' then p.ended_at end, $3)
     where p.case_id = $1 and p.id = $2 and p.state <> 'paid' returning ${ROW}`,
    [caseId, id, at],
  );
  return row ?? null;
}

export async function noteBooked(connection: Connection, { caseId, id }: Key): Promise<void> {
  await connection.query(
    `update payments set state = 'paid' where case_id = $1 and id = $2 and state = 'begun' and ended_at is not null`,
    [caseId, id],
  );
}

/** Nothing was paid: cancelled at the provider, or given up. Leaves alone what the provider has confirmed. */
export async function notePaidNothing(
  connection: Connection,
  { caseId, id }: Key,
  state: 'failed' | 'abandoned',
  at: string,
): Promise<void> {
  await connection.query(
    `update payments set state = $3, ended_at = $4 where case_id = $1 and id = $2 and state = 'begun' and ended_at is null`,
    [caseId, id, state, at],
  );
}

/** Payments that are not booked: first those that the provider has confirmed, then those it may still confirm. */
export const unbookedPayments = (connection: Connection, limit: number): Promise<PaymentRow[]> =>
  connection.query<PaymentRow>(
    `select ${ROW} from payments p where p.state = 'begun' order by p.ended_at nulls last, p.created_at, p.id limit $1`,
    [limit],
  );

/** Whether the case has a receipt whose reference names the payment. */
export async function isBooked(connection: Connection, { caseId, id }: Key): Promise<boolean> {
  const [found] = await connection.query<{ one: number }>(
    `select 1 as one from receipts r where r.case_id = $1 and strpos(coalesce(r.reference, ''), $2) > 0 limit 1`,
    [caseId, id],
  );
  return found !== undefined;
}

/** Payments that somebody began, the latest first: their receipts (PO-06). */
export const paymentsBy = (connection: Connection, payer: string, limit: number): Promise<PaymentRow[]> =>
  connection.query<PaymentRow>(
    `select ${ROW} from payments p where p.payer = $1 order by p.created_at desc, p.id limit $2`,
    [payer, limit],
  );
