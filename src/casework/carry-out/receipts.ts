import type { StepReceipt } from '../../../db/commit.ts';
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
