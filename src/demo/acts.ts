import type { EventInput } from '../../workflows/events.ts';
import type { QuoteRequest } from '../law/fees/request.ts';
import type { Who } from './people.ts';
import { type Act, type Application, act } from './story.ts';

/** Acts that most stories share, in the words of an office. `ago`: days before the present. */

const LOAD_UNIT_PRICE = '92.40';

/** Up to 100 A within 50 m of the line: the load unit, half of it the customer's. */
export const byLoadUnit = (
  ampere: string,
  distanceM = '24',
  more: Partial<QuoteRequest> = {},
): QuoteRequest => ({
  connection: { ampere, volt: '400', distanceM, planReference: 'tīkla shēma 1:500' },
  loadUnitPrice: LOAD_UNIT_PRICE,
  costs: { connecting: '64.00' },
  ...more,
});

/** Farther than the load unit reaches, or above 100 A: what is built. */
export const byConstruction = (
  ampere: string,
  construction: string,
  more: Partial<QuoteRequest> = {},
): QuoteRequest => ({
  connection: { ampere, volt: '400', distanceM: '180', planReference: 'tīkla shēma 1:500' },
  costs: { construction, connecting: '118.00' },
  ...more,
});

export const ampere = (
  rated: string,
  more: Partial<Application['connection']> = {},
): Application['connection'] => ({ phases: 3, ampere: rated, volt: '400', ...more });

export const returned = (ago: number, ...missing: string[]): Act =>
  act(ago, 'service', 'application.returned', { missing });

export const identified = (ago: number): Act =>
  act(ago, 'service', 'customer.identified', { method: 'in-person' });

export const routed = (ago: number, needs: Partial<EventInput<'application.routed'>> = {}): Act =>
  act(ago, 'engineer', 'application.routed', { designNeeded: false, contractorNeeded: false, ...needs });

export interface OfferWords extends Partial<EventInput<'offer.issued'>> {
  /** Days from the offer to the term and to the due date. */
  readonly termIn?: number;
  readonly dueIn?: number;
}

function offer(
  type: 'offer.issued' | 'offer.revised',
  ago: number,
  quote: QuoteRequest,
  { termIn = 240, dueIn = 35, ...more }: OfferWords,
): Act {
  return act(ago, 'engineer', type, ({ on }) => ({
    quote,
    termOn: on(ago - termIn),
    paymentDueOn: on(ago - dueIn),
    channel: 'portal',
    ownershipBoundary: 'Kabeļu pievienojuma spailes uzskaites sadalnē pie zemes gabala robežas',
    ...more,
  }));
}

export const offered = (ago: number, quote: QuoteRequest, more: OfferWords = {}): Act =>
  offer('offer.issued', ago, quote, more);

export const revised = (ago: number, quote: QuoteRequest, more: OfferWords = {}): Act =>
  offer('offer.revised', ago, quote, more);

/** From an application on paper to the offer. */
export const offeredOnPaper = (ago: number, quote: QuoteRequest, more: OfferWords = {}): Act[] => [
  identified(ago + 10),
  routed(ago + 9),
  offered(ago, quote, { channel: 'post', ...more }),
];

export const objected = (ago: number, who: Who, reasons: string): Act =>
  act(ago, who, 'offer.objected', { reasons });

/** Both sides sign: in the portal, or what was signed by hand is entered by the office. */
export const signed = (
  ago: number,
  who: 'customer' | 'company' | 'service',
  operatorAgo = ago - 3,
): Act[] => [
  customerSigned(ago, who),
  act(operatorAgo, 'engineer', 'contract.signed', { party: 'operator', form: 'portal' }),
];

export const customerSigned = (ago: number, who: 'customer' | 'company' | 'service'): Act =>
  act(ago, who, 'contract.signed', {
    party: 'customer',
    form: who === 'service' ? 'handwritten-identifiable' : 'portal',
  });

/** The whole rest, or a part of it. */
export const paid = (ago: number, part?: string, more: Partial<EventInput<'payment.received'>> = {}): Act =>
  act(ago, 'finance', 'payment.received', ({ today, theCase }) => ({
    amount: part ?? theCase.money.outstanding,
    receivedOn: today,
    reference: `Līgums ${theCase.number}`,
    ...more,
  }));

export const started = (ago: number): Act =>
  act(ago, 'engineer', 'works.started', ({ today }) => ({ on: today }));

export const completed = (ago: number): Act =>
  act(ago, 'engineer', 'works.completed', ({ today }) => ({ on: today, channel: 'portal' }));

export const ready = (ago: number, who: 'customer' | 'company' | 'service', trader?: string): Act =>
  act(ago, who, 'readiness.confirmed', ({ today }) => ({
    installationsBuilt: true,
    preparedForVoltage: true,
    on: today,
    ...(trader ? { tradingContract: { number: 'T-000001', trader } } : {}),
  }));

export const connected = (ago: number, more: Partial<EventInput<'connection.made'>> = {}): Act =>
  act(ago, 'engineer', 'connection.made', ({ today }) => ({ on: today, meter: 'SK-0000001', ...more }));

/** Offer, full payment, works after the withdrawal period: a contract that goes its way up to the building site. */
export const upToWorks = (
  ago: number,
  who: 'customer' | 'company' | 'service',
  quote: QuoteRequest,
  more: OfferWords = {},
): Act[] => [
  ...(who === 'service' ? offeredOnPaper(ago, quote, more) : [routed(ago + 9), offered(ago, quote, more)]),
  paid(ago - 12),
  started(ago - 40),
];

export const terminated = (
  ago: number,
  reason: EventInput<'contract.terminated'>['reason'],
  facts: string,
  reasons: string,
  approvedBy?: Who,
): Act => act(ago, 'service', 'contract.terminated', { reason, facts, reasons }, approvedBy);
