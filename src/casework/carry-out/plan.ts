import type { StepInvoice } from '../../../db/commit.ts';
import type { Connection, Transaction } from '../../../db/database.ts';
import type { Decided } from '../happened.ts';
import { errandOf } from './carry-out.ts';
import type { Errand, Known, Rows } from './errand.ts';
import { openLedger, type StepInvoices, standingInvoices } from './invoices.ts';
import type { ReaddressLetter } from './letter.ts';

/** A decided step with all that is to be done for it. */
export interface Plan extends Decided {
  readonly errands: readonly Errand[];
  readonly asksWish: boolean;
  /** `drawn`: in the transaction of the step, while the case is locked; `standing`: as they are. */
  readonly invoices: 'none' | 'standing' | 'drawn';
  /** Whether rows that stand already are changed after the step, in its transaction while the case is locked. */
  readonly changes: boolean;
}

function errandsOf(step: Decided): Errand[] {
  const errands: Errand[] = [];
  let before = step.from.state.facts;
  for (const happened of step.happened) {
    happened.effects.forEach((effect, k) => {
      errands.push(errandOf(effect, { step, happened, before, k }));
    });
    before = happened.state.facts;
  }
  return errands;
}

export function planOf(step: Decided): Plan {
  const errands = errandsOf(step);
  const standing = errands.some(({ asksInvoices }) => asksInvoices) ? 'standing' : 'none';
  return {
    ...step,
    errands,
    asksWish: errands.some(({ asksWish }) => asksWish),
    invoices: errands.some(({ draw }) => draw) ? 'drawn' : standing,
    changes: errands.some(({ change }) => change),
  };
}

/** Draws the numbers of the invoices that a step issues or voids inside its transaction, so that the series has no gap: lock
 *  the case first. */
export async function drawInvoices(tx: Transaction, { place, moment, errands }: Plan): Promise<StepInvoices> {
  const ledger = await openLedger(tx, place.id, moment);
  for (const { draw } of errands) await draw?.(ledger);
  return ledger.around();
}

/** The invoices as they stand of the cases whose steps ask for them, in one query; none where no step does. */
export const invoicesAsked = (connection: Connection, plans: readonly Plan[]) =>
  standingInvoices(
    connection,
    plans.filter(({ invoices }) => invoices === 'standing').map(({ place }) => place.id),
  );

/** The rows that a step brings about beside the case, its history and its deadlines. */
export function rowsOf(
  { errands }: Plan,
  known: Known,
): Required<Rows> & { readonly invoices: readonly StepInvoice[] } {
  const rows = errands.flatMap(({ write }) => write?.(known) ?? []);
  return {
    notices: rows.flatMap(({ notices }) => notices ?? []),
    deliveries: rows.flatMap(({ deliveries }) => deliveries ?? []),
    receipts: rows.flatMap(({ receipts }) => receipts ?? []),
    invoices: known.invoices.written,
  };
}

/** Without somebody who writes letters they keep their words and only go elsewhere. */
const asItIs: ReaddressLetter = (model) => model;

/** After the steps are stored, in their transaction.
 *  @returns whether letters wait to be sent */
export async function changeRows(
  tx: Transaction,
  plans: readonly Plan[],
  readdress: ReaddressLetter = asItIs,
): Promise<boolean> {
  let wait = false;
  for (const { errands, from, happened } of plans.filter(({ changes }) => changes)) {
    const stored = { version: from.version + happened.length, readdress };
    for (const { change } of errands) if (await change?.(tx, stored)) wait = true;
  }
  return wait;
}
