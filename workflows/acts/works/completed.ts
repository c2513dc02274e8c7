import { Decimal } from 'decimal.js';
import { z } from 'zod';
import { day, isBefore, lastDayWithin, laterOf } from '../../../src/law/days.ts';
import { amountOf } from '../../../src/law/money.ts';
import { say } from '../../../src/law/words.ts';
import { type Asking, notBefore, notInTheFuture } from '../../conditions/verdict.ts';
import { channel, isoDay } from '../../data.ts';
import { countedReceipts, shareGross, termLastDay } from '../../derived.ts';
import { invoice, notice } from '../../effects.ts';
import type { Happening } from '../../happening.ts';
import { act } from '../act.ts';
import { withFlag, withoutFlags } from '../changes.ts';
import type { Writing } from '../way.ts';

const data = z.strictObject({ on: isoDay, channel });

const completionDateCanBe: Asking<Happening<string, z.output<typeof data>>> = (
  facts,
  { data: { on }, today },
) =>
  notInTheFuture('on', on, today, 'II.2.7') ??
  notBefore('on', on, facts.worksStartedOn, 'II.2.7', say('darbu sākums', 'the start of the works'));

const recordCompletion: Writing = (facts, { today, law }) => {
  const remainder = Decimal.max(shareGross(facts).minus(countedReceipts(facts)), 0);
  const dueOn = lastDayWithin(day(today), law.setting('finalInvoice.dueDays', day(today)));
  const term = termLastDay(facts, law);
  const little =
    term !== null && isBefore(term, day(today).add({ days: law.setting('readiness.minDays', day(today)) }));
  return {
    completedOn: today,
    finalInvoice: {
      issuedOn: today,
      dueOn: laterOf(dueOn, day(facts.paymentDueOn ?? today)).toString(),
      amountGross: amountOf(remainder),
    },
    flags: little
      ? withFlag(
          { ...facts, flags: withoutFlags(facts, 'term-missed-by-operator') },
          'offer-to-extend-term',
          today,
        )
      : withoutFlags(facts, 'term-missed-by-operator'),
  };
};

/** The day of the written notice is the day of completion (II.2.6, II.2.7); the final invoice follows at once. */
export const worksCompleted = act({
  type: 'works.completed',
  clause: 'II.2.6',
  data,
  form: { on: { first: 'today' }, channel: { first: 'channel-of-offer' } },
  by: { engineer: 'operator' },
  weight: 'carries-on',
  looksUp: 'address-of-channel',
  ways: {
    completed: {
      says: 'The day of the written notice is the day of completion; the final invoice follows at once.',
      allowed: { completionDateCanBe },
      write: recordCompletion,
      effects: [notice('N-COMPL'), invoice('final'), notice('N-FINALINV')],
    },
  },
});
