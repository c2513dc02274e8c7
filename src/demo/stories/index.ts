import type { Story } from '../story.ts';
import { APPLICATION_STORIES } from './application.ts';
import { CLOSED_STORIES } from './closed.ts';
import { ENDED_STORIES } from './ended.ts';
import { OFFER_STORIES } from './offer.ts';
import { PAYMENT_STORIES } from './payment.ts';
import { READINESS_STORIES } from './readiness.ts';
import { WORKS_STORIES } from './works.ts';

/** Every demo case, in legal order. */
export const STORIES: readonly Story[] = [
  ...APPLICATION_STORIES,
  ...OFFER_STORIES,
  ...PAYMENT_STORIES,
  ...WORKS_STORIES,
  ...READINESS_STORIES,
  ...CLOSED_STORIES,
  ...ENDED_STORIES,
];
