import type { EventType } from '../../workflows/events.ts';
import { APPLICATION_ROWS, APPLICATION_WHO } from './application.ts';
import { CONNECTION_ROWS, CONNECTION_WHO } from './connection.ts';
import { CONTRACT_ROWS, CONTRACT_WHO } from './contract.ts';
import { MONEY_ROWS, MONEY_WHO } from './money.ts';
import { OFFER_ROWS, OFFER_WHO } from './offer.ts';
import { PEOPLE_ROWS, PEOPLE_WHO } from './people.ts';
import type { ActRow } from './row.ts';
import { WORKS_ROWS, WORKS_WHO } from './works.ts';

export const ROWS: readonly ActRow[] = [
  ...APPLICATION_ROWS,
  ...OFFER_ROWS,
  ...WORKS_ROWS,
  ...CONNECTION_ROWS,
  ...CONTRACT_ROWS,
  ...MONEY_ROWS,
  ...PEOPLE_ROWS,
];

/** Who may do what: of the acts that have a form beside their rows, and of those that have none. */
export const WHO: Readonly<Record<EventType, string>> = {
  ...APPLICATION_WHO,
  ...OFFER_WHO,
  ...WORKS_WHO,
  ...CONNECTION_WHO,
  ...CONTRACT_WHO,
  ...MONEY_WHO,
  ...PEOPLE_WHO,
  'application.drafted': 'customer service',
  'application.submitted': 'customer service',
  'notice.failed': 'clock service',
  'notice.dispatched': 'clock service',
  'deadline.passed': 'clock',
};
