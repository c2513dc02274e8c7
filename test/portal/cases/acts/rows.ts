import { APPLICATION_ROWS } from './rows/application.ts';
import { CONNECTION_ROWS } from './rows/connection.ts';
import { CONTRACT_ROWS } from './rows/contract.ts';
import { MONEY_ROWS } from './rows/money.ts';
import { OFFER_ROWS } from './rows/offer.ts';
import { PEOPLE_ROWS } from './rows/people.ts';
import type { ActRow } from './rows/row.ts';
import { WORKS_ROWS } from './rows/works.ts';

export const ROWS: readonly ActRow[] = [
  ...APPLICATION_ROWS,
  ...OFFER_ROWS,
  ...WORKS_ROWS,
  ...CONNECTION_ROWS,
  ...CONTRACT_ROWS,
  ...MONEY_ROWS,
  ...PEOPLE_ROWS,
];
