import type { StepReceipt } from '../../../db/commit.ts';
import type { EventData } from '../../../workflows/events.ts';
import type { Happened } from '../happened.ts';

/** Money as it is booked beside the case, for those who look over all cases. */

export const moneyReceived = (
  { amount, receivedOn, reference, account }: EventData<'payment.received'>,
  { event: { seq } }: Happened,
): StepReceipt => ({
  seq,
  k: 0,
  kind: 'received',
  amount,
  on: receivedOn,
  reference,
  account,
  counts: account === 'main',
});

export const moneyPaidBack = (
  { amount, on }: EventData<'refund.paid'>,
  { event: { seq } }: Happened,
): StepReceipt => ({
  seq,
  k: 0,
  kind: 'paid-back',
  amount,
  on,
  reference: null,
  account: null,
  counts: true,
});
