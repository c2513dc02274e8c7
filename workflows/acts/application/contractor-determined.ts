import { z } from 'zod';
import { AFTER_RECEIPT } from '../../conditions/application.ts';
import { type Asking, notBefore, notInTheFuture } from '../../conditions/verdict.ts';
import { isoDay, line } from '../../data.ts';
import type { Happening } from '../../happening.ts';
import { MAKERS } from '../../vocabulary.ts';
import { act } from '../act.ts';
import type { Writing } from '../way.ts';

const data = z.strictObject({ on: isoDay, chosenBy: z.enum(MAKERS), name: line.optional() });
type Determined = Happening<string, z.output<typeof data>>;

const contractorDateCanBe: Asking<Determined> = (facts, { data: { on }, today }) =>
  notInTheFuture('on', on, today, 'II.11.1.2') ??
  notBefore('on', on, facts.receivedOn, 'II.11.1.2', AFTER_RECEIPT);

const write: Writing<Determined> = (_facts, { data: { on, chosenBy } }) => ({ contractor: { on, chosenBy } });

/** The construction contractor is determined, before the design or after it (II.11.1.2). */
export const contractorDetermined = act({
  type: 'contractor.determined',
  clause: 'II.11.1.2',
  data,
  form: { on: { first: 'today' } },
  by: { engineer: 'operator' },
  weight: 'carries-on',
  ways: {
    beforeTheDesign: {
      says: 'The contractor is determined before the design is there.',
      allowed: { contractorDateCanBe },
      write,
    },
    evaluationBegins: {
      says: 'The contractor is determined: the thirty days for the offer run.',
      allowed: { contractorDateCanBe },
      write,
    },
  },
});
