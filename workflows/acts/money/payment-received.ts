import { Decimal } from 'decimal.js';
import { z } from 'zod';
import { amountOf, atLeastZero } from '../../../src/law/money.ts';
import { isOneLine } from '../../../src/law/plain-text.ts';
import { say } from '../../../src/law/words.ts';
import { type Asking, choose, notBefore, notInTheFuture } from '../../conditions/verdict.ts';
import { isoDay, line, positiveAmount } from '../../data.ts';
import { countedReceipts, debtSurvives, shareGross, shareIsPaid } from '../../derived.ts';
import { bookPayment, notice } from '../../effects.ts';
import type { Facts, Receipt } from '../../facts.ts';
import type { Happening } from '../../happening.ts';
import { act } from '../act.ts';
import { withFlag } from '../changes.ts';
import type { Writing } from '../way.ts';

const data = z.strictObject({
  amount: positiveAmount,
  receivedOn: isoDay,
  reference: z
    .string()
    .trim()
    .max(140)
    .refine(isOneLine, 'text in one line, without characters that do not show')
    .default(''),
  account: z.string().trim().min(1).max(34).default('main'),
  payer: line.optional(),
  bankReference: z
    .string()
    .trim()
    .min(1)
    .max(35)
    .optional()
    .describe(
      'The bank’s own reference of the line: one line of an account is received once, in whichever case',
    ),
  differsFrom: z
    .int()
    .positive()
    .max(1_000_000)
    .optional()
    .describe('Number of the entry of this case that looks the same and is another line of the bank'),
});
type Received = Happening<string, z.output<typeof data>>;

const receiptDateCanBe: Asking<Received> = (facts, { data: { receivedOn }, today }) =>
  notInTheFuture('receivedOn', receivedOn, today, 'II.10.2') ??
  notBefore(
    'receivedOn',
    receivedOn,
    facts.receivedOn,
    'II.10.1',
    say('pieteikuma saņemšana', 'receipt of the application'),
  );

/** Money counts on the account named in the invoice (II.10.2). */
const receiptOf = ({ amount, receivedOn, reference, account }: z.output<typeof data>): Receipt => ({
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
const recordLateMoney: Writing<Received> = (facts, { data: given, today }) => {
  const receipt = receiptOf(given);
  const after = { ...facts, receipts: [...facts.receipts, receipt] };
  const before = facts.ending !== null && given.receivedOn < facts.ending.on;
  const flags = withFlag(facts, before ? 'paid-before-ending' : 'money-after-ending', today);
  if (!receipt.counts)
    return {
      receipts: after.receipts,
      flags: withFlag({ ...facts, flags }, 'money-on-other-account', today),
    };
  const paid = shareIsPaid(after);
  const more = debtSurvives(facts) ? Decimal.min(given.amount, overpaid(after)) : new Decimal(given.amount);
  return {
    receipts: after.receipts,
    flags:
      facts.debtHandedOverOn && paid ? withFlag({ ...facts, flags }, 'recall-debt-hand-over', today) : flags,
    refund: withMore(facts, more),
  };
};

const recordPayment: Writing<Received> = (facts, { data: given, today }) => {
  const receipt = receiptOf(given);
  const byOther = given.payer !== undefined && given.payer !== facts.application.customer?.name;
  const flags = receipt.counts ? facts.flags : withFlag(facts, 'money-on-other-account', today);
  return {
    receipts: [...facts.receipts, receipt],
    flags: byOther ? withFlag({ flags }, 'third-party-payment', today) : flags,
  };
};

const shareIsPaidByIt = choose<Received>((facts, { data: given }) => {
  const receipt = receiptOf(given);
  return receipt.counts && shareIsPaid({ ...facts, receipts: [...facts.receipts, receipt] });
});

/** Money is on the account (II.10.2). */
export const paymentReceived = act({
  type: 'payment.received',
  clause: 'II.10.2',
  data,
  form: {
    amount: { first: 'money-outstanding' },
    receivedOn: { first: 'today' },
    reference: { first: 'case-number' },
  },
  by: { finance: 'operator' },
  looksUp: 'earlier-bank-line',
  weight: 'carries-on',
  ways: {
    onTheOffer: {
      clause: 'II.11.5',
      says: 'Money is on the account; the full share concludes the contract, a part of it does not.',
      allowed: { receiptDateCanBe },
      write: recordPayment,
      effects: [bookPayment],
    },
    underTheContract: {
      says: 'Money counts on the day it is on the account named in the invoice.',
      allowed: { receiptDateCanBe },
      write: recordPayment,
      effects: [bookPayment],
    },
    afterAnnulment: {
      clause: 'II.11.4',
      says: 'Money after the annulment founds no contract and is owed back.',
      allowed: { receiptDateCanBe },
      write: recordLateMoney,
      effects: [notice('N-ANN'), bookPayment],
    },
    paysTheDebt: {
      clause: 'II.11.4',
      says: 'Money after the end founds no contract; the share is paid by it, and what is above goes back.',
      allowed: { receiptDateCanBe, shareIsPaidByIt },
      write: recordLateMoney,
      effects: [bookPayment],
    },
    afterTheEnd: {
      clause: 'II.11.4',
      says: 'Money after the end founds no contract; it pays what is owed and the rest goes back.',
      allowed: { receiptDateCanBe },
      write: recordLateMoney,
      effects: [bookPayment],
    },
    aboveTheShare: {
      says: 'Money above the share goes back.',
      allowed: { receiptDateCanBe },
      write: recordLateMoney,
      effects: [bookPayment],
    },
  },
});
