import { APPLICATION_ACTS, application, draft } from './application.ts';
import { CONTRACT_ACTS, contract } from './contract.ts';
import { annulled, closed, ENDED_ACTS, terminated, withdrawn } from './ended.ts';
import type { StateConfig } from './leads.ts';
import { OFFER_ACTS, offer } from './offer.ts';
import { MONEY_ACTS } from './payment.ts';
import { CONNECTION_ACTS } from './readiness.ts';
import { ACTS_THROUGHOUT, throughout } from './throughout.ts';
import { WORKS_ACTS } from './works.ts';

/** Every act that can be done to a case, in the order in which a case meets them. */
export const ACTS = [
  ...APPLICATION_ACTS,
  ...OFFER_ACTS,
  ...WORKS_ACTS,
  ...CONNECTION_ACTS,
  ...MONEY_ACTS,
  ...CONTRACT_ACTS,
  ...ENDED_ACTS,
  ...ACTS_THROUGHOUT,
] as const;

/** The life of a connection contract, in legal order. */
export const caseChart: StateConfig = {
  id: 'case',
  description: 'The life of a connection contract.',
  meta: { clause: null },
  initial: 'draft',
  on: throughout,
  states: { draft, application, offer, annulled, withdrawn, contract, closed, terminated },
};
