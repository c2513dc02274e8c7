import type { EventInput } from '../../workflows/events.ts';
import {
  anApplication,
  bothSigned,
  identified,
  issued,
  type OfferTerms,
  paid,
  routed,
  submitted,
  worksCompleted,
  worksStarted,
} from './acts.ts';
import type { Part } from './story.ts';

/** Where most stories begin. */

const inOrder =
  (...parts: readonly Part[]): Part =>
  (story) =>
    parts.reduce((told, part) => part(told), story);

export interface Beginning extends OfferTerms {
  readonly application?: EventInput<'application.submitted'>;
  /** Day of the application; the day of the offer where not given. */
  readonly receivedOn?: string;
}

/** An application of a customer who is identified, evaluated. */
export const evaluating = (on: string, application: EventInput<'application.submitted'> = {}): Part =>
  inOrder(submitted(on, anApplication(application)), identified(on), routed(on));

/** An offer in the portal of 6050.00 with VAT, filed and issued on one day. */
export const offerIssued = (
  on: string,
  { application = {}, receivedOn = on, ...terms }: Beginning = {},
): Part => inOrder(evaluating(receivedOn, application), issued(on, terms));

/** Concluded by the full payment on the day of issue. */
export const paidContract = (on: string, terms: Beginning = {}): Part =>
  inOrder(offerIssued(on, terms), paid(on));

/** Concluded by both signatures on the day of issue, not yet paid. */
export const signedContract = (on: string, terms: Beginning = {}): Part =>
  inOrder(offerIssued(on, terms), bothSigned(on));

/** Paid, and the works have begun on the first day after the withdrawal period. */
export const building = (on: string, terms: Beginning = {}): Part => {
  const startedOn = Temporal.PlainDate.from(on).add({ days: 15 }).toString();
  return inOrder(paidContract(on, terms), worksStarted(startedOn));
};

/** Part I allows works before payment: they have begun and the share is owed. */
export const buildingUnpaid = (on: string, terms: Beginning = {}): Part =>
  inOrder(
    signedContract(on, { worksBeforeFullPayment: true, worksInWithdrawalPeriod: true, ...terms }),
    worksStarted(on),
  );

/** Completed and notified; the customer is invited to confirm readiness by the term. */
export const completed = (inForceOn: string, completedOn: string, terms: Beginning = {}): Part =>
  inOrder(building(inForceOn, terms), worksCompleted(completedOn));
