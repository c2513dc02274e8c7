import { addBankLine } from '../../../db/bank-lines.ts';
import type { StepReceipt } from '../../../db/commit.ts';
import type { Transaction } from '../../../db/database.ts';
import { CaseHasMoved } from '../../../db/errors.ts';
import type { CaseEvent } from '../../../workflows/events.ts';
import type { Happened } from '../happened.ts';

/** Money as it is booked beside the case, for those who look over all cases. */

export function moneyReceived({ event }: Happened): StepReceipt {
  const { seq, data } = event as CaseEvent<'payment.received'>;
  const { amount, receivedOn, reference, account } = data;
  return {
    seq,
    k: 0,
    kind: 'received',
    amount,
    on: receivedOn,
    reference,
    account,
    counts: account === 'main',
  };
}

export function moneyPaidBack({ event }: Happened): StepReceipt {
  const { seq, data } = event as CaseEvent<'refund.paid'>;
  const { amount, on } = data;
  return { seq, k: 0, kind: 'paid-back', amount, on, reference: null, account: null, counts: true };
}

/** One reference is written in several ways: in small letters, with and without marks between. */
export const bankReferenceAsOne = (reference: string): string =>
  reference.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The line of the bank that the money came by, where it is named. Somebody else's entry of it that came first is found when
 *  the act is decided anew. */
export function lineReceived({ event }: Happened, caseId: string) {
  const { seq, data } = event as CaseEvent<'payment.received'>;
  const { account, bankReference } = data;
  if (bankReference === undefined) return {};
  return {
    change: async (tx: Transaction): Promise<boolean> => {
      if (
        !(await addBankLine(tx, { account, bankReference: bankReferenceAsOne(bankReference), caseId, seq }))
      )
        throw new CaseHasMoved(caseId);
      return false;
    },
  };
}
