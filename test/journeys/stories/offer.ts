import { ANNULMENT_STORIES } from './offer/annulment.ts';
import { LETTER_STORIES } from './offer/letters.ts';
import { OBJECTION_STORIES } from './offer/objections.ts';
import { TERMS_STORIES } from './offer/terms.ts';

/** From the offer to its conclusion or annulment (II.11.2 to II.11.5, II.7.6). */
export const OFFER_STORIES = [
  ...TERMS_STORIES,
  ...ANNULMENT_STORIES,
  ...OBJECTION_STORIES,
  ...LETTER_STORIES,
];
