import { z } from 'zod';
import { day, isAfter } from '../../../src/law/days.ts';
import { say } from '../../../src/law/words.ts';
import { type Asking, choose, notBefore, notInTheFuture } from '../../conditions/verdict.ts';
import { isoDay } from '../../data.ts';
import { withdrawalLastDay, worksHaveStarted } from '../../derived.ts';
import { notice, voidInvoice } from '../../effects.ts';
import type { Happening } from '../../happening.ts';
import { act } from '../act.ts';
import type { Writing } from '../way.ts';
import { ended, finishedWorksAreOwed, owed, undecided } from './ended.ts';

const data = z.strictObject({ form: z.enum(['portal', 'paper']), dispatchedOn: isoDay.optional() });
type Withdrawn = Happening<string, z.output<typeof data>>;

const noticeDateCanBe: Asking<Withdrawn> = (facts, { data, today }) =>
  notInTheFuture('dispatchedOn', data.dispatchedOn, today, 'II.15.3') ??
  notBefore(
    'dispatchedOn',
    data.dispatchedOn,
    facts.inForceOn,
    'II.15',
    say('līguma spēkā stāšanās', 'the contract’s entry into force'),
  );

const isWithinWithdrawalPeriod = choose<Withdrawn>((facts, { data: { form, dispatchedOn }, today, law }) => {
  const last = withdrawalLastDay(facts, law);
  const byDispatch = law.setting('ownDeadline.metOn', day(today)) === 'dispatch';
  // In the portal the notice is dispatched now; a paper may have been on its way (T-19, II.16.4).
  const onPaper = form === 'paper' ? dispatchedOn : undefined;
  const given = byDispatch ? (onPaper ?? today) : today;
  return last !== null && !isAfter(day(given), last);
});

/** II.15: within fourteen days; the paid share goes back in full (OQ-REF-1), unless works had been asked for and started. */
const recordWithdrawal: Writing<Withdrawn> = (facts, { today, law }) => {
  const clause = facts.application.customer?.kind === 'natural' ? 'II.15.2' : 'II.15.1';
  const full = law.setting('refund.onWithdrawal', day(today)) === 'full' && !worksHaveStarted(facts);
  return ended(
    { reason: 'withdrawal', clause, by: 'customer', on: today, reasons: null },
    full ? owed(facts, clause) : undecided(facts),
  );
};

const recordExit: Writing<Withdrawn> = (facts, { today, law }) =>
  ended(
    { reason: 'customerExit', clause: 'II.14.5', by: 'customer', on: today, reasons: null },
    law.setting('refund.onExit', day(today)) === 'full' ? owed(facts, 'II.14.5') : undecided(facts),
  );

/** The customer withdraws within fourteen days (II.15), or leaves later (II.14.5): which of both, the days tell. On paper it
 *  is registered by service; in the portal the customer alone withdraws. */
export const contractWithdrawn = act({
  type: 'contract.withdrawn',
  clause: 'II.15',
  data,
  form: {
    // In the portal the notice is the customer's own; what came on paper is entered by staff.
    form: { first: 'first-choice', choices: { customer: ['portal'] } },
    dispatchedOn: { ofStaff: true },
  },
  by: { customer: 'customer', service: { party: 'customer', where: ({ form }) => form !== 'portal' } },
  weight: 'ends',
  files: { staff: 'scan' },
  ways: {
    withinItsDays: {
      says: 'Withdrawal within fourteen days of entry into force.',
      allowed: { noticeDateCanBe, isWithinWithdrawalPeriod },
      write: recordWithdrawal,
      effects: [voidInvoice, notice('N-CONF')],
    },
    laterInvoiceStands: {
      clause: 'II.14.5',
      says: 'The customer leaves by written notice at any time.',
      possible: { finishedWorksAreOwed },
      allowed: { noticeDateCanBe },
      write: recordExit,
      effects: [notice('N-CONF')],
    },
    laterInvoiceVoid: {
      clause: 'II.14.5',
      says: 'The customer leaves by written notice at any time.',
      allowed: { noticeDateCanBe },
      write: recordExit,
      effects: [voidInvoice, notice('N-CONF')],
    },
  },
});
