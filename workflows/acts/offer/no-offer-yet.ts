import type { Change } from '../way.ts';

/** What a new offer forgets of the one before. */
export const NO_OFFER_YET: Change = {
  offer: null,
  objection: null,
  signatures: {},
  warning: null,
  annulmentHold: null,
};
