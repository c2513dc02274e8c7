import { z } from 'zod';
import { demanded } from '../../../workflows/derived.ts';
import type { EndingReason } from '../../../workflows/facts.ts';
import { TERMINATION_REASONS } from '../../../workflows/vocabulary.ts';
import type { LetterAsked } from '../../casework/carry-out/letter.ts';
import { factsOf, owedAmount, receivedAmount, termOf, todayOf } from '../asked.ts';
import { letter } from '../definition.ts';
import { creditNotesFor } from '../documents/credit-note.ts';
import { amount, clause, count, isoDay, words } from '../fields.ts';

/** What happens to the money: finance decides every refund that no clause decides (T-43). */
const settlementFields = z.strictObject({
  received: amount,
  refund: z.enum(['nothing-paid', 'owed', 'to-be-decided', 'retained']),
  refundDue: amount,
  refundDays: count,
  /** What the customer owes beyond the end (II.10.4, II.14.3.2). */
  debt: amount,
});

function settlementOf(asked: LetterAsked): z.input<typeof settlementFields> {
  const { refund } = factsOf(asked);
  const received = receivedAmount(asked);
  const owed = refund?.due ?? '0.00';
  const kind =
    received === '0.00'
      ? 'nothing-paid'
      : refund === null || refund.due === null
        ? 'to-be-decided'
        : owed === '0.00'
          ? 'retained'
          : 'owed';
  return {
    received,
    refund: kind,
    refundDue: owed,
    refundDays: asked.moment.law.setting('refund.days', todayOf(asked)),
    debt: owedAmount(asked),
  };
}

function endingOf(asked: LetterAsked) {
  const { ending } = factsOf(asked);
  if (!ending) throw new Error('The letter tells of an end; the case has none.');
  return ending;
}

const creditNotes = (asked: LetterAsked) =>
  creditNotesFor(asked).map((fields) => ({ document: 'credit-note' as const, fields }));

const ENDS = [...TERMINATION_REASONS, 'ownerChange', 'forceMajeure', 'mutual'] as const;

/** The contract has ended (II.14.4): by which clause, on which facts, from when, and what follows. */
export const end = letter({
  fields: z.strictObject({
    reason: z.enum(ENDS),
    clause,
    on: isoDay,
    /** By a clause the contract ends of itself; by the operator through this letter. */
    by: z.enum(['clause', 'operator', 'both']),
    facts: words.nullable(),
    reasons: words.nullable(),
    agreement: words.nullable(),
    dueOn: isoDay.nullable(),
    termOn: isoDay.nullable(),
    remedyBy: isoDay.nullable(),
    forceMajeureSince: isoDay.nullable(),
    worksStarted: z.boolean(),
    completed: z.boolean(),
    settlement: settlementFields,
  }),
  fill(asked) {
    const facts = factsOf(asked);
    const ending = endingOf(asked);
    const { event } = asked.happened;
    const operatorActs = event.type === 'contract.terminated' ? event.data : null;
    const remedyDays = facts.suspensions
      .filter((one) => one.to === null)
      .flatMap((one) => (one.remedyBy ? [one.remedyBy] : []));
    return {
      reason: ending.reason as (typeof ENDS)[number],
      clause: ending.clause ?? '',
      on: ending.on,
      by: ending.by as 'clause' | 'operator' | 'both',
      facts: operatorActs?.facts ?? null,
      reasons: operatorActs?.reasons ?? null,
      agreement: event.type === 'termination.agreed' ? event.data.agreement : null,
      dueOn: demanded(facts)?.dueOn.toString() ?? null,
      termOn: termOf(asked),
      remedyBy: remedyDays.sort()[0] ?? null,
      forceMajeureSince: facts.forceMajeure?.startedOn ?? null,
      worksStarted: facts.worksStartedOn !== null,
      completed: facts.completedOn !== null,
      settlement: settlementOf(asked),
    };
  },
  enclose: creditNotes,
});

const CONFIRMED: Readonly<Partial<Record<EndingReason, 'withdrawal' | 'exit'>>> = {
  withdrawal: 'withdrawal',
  customerExit: 'exit',
};

/** The operator confirms what the customer has done: withdrawn within 14 days (II.15), left (II.14.5), or taken the
 *  application back before conclusion. */
export const confirmation = letter({
  fields: z.strictObject({
    of: z.enum(['withdrawal', 'exit', 'application']),
    on: isoDay,
    /** The day on which the customer's notice was sent, where it is another one. */
    dispatchedOn: isoDay.nullable(),
    settlement: settlementFields,
  }),
  fill(asked) {
    const ending = endingOf(asked);
    const { event } = asked.happened;
    const sent = event.type === 'contract.withdrawn' ? (event.data.dispatchedOn ?? null) : null;
    return {
      of: CONFIRMED[ending.reason] ?? ('application' as const),
      on: ending.on,
      dispatchedOn: sent === ending.on ? null : sent,
      settlement: settlementOf(asked),
    };
  },
  enclose: creditNotes,
});
