import { z } from 'zod';
import { caseIsFiled } from '../../conditions/application.ts';
import { type Asking, notInTheFuture } from '../../conditions/verdict.ts';
import { isoDay, text } from '../../data.ts';
import { notice } from '../../effects.ts';
import type { Happening } from '../../happening.ts';
import { act } from '../act.ts';

const data = z.strictObject({
  discoveredOn: isoDay,
  happened: text,
  data: z.array(text).min(1).max(50).describe('The information that was disclosed'),
  measures: text,
  advice: text.optional(),
});

const discoveryDateCanBe: Asking<Happening<string, z.output<typeof data>>> = (_facts, event) =>
  notInTheFuture('discoveredOn', event.data.discoveredOn, event.today, 'II.8.4');

/** The customer is told of an unauthorised disclosure and of what has been done (II.8.4). */
export const disclosureNotified = act({
  type: 'disclosure.notified',
  clause: 'II.8.4',
  data,
  form: { discoveredOn: { first: 'today' } },
  by: { privacy: 'operator' },
  dataProtection: true,
  ways: {
    notified: {
      says: 'The customer is told of an unauthorised disclosure and of what has been done.',
      possible: { caseIsFiled },
      allowed: { discoveryDateCanBe },
      effects: [notice('N-BREACH')],
    },
  },
});
