import { z } from 'zod';
import { amountOf } from '../../../src/law/money.ts';
import { text } from '../../data.ts';
import { countedReceipts } from '../../derived.ts';
import { notice, voidInvoice } from '../../effects.ts';
import type { Happening } from '../../happening.ts';
import { act, CUSTOMER_SIDE } from '../act.ts';
import type { Writing } from '../way.ts';

const data = z.strictObject({ reasons: text.optional() });

const write: Writing<Happening<string, z.output<typeof data>>> = (facts, event) => ({
  ending: {
    reason: 'withdrawn',
    clause: null,
    by: 'customer',
    on: event.today,
    reasons: event.data.reasons ?? null,
  },
  refund: {
    due: amountOf(countedReceipts(facts)),
    retained: '0.00',
    paid: '0.00',
    reasons: 'application withdrawn before conclusion',
  },
});

/** The customer takes the application back before conclusion; the contract has no clause for it. */
export const applicationWithdrawn = act({
  type: 'application.withdrawn',
  clause: null,
  data,
  by: CUSTOMER_SIDE,
  weight: 'ends',
  files: { staff: 'scan' },
  ways: {
    draft: { says: 'The draft is given up.', write },
    application: {
      says: 'The customer takes the application back.',
      write,
      effects: [notice('N-CONF')],
    },
    withOffer: {
      says: 'The customer takes the application back before conclusion.',
      write,
      effects: [voidInvoice, notice('N-CONF')],
    },
  },
});
