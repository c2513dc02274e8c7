import type { LifecycleCase } from '../case.ts';
import { ANNULMENT } from './annulment.ts';
import { CONCLUSION } from './conclusion.ts';
import { CONNECTION } from './connection.ts';
import { DEBT_HANDOVER } from './debt-handover.ts';
import { FORCE_MAJEURE } from './force-majeure.ts';
import { LETTERS } from './letters.ts';
import { NON_PAYMENT } from './non-payment.ts';
import { OBJECTIONS } from './objections.ts';
import { OFFER_DUE } from './offer-due.ts';
import { PEOPLE } from './people.ts';
import { SIGNING } from './signing.ts';
import { SUSPENSION } from './suspension.ts';
import { TERM } from './term.ts';
import { WITHDRAWAL } from './withdrawal.ts';

/** Further cases of each kind, counted by hand from the terms: boundaries, leap days, clock changes, year ends, Easter,
 *  post, several suspensions, and the other readings. */
export const FURTHER_CASES: readonly LifecycleCase[] = [
  ...OFFER_DUE,
  ...OBJECTIONS,
  ...ANNULMENT,
  ...CONCLUSION,
  ...SIGNING,
  ...LETTERS,
  ...SUSPENSION,
  ...CONNECTION,
  ...TERM,
  ...WITHDRAWAL,
  ...NON_PAYMENT,
  ...DEBT_HANDOVER,
  ...PEOPLE,
  ...FORCE_MAJEURE,
];
