import { offerFitsItsDates, offerIsPriced, priceNoLongerHolds } from '../../conditions/offer.ts';
import { invoice, notice, voidInvoice } from '../../effects.ts';
import { act } from '../act.ts';
import { OFFER_FORM, offerData } from './offer-data.ts';
import { recordOffer } from './record-offer.ts';

const effects = [voidInvoice, notice('N-REVOFFER'), invoice('advance'), notice('N-ADVINV')] as const;

/** Contract and invoice are issued again and open a new window (II.11.2, II.1.8). */
export const offerRevised = act({
  type: 'offer.revised',
  clause: 'II.11.2',
  data: offerData,
  form: OFFER_FORM,
  by: { engineer: 'operator' },
  approval: { setting: 'offer.financeApproval', roles: ['finance'] },
  weight: 'carries-on',
  looksUp: 'price-of-offer',
  ways: {
    priceLapsed: {
      says: 'The price no longer holds: contract and invoice are issued again and open a new window.',
      possible: { priceNoLongerHolds },
      allowed: { offerFitsItsDates, offerIsPriced },
      write: recordOffer,
      effects,
    },
    objectionFounded: {
      says: 'The objection is founded: a revised contract and invoice open a new window.',
      allowed: { offerFitsItsDates, offerIsPriced },
      write: recordOffer,
      effects,
    },
  },
});
