import { Decimal } from 'decimal.js';
import { amountOf, atLeastZero } from '../../src/law/money.ts';
import type { CaseEvent } from '../case-event.ts';
import { countedReceipts, debtSurvives, shareGross, shareIsPaid } from '../derived.ts';
import type { Facts, Receipt } from '../facts.ts';
import { receivedBy } from './offer.ts';
import { record, type Writing, withFlag } from './record.ts';

/** Money received, owed and paid back (II.10, T-43). */

/** Money counts on the account named in the invoice (II.10.2). */
const receiptOf = ({
  amount,
  receivedOn,
  reference,
  account,
}: CaseEvent<'payment.received'>['data']): Receipt => ({
  amount,
  on: receivedOn,
  reference,
  account,
  counts: account === 'main',
});

const overpaid = (facts: Facts): Decimal => atLeastZero(countedReceipts(facts).minus(shareGross(facts)));

/** A refund with more to go back: by the clause or decision that stands, else finance has to decide. */
function withMore({ refund, ending }: Facts, more: Decimal): Facts['refund'] {
  if (refund?.due != null) return { ...refund, due: amountOf(more.plus(refund.due)) };
  if (refund || more.isZero() || ending?.reason === 'fulfilled') return refund;
  return { due: null, retained: '0.00', paid: '0.00', reasons: '' };
}

/** Money after an end founds no contract (T-11). It pays a debt that outlives the end (II.10.4); what is above it goes
 *  back. Money that was on the account before the end is shown to staff, who may agree on reinstatement (T-38). */
const recordLateMoney = record<'payment.received'>((facts, { data, today }) => {
  const receipt = receiptOf(data);
  const after = { ...facts, receipts: [...facts.receipts, receipt] };
  const before = facts.ending !== null && data.receivedOn < facts.ending.on;
  const flags = withFlag(facts, before ? 'paid-before-ending' : 'money-after-ending', today);
  if (!receipt.counts)
    return {
      receipts: after.receipts,
      flags: withFlag({ ...facts, flags }, 'money-on-other-account', today),
    };
  const paid = shareIsPaid(after);
  const more = debtSurvives(facts) ? Decimal.min(data.amount, overpaid(after)) : new Decimal(data.amount);
  return {
    receipts: after.receipts,
    flags:
      facts.debtHandedOverOn && paid ? withFlag({ ...facts, flags }, 'recall-debt-hand-over', today) : flags,
    refund: withMore(facts, more),
    lastRegions: facts.lastRegions && paid ? { ...facts.lastRegions, payment: 'paid' } : facts.lastRegions,
  };
});

export const MONEY_RECORDS = {
  recordPayment: record<'payment.received'>((facts, { data, today }) => {
    const receipt = receiptOf(data);
    const byOther = data.payer !== undefined && data.payer !== facts.application.customer?.name;
    const flags = receipt.counts ? facts.flags : withFlag(facts, 'money-on-other-account', today);
    return {
      receipts: [...facts.receipts, receipt],
      flags: byOther ? withFlag({ ...facts, flags }, 'third-party-payment', today) : flags,
    };
  }),
  recordLateMoney,
  recordDebtWarning: record<'debt.warned'>((facts, event) => ({
    debtWarning: {
      seq: event.seq,
      sentOn: event.today,
      channel: event.data.channel,
      deemedReceivedOn: receivedBy(facts, event.data.channel, event),
    },
    lastRegions: facts.lastRegions && { ...facts.lastRegions, payment: 'debt-warned' },
  })),
  recordDebtWarningFailed: (facts, event) => ({
    debtWarning: {
      ...facts.debtWarning!,
      seq: event.seq,
      sentOn: event.today,
      channel: 'post',
      deemedReceivedOn: event.computed.postalAddressKnown ? receivedBy(facts, 'post', event) : null,
    },
    flags: withFlag(facts, 'letter-undelivered', event.today),
  }),
  /** The next invoice is warned of by itself (T-41). */
  forgetDebtWarning: () => ({ debtWarning: null }),
  recordHandover: (facts, event) => ({
    debtHandedOverOn: event.today,
    lastRegions: facts.lastRegions && { ...facts.lastRegions, payment: 'handed-over' },
  }),
  recordRecall: (facts, event) => ({ flags: withFlag(facts, 'recall-debt-hand-over', event.today) }),
  recordRefundDecision: record<'refund.decided'>((facts, { data }) => ({
    refund: {
      due: data.refund,
      retained: data.retained,
      paid: facts.refund?.paid ?? '0.00',
      reasons: data.reasons,
    },
  })),
  recordRefund: record<'refund.paid'>((facts, { data }) => {
    const before = facts.refund ?? { due: null, retained: '0.00', paid: '0.00', reasons: 'overpayment' };
    return { refund: { ...before, paid: amountOf(new Decimal(before.paid).plus(data.amount)) } };
  }),
} as const satisfies Record<string, Writing>;
