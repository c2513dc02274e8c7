import { z } from 'zod';
import { type Day, day, isAfter, lastDayWithin } from '../../../src/law/days.ts';
import { say } from '../../../src/law/words.ts';
import { type Asking, refuse } from '../../conditions/verdict.ts';
import { text } from '../../data.ts';
import { termsOf } from '../../derived.ts';
import { notice } from '../../effects.ts';
import type { Happening } from '../../happening.ts';
import { DATA_RIGHTS } from '../../vocabulary.ts';
import { act } from '../act.ts';
import { dataRequestAwaitsAnswer, rightWasAskedFor, withRequest } from './requests.ts';

const data = z.strictObject({ right: z.enum(DATA_RIGHTS), reasons: text });
type Prolonged = Happening<string, z.output<typeof data>>;

/** II.16.5: that extra checks are needed is told within the ordinary time, and once. */
const requestMayBeProlonged: Asking<Prolonged> = (facts, { data, today, law }) => {
  const request = facts.dataRequests![data.right]!;
  const on = day(request.on);
  const lastDay: Day = lastDayWithin(on, termsOf(facts, law, on).complaintDays);
  if (!request.prolonged && !isAfter(day(today), lastDay)) return null;
  return refuse({
    code: 'data-request.not-to-prolong',
    clause: 'II.16.5',
    detail: say(
      `Par papildu pārbaudi paziņo vienu reizi un līdz ${lastDay}.`,
      `That extra checks are needed is told once, and until ${lastDay}.`,
    ),
  });
};

/** Within fifteen days the word that extra checks are needed (II.16.5). */
export const dataRequestProlonged = act({
  type: 'data-request.prolonged',
  clause: 'II.16.5',
  data,
  by: { privacy: 'operator' },
  dataProtection: true,
  ways: {
    prolonged: {
      says: 'Within fifteen days the word that extra checks are needed.',
      possible: { dataRequestAwaitsAnswer },
      allowed: { rightWasAskedFor, requestMayBeProlonged },
      write: (facts, event) => {
        const { right } = event.data;
        return withRequest(facts, right, { ...facts.dataRequests![right]!, prolonged: true });
      },
      effects: [notice('N-GDPR')],
    },
  },
});
