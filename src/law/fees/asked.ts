import { Decimal } from 'decimal.js';
import { type Day, day, type IsoDay } from '../days.ts';
import type { Component, Regime } from './component.ts';
import { exact } from './exact.ts';
import type { QuoteRequest } from './request.ts';

/** Components whose amount the request may give. */
type CostName = Exclude<Component, 'financing'>;

/** A request whose day is settled, so that it prices the same on any later day. */
export type DatedRequest = QuoteRequest & { readonly concludedOn: IsoDay };

export interface AskedConnection {
  readonly ampere: Decimal;
  /** Rated current of the largest entry device; the whole current where no devices are named. */
  readonly largestDevice: Decimal;
  readonly hasSeveralDevices: boolean;
  readonly volt: Decimal;
  readonly distanceM: Decimal | undefined;
  readonly planReference: string | undefined;
  readonly customerChoseContractor: boolean;
}

export interface AskedDeferral {
  readonly months: number;
  readonly instalments: number;
  readonly annualRate: string | undefined;
  readonly guaranteesProvided: boolean;
  readonly termsInContract: boolean;
  /** From the conclusion of the system-service contract to the last payment. */
  readonly monthsFromSystemServiceContract: number;
}

/** The request as the rules read it: numbers for strings, and what silence means. */
export interface Asked {
  readonly request: DatedRequest;
  readonly on: Day;
  readonly regime: Regime | 'auto';
  readonly connection: AskedConnection;
  readonly costs: Readonly<Partial<Record<CostName, Decimal>>>;
  readonly loadUnitPrice: string | undefined;
  readonly operatorOrganisesDesign: boolean;
  readonly supplyInterruptedOrLoadReduced: boolean;
  readonly deferral: AskedDeferral | undefined;
  readonly reverseCharge: ReadonlySet<Component>;
}

export function askedBy(request: DatedRequest): Asked {
  return {
    request,
    on: day(request.concludedOn),
    regime: request.regime ?? 'auto',
    connection: connectionOf(request.connection),
    costs: costsOf(request.costs ?? {}),
    loadUnitPrice: request.loadUnitPrice,
    operatorOrganisesDesign: request.operatorOrganisesDesign ?? false,
    supplyInterruptedOrLoadReduced: request.supplyInterruptedOrLoadReduced ?? false,
    deferral: request.deferral && deferralOf(request.deferral),
    reverseCharge: new Set(request.reverseCharge),
  };
}

function connectionOf(connection: QuoteRequest['connection']): AskedConnection {
  const ampere = exact(connection.ampere);
  const devices = (connection.entryDevices ?? []).map(exact);
  return {
    ampere,
    largestDevice: devices.length > 0 ? Decimal.max(...devices) : ampere,
    hasSeveralDevices: devices.length > 1,
    volt: exact(connection.volt),
    distanceM: connection.distanceM === undefined ? undefined : exact(connection.distanceM),
    planReference: connection.planReference,
    customerChoseContractor: connection.customerChoseContractor ?? false,
  };
}

function costsOf(costs: NonNullable<QuoteRequest['costs']>): Asked['costs'] {
  const amounts: Partial<Record<CostName, Decimal>> = {};
  for (const [name, amount] of Object.entries(costs))
    if (amount !== undefined) amounts[name as CostName] = exact(amount);
  return amounts;
}

/** Guarantees are given only where someone says so. The terms of a deferral stand in the contract that this very price
 *  belongs to, unless the request denies it. Without another date the five years run with the deferral itself. */
const deferralOf = (deferral: NonNullable<QuoteRequest['deferral']>): AskedDeferral => ({
  months: deferral.months,
  instalments: deferral.instalments ?? 1,
  annualRate: deferral.annualRate,
  guaranteesProvided: deferral.guaranteesProvided ?? false,
  termsInContract: deferral.termsInContract ?? true,
  monthsFromSystemServiceContract: deferral.monthsFromSystemServiceContract ?? deferral.months,
});
