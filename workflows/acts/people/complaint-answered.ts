import { z } from 'zod';
import { day, daysBetween } from '../../../src/law/days.ts';
import { say } from '../../../src/law/words.ts';
import { refuse, type Standing } from '../../conditions/verdict.ts';
import { text } from '../../data.ts';
import { termsOf } from '../../derived.ts';
import { notice } from '../../effects.ts';
import { act } from '../act.ts';
import { withoutFlags } from '../changes.ts';

const complaintAwaitsAnswer: Standing = (facts) =>
  facts.complaint && facts.complaint.answeredOn === null
    ? null
    : refuse({
        code: 'complaint.none',
        clause: 'II.16.5',
        detail: say('Nav neatbildēta iesnieguma.', 'There is no complaint to answer.'),
      });

/** The answer, or within fifteen days the word that extra checks are needed (II.16.5): that lengthens the time to thirty
 *  days; any other is the answer itself. */
export const complaintAnswered = act({
  type: 'complaint.answered',
  clause: 'II.16.5',
  data: z.strictObject({ text, extraChecks: z.boolean().optional() }),
  by: { service: 'operator' },
  weight: 'carries-on',
  ways: {
    answered: {
      says: 'The answer, or within fifteen days the word that extra checks are needed.',
      possible: { complaintAwaitsAnswer },
      write: (facts, { data: { extraChecks }, today, law }) => {
        const complaint = facts.complaint!;
        const { complaintDays } = termsOf(facts, law, day(complaint.on));
        const inTime = daysBetween(day(complaint.on), day(today)) <= complaintDays;
        const interim = extraChecks === true && !complaint.extraChecks && inTime;
        return {
          complaint: {
            ...complaint,
            extraChecks: complaint.extraChecks || extraChecks === true,
            answeredOn: interim ? null : today,
          },
          flags: withoutFlags(facts, ...(interim ? [] : (['complaint-answer-breach'] as const))),
        };
      },
      effects: [notice('N-COMPLAINT')],
    },
  },
});
