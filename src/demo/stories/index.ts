import type { Story } from '../story.ts';
import { APPLICATION_STORIES } from './application.ts';
import { CONTRACT_STORIES } from './contract.ts';
import { ENDED_STORIES } from './ended.ts';
import { OFFER_STORIES } from './offer.ts';

/** Every demo case, in legal order. */
export const STORIES: readonly Story[] = [
  ...APPLICATION_STORIES,
  ...OFFER_STORIES,
  ...CONTRACT_STORIES,
  ...ENDED_STORIES,
];
