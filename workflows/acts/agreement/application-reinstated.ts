import { Decimal } from 'decimal.js';
import { z } from 'zod';
import { amountOf } from '../../../src/law/money.ts';
import { say } from '../../../src/law/words.ts';
import { otherSideHasConsented } from '../../conditions/agreement.ts';
import { refuse, type Standing } from '../../conditions/verdict.ts';
import { text } from '../../data.ts';
import { worksHaveStarted } from '../../derived.ts';
import type { Facts, Receipt } from '../../facts.ts';
import { act } from '../act.ts';
import { NO_OFFER_YET } from '../offer/no-offer-yet.ts';
import type { Change } from '../way.ts';
import { FIRST_CONSENT } from './agreed.ts';

/** What an end for non-payment leaves of the contract when both sides take it back: nothing was built yet. */
const NO_CONTRACT_YET: Change = {
  inForceOn: null,
  inForceBy: null,
  termsVersion: null,
  term: null,
  paymentDueOn: null,
  amendedOn: null,
  forceMajeure: null,
  readiness: null,
  usageAgreedOn: null,
  endingHold: null,
  endingReleasedOn: null,
  lastRegions: null,
};

/** The receipts without what has been paid back, oldest first. */
function stillHeld({ receipts, refund }: Facts): readonly Receipt[] {
  let back = new Decimal(refund?.paid ?? 0);
  return receipts.map((receipt) => {
    if (!receipt.counts || back.isZero()) return receipt;
    const gone = Decimal.min(back, receipt.amount);
    back = back.minus(gone);
    const left = new Decimal(receipt.amount).minus(gone);
    return left.isZero() ? { ...receipt, counts: false } : { ...receipt, amount: amountOf(left) };
  });
}

/** II.11.4 after an annulment; T-38 after the deemed end for non-payment, where no works had started. */
const mayBeReinstated: Standing = (facts) =>
  facts.ending?.reason === 'annulled' || (facts.ending?.reason === 'nonPayment' && !worksHaveStarted(facts))
    ? null
    : refuse({
        code: 'reinstatement.excluded',
        clause: 'II.11.4',
        detail: say(
          'Šādu izbeigšanu nevar atcelt; jāiesniedz jauns pieteikums.',
          'Such an end is not taken back; a new application is needed.',
        ),
      });

/** An end founded on the customer's silence can be taken back by agreement of both (II.11.4, T-38). */
export const applicationReinstated = act({
  type: 'application.reinstated',
  clause: 'II.11.4',
  data: z.strictObject({ agreement: text }),
  by: { customer: 'customer', service: 'operator' },
  joint: true,
  files: { staff: 'scan' },
  ways: {
    agreed: {
      says: 'Both sides agree to reinstate: a new offer is to be issued.',
      possible: { mayBeReinstated },
      allowed: { otherSideHasConsented },
      // The way back to a new offer: money that has not gone back stays as credit.
      write: (facts, { today }) => ({
        ...NO_OFFER_YET,
        ...NO_CONTRACT_YET,
        receipts: stillHeld(facts),
        reinstatedOn: today,
        ending: null,
        refund: null,
        consents: {},
        flags: [],
      }),
    },
    firstConsent: { ...FIRST_CONSENT, possible: { mayBeReinstated } },
  },
});
