import { customerIsIdentified, isNotTemporary } from '../../conditions/application.ts';
import { offerFitsItsDates, offerIsPriced } from '../../conditions/offer.ts';
import { invoice, notice } from '../../effects.ts';
import { act } from '../act.ts';
import { OFFER_FORM, offerData } from './offer-data.ts';
import { recordOffer } from './record-offer.ts';

/** Part I and the advance invoice are issued in one act (II.11.1). */
export const offerIssued = act({
  type: 'offer.issued',
  clause: 'II.11.1',
  data: offerData,
  form: OFFER_FORM,
  by: { engineer: 'operator' },
  approval: { setting: 'offer.financeApproval', roles: ['finance'] },
  weight: 'carries-on',
  looksUp: 'price-of-offer',
  ways: {
    issued: {
      says: 'Part I and the advance invoice are issued in one act.',
      possible: { isNotTemporary, customerIsIdentified },
      allowed: { offerFitsItsDates, offerIsPriced },
      write: recordOffer,
      effects: [notice('N-OFFER'), invoice('advance'), notice('N-ADVINV')],
    },
  },
});
