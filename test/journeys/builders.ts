import { expect } from 'vitest';
import { caseSchema } from '../../src/api/schemas.ts';
import { type ApplicationParts, applicationBody } from '../builders/application-body.ts';
import type { Data, User } from './client.ts';
import { Case, type Teller } from './story.ts';

/** Applications, offers and contracts as most stories begin. The share is 5,000.00 net and 6,050.00 with VAT. */

export const SHARE = '6050.00';

export { applicationBody as application };

export const quote = {
  regime: 'auto',
  connection: { ampere: '25', volt: '400', distanceM: '20', customerChoseContractor: false },
  costs: { loadUnit: '10000.00' },
  operatorOrganisesDesign: false,
  supplyInterruptedOrLoadReduced: false,
};

export const offer = (more: Data = {}) => ({
  quote,
  termOn: '2025-09-30',
  paymentDueOn: '2025-04-09',
  channel: 'portal',
  ownershipBoundary: 'Uzskaites sadalne pie zemes gabala robežas',
  ...more,
});

export const payment = (receivedOn: string, amount = SHARE, more: Data = {}) => ({
  amount,
  receivedOn,
  reference: 'RF18539007547034',
  account: 'main',
  ...more,
});

export const SIMPLE_ROUTE = { designNeeded: false, contractorNeeded: false };
export const COMPANY = {
  kind: 'legal',
  name: 'SIA "Paraugs"',
  registrationNumber: '40000000001',
  household: false,
};

interface Applying extends ApplicationParts {
  readonly on?: string;
  readonly as?: User;
}

export async function apply(
  at: Teller,
  { on = '2025-03-01', as = 'customer', ...overrides }: Applying = {},
): Promise<Case> {
  await at(on);
  const answer = await at.client.call(as, 'POST', '/cases', { body: applicationBody(overrides) });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return new Case(at.client, caseSchema.parse(answer.body), as);
}

interface Offering extends Applying {
  readonly offerOn?: string;
  readonly offer?: Data;
}

/** Applied for on 1 March, offered on 10 March 2025 in the portal: the window is open to the end of 9 April. */
export async function offered(
  at: Teller,
  { offerOn = '2025-03-10', ...given }: Offering = {},
): Promise<Case> {
  const one = await apply(at, given);
  await one.by('engineer', 'application.routed', SIMPLE_ROUTE);
  await at(offerOn);
  await one.by('engineer', 'offer.issued', offer(given.offer));
  return one;
}

interface Signing extends Offering {
  readonly signedOn?: string;
}

export const BY_CUSTOMER = { party: 'customer', form: 'portal' };
export const BY_OPERATOR = { party: 'operator', form: 'portal' };

/** In force by both signatures on 14 March 2025, nothing paid. */
export async function signed(at: Teller, { signedOn = '2025-03-14', ...given }: Signing = {}): Promise<Case> {
  const one = await offered(at, given);
  await at(signedOn);
  await one.by(
    given.as === 'service' ? 'customer' : (given.as ?? 'customer'),
    'contract.signed',
    BY_CUSTOMER,
  );
  await one.by('engineer', 'contract.signed', BY_OPERATOR);
  expect(one.view).toMatchObject({ status: 'in-force', dates: { inForceOn: signedOn } });
  return one;
}

/** Signed and paid in full on 14 March, works begun on 1 April 2025. */
export async function building(
  at: Teller,
  { startOn = '2025-04-01', ...given }: Signing & { readonly startOn?: string } = {},
): Promise<Case> {
  const one = await signed(at, given);
  await one.by('finance', 'payment.received', payment(given.signedOn ?? '2025-03-14'));
  await at(startOn);
  await one.by('engineer', 'works.started', { on: startOn });
  expect(one.view.regions).toMatchObject({ payment: 'paid', works: 'building' });
  return one;
}

/** Completed by the operator's notice on 10 August 2025, fifty-one days before the term. */
export async function completed(
  at: Teller,
  {
    completedOn = '2025-08-10',
    ...given
  }: Parameters<typeof building>[1] & { readonly completedOn?: string } = {},
): Promise<Case> {
  const one = await building(at, given);
  await at(completedOn);
  await one.by('engineer', 'works.completed', { on: completedOn, channel: 'portal' });
  return one;
}

export const READY = { installationsBuilt: true, preparedForVoltage: true };
